// The words of the page. English is always there; what another language lacks would show in English (a test holds them
// complete).
import english from "../i18n/en/index.js";
import { State } from "./state.js";

/** The languages, by their own names. */
export const LANGUAGES = { en: "English", de: "Deutsch", es: "Español" };

const STORED = "parley.language";
let words = english;

/** The language that is shown. */
export const language = new State({ code: "en" });

/** The language to begin with: what was chosen, else what the browser prefers. */
export function preferredLanguage() {
  const wanted = [localStorage.getItem(STORED), ...navigator.languages];
  for (const name of wanted) {
    const code = name?.slice(0, 2).toLowerCase();
    if (code && code in LANGUAGES) return code;
  }
  return "en";
}

/** Shows another language. */
export async function setLanguage(code, { remember = true } = {}) {
  words = code === "en" ? english : (await import(`../i18n/${code}/index.js`)).default;
  if (remember) localStorage.setItem(STORED, code);
  document.documentElement.lang = code;
  language.set({ code });
}

/**
 * A text of the page. `{name}` in it is replaced by a value; with a `count`, the key's form for that number is taken
 * (`key.one`, `key.other`).
 */
export function t(key, values = {}) {
  const text = find(key, values.count);
  return text.replace(/\{(\w+)\}/g, (whole, name) => {
    const value = values[name];
    if (value === undefined) return whole;
    return typeof value === "number" ? number(value) : String(value);
  });
}

function find(key, count) {
  if (count === undefined) return words[key] ?? english[key] ?? key;
  const form = `${key}.${new Intl.PluralRules(language.value.code).select(count)}`;
  return words[form] ?? words[`${key}.other`] ?? english[form] ?? english[`${key}.other`] ?? key;
}

export function number(value, options) {
  return new Intl.NumberFormat(language.value.code, options).format(value);
}

/** For instance `dateTime(iso, { dateStyle: "medium", timeStyle: "short" })`. */
export function dateTime(iso, options) {
  return new Intl.DateTimeFormat(language.value.code, options).format(new Date(iso));
}

/** `3 minutes ago`. */
export function ago(iso) {
  const seconds = (Date.parse(iso) - Date.now()) / 1000;
  const form = new Intl.RelativeTimeFormat(language.value.code, { numeric: "auto" });
  const units = [["year", 31_557_600], ["month", 2_629_800], ["week", 604_800], ["day", 86_400], ["hour", 3600], ["minute", 60]];
  for (const [unit, length] of units) {
    if (Math.abs(seconds) >= length) return form.format(Math.round(seconds / length), unit);
  }
  return form.format(0, "second");
}

/** `1.4 MB`. */
export function bytes(size) {
  const units = ["byte", "kilobyte", "megabyte", "gigabyte"];
  const power = Math.min(units.length - 1, Math.floor(Math.log10(Math.max(1, size)) / 3));
  return number(size / 1000 ** power, {
    style: "unit", unit: units[power], unitDisplay: power === 0 ? "long" : "short", maximumFractionDigits: power ? 1 : 0,
  });
}
