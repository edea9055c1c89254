// Where numbers are on an axis, which of them are written there, and how.
import { number } from "../../core/i18n.js";

const ROOM = 0.07;

/** A scale for all of these numbers with some room around them. `place` maps a number to the axis from `from` to `to`. */
export function scaleAround(least, greatest, from, to) {
  const half = greatest / 2 - least / 2;
  const largest = Math.max(Math.abs(least), Math.abs(greatest));
  const needed = Math.max(largest * 1e-13, Number.MIN_VALUE);
  const room = half > needed ? 2 * half * ROOM : largest === 0 ? 1 : largest * 0.1;
  return scaleOf(least - room, greatest + room, from, to);
}

/** A scale from zero. */
export function scaleFromZero(greatest, from, to) {
  return scaleOf(0, greatest > 0 ? greatest * (1 + ROOM) : 1, from, to);
}

function scaleOf(low, high, from, to) {
  // In halves, since the difference of two large numbers may be too large for a number.
  const place = value => from + (value / 2 - low / 2) / (high / 2 - low / 2) * (to - from);
  return { low, high, place, ticks: about => ticksOf(low, high, about) };
}

/** Round numbers in equal steps, about as many as asked for. */
function ticksOf(low, high, about) {
  const step = stepOf((high / 2 - low / 2) / about * 2);
  const first = Math.ceil(low / step);
  const ticks = [];
  for (let i = 0; i < 40 && (first + i) * step <= high; i++) ticks.push((first + i) * step + 0);
  return ticks;
}

function stepOf(least) {
  const power = 10 ** Math.floor(Math.log10(least));
  return [1, 2, 5].map(factor => factor * power).find(step => step >= least * (1 - 1e-9)) ?? 10 * power;
}

/** Writes the numbers of an axis, or others between them: as many decimals as tell them apart. */
export function formFor(low, high, finer = 1) {
  const spread = Math.abs(high - low) || Math.abs(high) || 1;
  const largest = Math.max(Math.abs(low), Math.abs(high));
  if (largest >= 1e9 || (largest > 0 && largest < 1e-6)) {
    return value => number(value, { notation: largest >= 1e9 ? "compact" : "scientific", maximumFractionDigits: 2 });
  }
  const decimals = Math.min(12, Math.max(0, Math.ceil(-Math.log10(spread / finer) - 1e-9)));
  return value => number(value, { minimumFractionDigits: decimals, maximumFractionDigits: decimals });
}

/** A value as it is, with no digit that says nothing. */
export function plainNumber(value) {
  return Number.isFinite(value) ? number(value, { maximumSignificantDigits: 10 }) : "–";
}
