// The picture of a chart: bands, lines, points, marks, axes.
import { nothing, svg } from "../../core/html.js";
import { t } from "../../core/i18n.js";
import { marksPath } from "./marks.js";
import { RULES } from "./rules.js";
import { limitsAt } from "./xmr.js";

const short = value => Math.round(value * 100) / 100;

/** The whole picture. */
export function plot(chart, layout) {
  const { left, right, upper, lower } = layout;
  return svg`
    ${panel(chart, layout, { box: upper, scale: layout.main, ticks: layout.mainTicks, labels: layout.mainLabels, kind: "main" })}
    <text class="panel-name" x=${left} y=${lower.top - 10}>${t("data.chart.range")}</text>
    ${panel(chart, layout, { box: lower, scale: layout.range, ticks: layout.rangeTicks, labels: layout.rangeLabels, kind: "range" })}
    ${boundaries(layout)}
    <line class="axis" x1=${left} x2=${right} y1=${lower.bottom} y2=${lower.bottom}/>
    ${below(layout)}`;
}

function panel(chart, layout, { box, scale, ticks, labels, kind }) {
  const isMain = kind === "main";
  const { left, right, axis, spacing } = layout;
  const y = chart.points.map(point => (isMain ? scale.place(point.value) : Number.isFinite(point.range) ? scale.place(point.range) : NaN));
  const starts = new Set(chart.phases.map(phase => phase.from));
  // A line is not drawn over a gap, nor from one phase to the next.
  const joined = index => !starts.has(index) && Number.isFinite(y[index]) && Number.isFinite(y[index - 1])
    && (!isMain || Number.isFinite(chart.points[index].range));
  const radius = Math.min(3.1, spacing * 0.3);
  return svg`
    ${ticks.map(tick => svg`<line class="grid" x1=${left} x2=${right} y1=${short(tick.y)} y2=${short(tick.y)}/>
      <text class="tick" x=${left - 8} y=${short(tick.y)} text-anchor="end" dominant-baseline="central">${tick.text}</text>`)}
    ${layout.phases.map(one => lines(one, scale, isMain, lockedPart(one, layout, chart.options.baseline)))}
    <path class=${spacing < 0.4 ? "series dense" : "series"} d=${linePath(axis.x, y, joined)}/>
    ${radius >= 0.8 ? svg`<path class="dots" d=${marksPath("normal", placesOf(axis.x, y), radius)}/>` : nothing}
    ${RULES.toReversed().map(rule => marks(chart, rule, axis.x, y, isMain, spacing))}
    ${labels.map(label => svg`<text class=${label.weak ? "line-label weak" : "line-label"} x=${right + 8} y=${short(label.y)} dominant-baseline="central"
      ><tspan class="figure">${label.text}</tspan>${label.word ? svg`<tspan class="word" dx="6">${label.word}</tspan>` : nothing}</text>`)}`;
}

/** Where the points are whose values alone set the limits. */
function lockedPart({ phase, left, right }, { axis: { x } }, baseline) {
  if (!baseline || baseline.from < phase.from || baseline.to > phase.to) return null;
  const half = index => (x[index] + x[index + 1]) / 2;
  return { left: baseline.from === phase.from ? left : half(baseline.from - 1), right: baseline.to === phase.to ? right : half(baseline.to) };
}

/** The band between the limits, the limits, the quartile lines and the centre of a phase. */
function lines({ phase, left, right }, scale, isMain, locked) {
  const [first, last] = [limitsAt(phase, phase.from), limitsAt(phase, phase.to)];
  if (!Number.isFinite(first.averageRange)) return isMain ? rule(first.centre, last.centre, "centre") : nothing;
  function rule(from, to, kind) {
    return svg`<line class="level ${kind}" x1=${short(left)} x2=${short(right)} y1=${short(scale.place(from))} y2=${short(scale.place(to))}/>`;
  }
  const [bottom, top] = isMain ? [first.lower, first.upper] : [0, first.upperRange];
  const [lastBottom, lastTop] = isMain ? [last.lower, last.upper] : [0, last.upperRange];
  const corners = [[left, top], [right, lastTop], [right, lastBottom], [left, bottom]];
  return svg`
    <polygon class="band" points=${corners.map(([x, value]) => `${short(x)},${short(scale.place(value))}`).join(" ")}/>
    ${locked ? svg`<rect class="band locked" x=${short(locked.left)} width=${short(locked.right - locked.left)} y=${short(scale.place(top))}
      height=${short(scale.place(bottom) - scale.place(top))}/>` : nothing}
    ${isMain ? svg`${rule(first.upperQuartile, last.upperQuartile, "quartile")}${rule(first.lowerQuartile, last.lowerQuartile, "quartile")}
      ${rule(first.lower, last.lower, "limit")}` : nothing}
    ${rule(top, lastTop, "limit")}
    ${isMain ? rule(first.centre, last.centre, "centre") : rule(first.averageRange, last.averageRange, "centre")}`;
}

