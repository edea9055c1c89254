// Where points are from left to right: by their times where all have one, else side by side; and what is written there.
import { language } from "../../core/i18n.js";
import { isMidnight } from "./times.js";

const SECOND = 1000;
const DAY = 86_400_000;
const ROOM_OF_TIME = 58;
const ROOM_OF_LETTER = 6.4;
const MOST_LETTERS = 14;

const unit = (length, steps, form, whole, round, add) => ({ length, steps, form, whole, round, add });
const plus = length => (time, step) => time + step * length;
const date = { day: "numeric", month: "short", year: "numeric" };
const midnight = time => Math.floor(time / DAY) * DAY;
const atYear = year => {
  const start = new Date(0);
  start.setUTCFullYear(year, 0, 1);
  return start.getTime();
};
const yearOf = time => new Date(time).getUTCFullYear();

/** Years, months, days or hours: whatever fits, beginning at a full one. */
const UNITS = [
  unit(SECOND, [1, 5, 15, 30], { hour: "2-digit", minute: "2-digit", second: "2-digit" }, date, time => Math.floor(time / 60_000) * 60_000, plus(SECOND)),
  unit(60_000, [1, 5, 15, 30], { hour: "2-digit", minute: "2-digit" }, date, time => Math.floor(time / 3_600_000) * 3_600_000, plus(60_000)),
  unit(3_600_000, [1, 3, 6, 12], { hour: "2-digit", minute: "2-digit" }, date, midnight, plus(3_600_000)),
  unit(DAY, [1, 2, 7, 14], { day: "numeric", month: "short" }, { year: "numeric" }, (time, step) => {
    const day = midnight(time);
    return step % 7 === 0 ? day - ((new Date(day).getUTCDay() + 6) % 7) * DAY : day;
  }, plus(DAY)),
  unit(2_629_746_000, [1, 3, 6], { month: "short" }, { year: "numeric" }, time => atYear(yearOf(time)), (time, step) => {
    const day = new Date(time);
    return day.setUTCMonth(day.getUTCMonth() + step);
  }),
  unit(31_556_952_000, [1, 2, 5, 10, 20, 50, 100, 200, 500], { year: "numeric" }, null, (time, step) => atYear(Math.floor(yearOf(time) / step) * step),
    (time, step) => atYear(yearOf(time) + step)),
];

/**
 * The places of points and the labels below them.
 *
 * @param {Array<{ label: string, time: number | null }>} points in order
 * @returns {{ x: number[], labels: Array<{ x: number, text: string, below: string }>, timed: boolean }}
 */
export function timeAxis(points, from, to) {
  const timed = isTimed(points);
  const count = points.length;
  const first = points[0]?.time;
  const span = timed ? points[count - 1].time - first : 1;
  const at = share => from + share * (to - from);
  const x = points.map((point, index) => at(timed ? (point.time - first) / span : count === 1 ? 0.5 : index / (count - 1)));
  const labels = timed ? times(points, first, span, at, to - from) : names(points, x, to - from);
  return { x, labels: labels.length ? labels : ends(points, x), timed };
}

function isTimed(points) {
  if (points.length < 2 || points.some(point => point.time === null)) return false;
  return points.at(-1).time - points[0].time >= SECOND;
}

function times(points, first, span, at, width) {
  const daysOnly = points.every(point => isMidnight(point.time));
  const most = Math.max(2, Math.floor(width / ROOM_OF_TIME));
  for (const one of UNITS) {
    if (daysOnly && one.length < DAY) continue;
    const step = one.steps.find(each => span / (each * one.length) <= most);
    if (step) return every(one, step, first, span, at);
  }
  return [];
}

function every(one, step, first, span, at) {
  const form = options => new Intl.DateTimeFormat(language.value.code, { ...options, timeZone: "UTC" });
  const short = form(one.form);
  const whole = one.whole && form(one.whole);
  const labels = [];
  let said = "";
  for (let time = one.round(first, step); time <= first + span && labels.length < 200; time = one.add(time, step)) {
    if (time < first) continue;
    const below = whole ? whole.format(time) : "";
    labels.push({ x: at((time - first) / span), text: short.format(time), below: below === said ? "" : below });
    said = below;
  }
  return labels;
}

function names(points, x, width) {
  const letters = Math.min(MOST_LETTERS, points.reduce((most, point) => Math.max(most, point.label.length), 1));
  const least = (letters * ROOM_OF_LETTER + 10) / (width / Math.max(1, points.length - 1));
  const step = wholeStep(least);
  return points.flatMap((point, index) => (step === 2 ? index % 2 === 0 : index === 0 || (index + 1) % step === 0)
    ? [{ x: x[index], text: fitted(point.label), below: "" }] : []);
}

/** The least of 1, 2, 5, 10, 20, … that is not less. */
function wholeStep(least) {
  for (let power = 1; ; power *= 10) {
    const found = [1, 2, 5].find(factor => factor * power >= least);
    if (found) return found * power;
  }
}

const fitted = text => (text.length > MOST_LETTERS ? `${text.slice(0, MOST_LETTERS - 1)}…` : text);

function ends(points, x) {
  const last = points.length - 1;
  if (last < 0) return [];
  return [...new Set([0, last])].map(index => ({ x: x[index], text: fitted(points[index].label), below: "" }));
}

/** How the time of a point is written: the day, and the hour where hours matter. */
export function timeForm(points) {
  if (!points.length || points.some(point => point.time === null)) return point => point.label;
  const daysOnly = points.every(point => isMidnight(point.time));
  const seconds = points.some(point => point.time % 60_000 !== 0);
  const form = new Intl.DateTimeFormat(language.value.code, {
    ...date, ...(daysOnly ? {} : { hour: "2-digit", minute: "2-digit", ...(seconds ? { second: "2-digit" } : {}) }), timeZone: "UTC",
  });
  return point => form.format(point.time);
}
