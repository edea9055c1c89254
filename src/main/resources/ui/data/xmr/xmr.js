// Charts of individual values and moving ranges (Wheeler, "Understanding Variation"; NIST/SEMATECH e-Handbook,
// 6.3.2.2), worked out as the server does. Nothing is rounded before it is tested.
import { factorsOf } from "./options.js";
import { detect, RULES } from "./rules.js";
import { fma, mean, median } from "./sums.js";
import { timeOf } from "./times.js";

/** Limits from fewer points are trial limits. */
export const SURE = 13;
/** Fewer points are too few to judge. */
export const ENOUGH = 6;

/**
 * @typedef {{ label: string, time: number | null, value: number, range: number, rules: string[] }} XmrPoint
 * `range` is NaN where there is none; `rules` has the strongest first
 * @typedef {{ from: number, to: number, limits: object, basis: number, trial: boolean, slope: number }} Phase
 */

/** The points of a chart of the server, as they can be worked out anew: a gap is a point without a value. */
export function pointsOf(chartData) {
  const starts = new Set((chartData.analysis?.phases ?? []).map(phase => phase.from));
  const bridged = chartData.analysis?.options?.gaps === "BRIDGE";
  return chartData.data.flatMap((point, index) => {
    const gap = index > 0 && !bridged && point.movingRange === null && !starts.has(index);
    // A gap has the time of the point after it: sorting keeps it where it is.
    return gap ? [{ x: point.x, y: null }, { x: point.x, y: point.y }] : [{ x: point.x, y: point.y }];
  });
}

/**
 * Works a chart out.
 *
 * @param {Array<{ x: string, y: number | null }>} given
 * @param {import("./options.js").XmrOptions} options
 */
export function chartOf(given, options) {
  const { points, gaps, moved, missing } = ordered(given);
  const values = points.map(point => point.value);
  const spans = spansOf(options.phaseStarts, values.length);
  const ranges = rangesOf(values, spans, options.gaps === "break" ? gaps : new Set());
  const phases = spans.map(span => phaseOf(span, basisOf(span, options.baseline), values, ranges, options));
  const marks = values.map(() => new Set());
  for (const phase of phases) detect(options.rules, values, ranges, phase, marks);
  const without = new Set(options.without);
  points.forEach((point, index) => {
    point.range = ranges[index];
    point.rules = RULES.filter(rule => marks[index].has(rule) && !without.has(rule));
  });
  return { points, phases, options, moved, missing, sigma: factorsOf(options).sigma };
}

/** In the order of time, if all have one; those without a value left out. */
function ordered(given) {
  const all = given.map(({ x, y }) => ({ label: String(x), time: timeOf(String(x)), value: y ?? NaN }));
  let moved = 0;
  if (all.length && all.every(point => point.time !== null)) {
    let latest = all[0].time;
    for (const point of all) {
      if (point.time < latest) moved++;
      else latest = point.time;
    }
    if (moved) all.sort((one, other) => one.time - other.time);
  }
  const points = [];
  const gaps = new Set();
  for (const point of all) {
    if (Number.isFinite(point.value)) points.push(point);
    else gaps.add(points.length);
  }
  return { points, gaps, moved, missing: all.length - points.length };
}

function spansOf(starts, size) {
  const spans = [];
  let from = 0;
  for (const start of starts) {
    if (start <= from || start >= size) continue;
    spans.push({ from, to: start - 1 });
    from = start;
  }
  if (size > 0) spans.push({ from, to: size - 1 });
  return spans;
}

function basisOf(span, baseline) {
  return baseline && span.from <= baseline.from && baseline.to <= span.to ? baseline : span;
}

function rangesOf(values, spans, gaps) {
  const ranges = values.map((value, index) => (index ? Math.abs(value - values[index - 1]) : NaN));
  for (const span of spans) ranges[span.from] = NaN;
  for (const gap of gaps) if (gap < ranges.length) ranges[gap] = NaN;
  return ranges;
}

/** @returns {Phase} with limits from the values of `basis`, which lie in it */
function phaseOf(span, basis, values, ranges, options) {
  const end = basis.to + 1;
  const slope = slopeOf(values, basis.from, end, options.slope);
  const centreOf = options.centre === "median" ? median : mean;
  const level = values.slice(basis.from, end).map((value, i, all) => (slope === 0 ? value : value - slope * (i - (all.length - 1) / 2)));
  // A sloped centre was found for the middle of its basis; the phase begins elsewhere.
  const first = centreOf(level) + slope * (span.from - (basis.from + end - 1) / 2);
  const count = end - basis.from;
  return {
    ...span, limits: limitsOf(first, spreadOf(ranges, basis.from, end, options), options), basis: count, trial: count < SURE, slope,
  };
}

function limitsOf(centre, averageRange, options) {
  const factors = factorsOf(options);
  const width = factors.limit * averageRange;
  const lower = centre - width;
  const upper = centre + width;
  return {
    centre, lower, upper, lowerQuartile: (centre + lower) / 2, upperQuartile: (centre + upper) / 2, averageRange,
    upperRange: factors.range * averageRange,
  };
}

/** The average moving range; NaN where there is none. The range at the first value belongs to the one before it. */
function spreadOf(ranges, from, end, options) {
  const average = most => {
    const found = ranges.slice(from + 1, end).filter(range => range <= most);
    if (!found.length) return NaN;
    return options.dispersion === "median-range" ? median(found) : mean(found);
  };
  const all = average(Infinity);
  return options.screened ? average(factorsOf(options).range * all) : all;
}

function slopeOf(values, from, end, method) {
  if (end - from < 2) return 0;
  if (method === "half-averages") {
    const half = Math.floor((end - from) / 2);
    return (mean(values, end - half, end) - mean(values, from, from + half)) / (end - from - half);
  }
  return method === "least-squares" ? leastSquares(values, from, end) : 0;
}

function leastSquares(values, from, end) {
  const average = mean(values, from, end);
  const middle = (end - from - 1) / 2;
  let products = 0;
  let squares = 0;
  for (let i = from; i < end; i++) {
    const distance = i - from - middle;
    products = fma(distance, values[i] - average, products);
    squares += distance * distance;
  }
  return products / squares;
}

/** The phase a point is in. */
export function phaseAt(chart, index) {
  return chart.phases.findLast(phase => phase.from <= index);
}

/** The lines at a point. */
export function limitsAt(phase, index) {
  const rise = phase.slope * (index - phase.from);
  if (!rise) return phase.limits;
  const { centre, lower, upper, lowerQuartile, upperQuartile } = phase.limits;
  return {
    ...phase.limits, centre: centre + rise, lower: lower + rise, upper: upper + rise, lowerQuartile: lowerQuartile + rise,
    upperQuartile: upperQuartile + rise,
  };
}

/** The indices of the points that are signals. */
export const signalsOf = chart => chart.points.flatMap((point, index) => (point.rules.length ? [index] : []));