function linePath(x, y, joined) {
  const parts = [];
  // Where points are denser than pixels, the least and the greatest of a column say as much.
  let column = null;
  const leaveColumn = () => {
    if (column) parts.push(`L${column.x} ${short(column.least)}L${column.x} ${short(column.greatest)}L${column.x} ${short(column.last)}`);
    column = null;
  };
  const dense = x.length > 3 * (x.at(-1) - x[0]);
  for (let i = 0; i < x.length; i++) {
    if (!Number.isFinite(y[i])) continue;
    if (!i || !joined(i)) {
      leaveColumn();
      parts.push(`M${short(x[i])} ${short(y[i])}`);
    } else if (!dense) {
      parts.push(`L${short(x[i])} ${short(y[i])}`);
    } else {
      const at = Math.round(x[i]);
      if (column && column.x !== at) leaveColumn();
      column ??= { x: at, least: y[i], greatest: y[i] };
      column.least = Math.min(column.least, y[i]);
      column.greatest = Math.max(column.greatest, y[i]);
      column.last = y[i];
    }
  }
  leaveColumn();
  return parts.join("");
}

function placesOf(x, y) {
  return x.flatMap((at, index) => (Number.isFinite(y[index]) ? [[at, y[index]]] : []));
}

/** The marks of a rule, those at the same place once. */
function marks(chart, rule, x, y, isMain, spacing) {
  if (isMain === (rule === "range")) return nothing;
  const taken = new Set();
  const places = [];
  chart.points.forEach((point, index) => {
    if (!point.rules.includes(rule) || !Number.isFinite(y[index])) return;
    const cell = `${Math.round(x[index] / 1.5)},${Math.round(y[index] / 1.5)}`;
    if (taken.has(cell)) return;
    taken.add(cell);
    places.push([x[index], y[index]]);
  });
  if (!places.length) return nothing;
  const crowd = places.length > 400;
  const radius = Math.min(5.2, Math.max(2.6, spacing * 0.42)) * (crowd ? 0.55 : 1);
  return svg`<path class="mark rule-${rule} ${crowd ? "" : "haloed"}" d=${marksPath(rule, places, radius)}/>`;
}

function boundaries({ phases, upper, lower, form, right }) {
  if (phases.length < 2) return nothing;
  return phases.map(({ phase, left, right: end }, index) => {
    const words = t("data.chart.phase-words", {
      number: index + 1, centre: form(phase.limits.centre), lower: form(phase.limits.lower), upper: form(phase.limits.upper),
    });
    const name = t("data.chart.phase", { number: index + 1 });
    const room = Math.min(end, right) - left - 8;
    const text = words.length * 6.1 < room ? words : name.length * 6.1 < room ? name : "";
    return svg`
      ${index ? svg`<line class="boundary" x1=${short(left)} x2=${short(left)} y1=${upper.top - 16} y2=${lower.bottom}/>` : nothing}
      <text class="phase-name" x=${short(left + 5)} y=${upper.top - 8}>${text}</text>`;
  });
}

function below({ axis, lower, left, right }) {
  return axis.labels.map(({ x, text, below: second }) => {
    // A label at the edge of a narrow chart leans inwards.
    const half = Math.max(text.length, second.length) * 3.3;
    const anchor = x - half < left - 24 ? "start" : x + half > right + 30 ? "end" : "middle";
    return svg`<line class="axis" x1=${short(x)} x2=${short(x)} y1=${lower.bottom} y2=${lower.bottom + 5}/>
      <text class="tick" x=${short(x)} y=${lower.bottom + 18} text-anchor=${anchor}>${text}</text>
      ${second ? svg`<text class="tick" x=${short(x)} y=${lower.bottom + 33} text-anchor=${anchor}>${second}</text>` : nothing}`;
  });
}
