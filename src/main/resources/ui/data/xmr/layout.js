// Where everything of a chart is, for a width. Two panels, one axis of time below them.
import { t } from "../../core/i18n.js";
import { formFor, scaleAround, scaleFromZero } from "./scale.js";
import { timeAxis } from "./time-axis.js";
import { limitsAt } from "./xmr.js";

const EDGE = 9;
const LETTER = 6.7;
const LINE = 15;
const WIDE = 620;

/**
 * @param {{ fromZero: boolean }} view
 * @returns the places of a chart in pixels
 */
export function layoutOf(chart, width, view) {
  const wide = width >= WIDE;
  const values = panelHeights(width);
  const several = chart.phases.length > 1;
  const top = several ? 26 : 12;
  const upper = { top, bottom: top + values.main };
  const lower = { top: upper.bottom + 34, bottom: upper.bottom + 34 + values.range };

  const main = mainScale(chart, upper, view.fromZero);
  const range = rangeScale(chart, lower);
  const mainTicks = ticksOf(main, values.main / 44);
  const rangeTicks = ticksOf(range, values.range / 40);
  const mainForm = formFor(main.low, main.high, 500);
  const last = chart.phases.at(-1);
  const words = linesOf(last, chart.points.length - 1, mainForm, wide);

  const letters = Math.max(...[...mainTicks, ...rangeTicks].map(tick => tick.text.length), 1);
  const left = Math.ceil(letters * LETTER) + 10;
  const labelLetters = Math.max(...[...words.main, ...words.range].map(line => line.text.length + (line.word ? line.word.length + 1 : 0)), 0);
  const right = width - Math.ceil(labelLetters * LETTER) - 12;
  const axis = timeAxis(chart.points, left + EDGE, right - EDGE);
  return {
    width, height: lower.bottom + 40, left, right, wide, upper, lower, main, range, mainTicks, rangeTicks, axis,
    mainLabels: apart(words.main.map(line => ({ ...line, y: main.place(line.value) })), upper),
    rangeLabels: apart(words.range.map(line => ({ ...line, y: range.place(line.value) })), lower),
    phases: chart.phases.map(phase => ({ phase, left: before(axis.x, phase.from, left, right), right: before(axis.x, phase.to + 1, left, right) })),
    spacing: axis.x.length < 2 ? 100 : (axis.x.at(-1) - axis.x[0]) / (axis.x.length - 1),
    form: mainForm,
  };
}

function panelHeights(width) {
  return { main: Math.round(Math.min(330, Math.max(180, width * 0.36))), range: Math.round(Math.min(130, Math.max(84, width * 0.15))) };
}

function mainScale(chart, { top, bottom }, fromZero) {
  let least = fromZero ? 0 : Infinity;
  let greatest = fromZero ? 0 : -Infinity;
  const take = value => {
    if (!Number.isFinite(value)) return;
    least = Math.min(least, value);
    greatest = Math.max(greatest, value);
  };
  for (const point of chart.points) take(point.value);
  for (const phase of chart.phases) {
    for (const index of [phase.from, phase.to]) {
      const { lower, upper, centre } = limitsAt(phase, index);
      take(lower);
      take(upper);
      take(centre);
    }
  }
  if (least > greatest) return scaleFromZero(1, bottom, top);
  // Zero stays the very edge where nothing is below it.
  return fromZero && least === 0 ? scaleFromZero(greatest, bottom, top) : scaleAround(least, greatest, bottom, top);
}

function rangeScale(chart, { top, bottom }) {
  let greatest = 0;
  for (const point of chart.points) if (point.range > greatest) greatest = point.range;
  for (const phase of chart.phases) if (phase.limits.upperRange > greatest) greatest = phase.limits.upperRange;
  return scaleFromZero(greatest, bottom, top);
}

function ticksOf(scale, about) {
  const ticks = scale.ticks(Math.max(2, about));
  const form = ticks.length > 1 ? formFor(ticks[0], ticks.at(-1), (ticks.at(-1) - ticks[0]) / (ticks[1] - ticks[0])) : formFor(scale.low, scale.high, 100);
  return ticks.map(value => ({ value, y: scale.place(value), text: form(value) }));
}

/** The lines that get a label: those of the newest phase, which hold now. */
function linesOf(phase, index, form, wide) {
  if (!phase) return { main: [], range: [] };
  const limits = limitsAt(phase, index);
  const line = (value, word, weak = false) => ({ value, text: form(value), word: wide ? word : "", weak });
  const main = [
    line(limits.centre, t("data.line.centre")), line(limits.upper, t("data.line.upper")), line(limits.lower, t("data.line.lower")),
    line(limits.upperQuartile, t("data.line.quartile"), true), line(limits.lowerQuartile, t("data.line.quartile"), true),
  ];
  const range = [line(limits.averageRange, t("data.line.average-range")), line(limits.upperRange, t("data.line.upper"))];
  // Lines that are one line have one label.
  const there = lines => lines.filter((one, index) => Number.isFinite(one.value) && lines.findIndex(other => other.value === one.value) === index);
  return { main: there(main), range: there(range) };
}

/** Labels that do not touch: strong ones move aside, weak ones give way. */
function apart(labels, { top, bottom }) {
  const strong = labels.filter(label => !label.weak).sort((one, other) => one.y - other.y);
  for (let i = 1; i < strong.length; i++) strong[i].y = Math.max(strong[i].y, strong[i - 1].y + LINE);
  let most = bottom + 4;
  for (let i = strong.length - 1; i >= 0; i--) {
    strong[i].y = Math.max(top, Math.min(strong[i].y, most));
    most = strong[i].y - LINE;
  }
  const weak = labels.filter(label => label.weak && strong.every(other => Math.abs(other.y - label.y) >= LINE));
  return [...strong, ...weak];
}

/** Half-way between a point and the one before it; the frame where one of them is missing. */
function before(x, index, left, right) {
  if (index <= 0) return left;
  return index >= x.length ? right : (x[index - 1] + x[index]) / 2;
}
