// What is said about a point: beside it, and to a screen reader.
import { html, nothing } from "../../core/html.js";
import { t } from "../../core/i18n.js";
import { markIcon } from "./marks.js";
import { plainNumber } from "./scale.js";
import { ruleWords } from "./words.js";

const WIDTH = 230;

/** In one sentence. */
export function describe(view, index) {
  const point = view.chart.points[index];
  const parts = [`${view.dated(point)}: ${plainNumber(point.value)}`];
  if (Number.isFinite(point.range)) parts.push(t("data.chart.range-is", { range: plainNumber(point.range) }));
  parts.push(...point.rules.map(rule => ruleWords(rule, view.options.rules)));
  return parts.join(", ");
}

export function tip(view, layout, index) {
  const point = view.chart.points[index];
  const x = layout.axis.x[index];
  const left = Math.max(0, Math.min(x + 14 + WIDTH > layout.width ? x - 14 - WIDTH : x + 14, layout.width - WIDTH));
  const high = layout.main.place(point.value) < (layout.upper.top + layout.upper.bottom) / 2;
  // Where it covers the point least: in the other half, or, where there is no room beside the point, in the other panel.
  const top = !high ? layout.upper.top + 4 : layout.width < 2 * WIDTH ? layout.lower.top - 26 : layout.upper.bottom - 70;
  return html`
    <div class="chart-tip" .style=${`left:${left}px;top:${top}px;width:${WIDTH}px`}>
      <small>${view.dated(point)}</small>
      <strong>${plainNumber(point.value)}</strong>
      ${Number.isFinite(point.range) ? html`<span>${t("data.chart.range-is", { range: plainNumber(point.range) })}</span>` : nothing}
      ${point.rules.map(rule => html`<span class="fired">${markIcon(rule)} ${ruleWords(rule, view.options.rules)}</span>`)}
    </div>`;
}
