// Rules and profiles in words.
import { number, t } from "../../core/i18n.js";
import { factorsOf } from "./options.js";
import { PROFILES } from "./rules.js";

/** `run of 8 on one side`. */
export function ruleWords(rule, profileName) {
  const profile = PROFILES[profileName];
  if (rule === "near-limit") return t(`data.rule.near-limit.${profileName}`);
  return t(`data.rule.${rule}`, { length: rule === "trend" ? profile.trend : profile.run });
}

const isMean = ({ dispersion }) => dispersion !== "median-range";
const rangeWords = options => t(isMean(options) ? "data.formula.mean-range" : "data.formula.median-range");
const figure = value => number(value, { maximumFractionDigits: 6 });

/** As people write the factors: `2.66`, `3 ÷ 1.128`. */
function limitFactor(options) {
  const { limit, sigma } = factorsOf(options);
  return options.constants === "wheeler" ? figure(limit) : `3 ÷ ${figure(sigma)}`;
}

/** How the limits were worked out, as a formula. */
export const limitFormula = options => `${t(`data.formula.${options.centre}`)} ± ${limitFactor(options)} × ${rangeWords(options)}`;

export const rangeFormula = options => `${figure(factorsOf(options).range)} × ${rangeWords(options)}`;

export const sigmaFormula = options => `${rangeWords(options)} ÷ ${figure(factorsOf(options).sigma)}`;
