// Times as the server reads them: no zone, or UTC.

const FORM = /^(\d{4})-(\d\d)(?:-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:\.(\d{1,9}))?)?(Z)?)?)?$/;

/** Milliseconds since 1970 of a text, taken as UTC; null if it is no time. */
export function timeOf(text) {
  const found = FORM.exec(text);
  if (!found) return null;
  const [, year, month, day = "01", hour = "0", minute = "0", second = "0", fraction = ""] = found;
  const time = Date.UTC(year, month - 1, day, hour, minute, second);
  const date = new Date(time);
  const real = date.getUTCMonth() === month - 1 && date.getUTCDate() === Number(day) && hour < 24 && minute < 60 && second < 60;
  if (!real) return null;
  date.setUTCFullYear(Number(year));
  return date.getTime() + (fraction ? Number(`0.${fraction}`) * 1000 : 0);
}

export const isMidnight = time => time % 86_400_000 === 0;
