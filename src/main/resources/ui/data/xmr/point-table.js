// The numbers of a chart as a table.
import "../table.js";
import { html } from "../../core/html.js";
import { t } from "../../core/i18n.js";
import { ruleWords } from "./words.js";
import { limitsAt, phaseAt } from "./xmr.js";

/** The columns and rows behind a chart. */
export function numbersOf(view) {
  const { chart, names, options } = view;
  const columns = [
    names.timeName, names.valueName, t("data.chart.range"), t("data.line.centre"), t("data.figure.lower"), t("data.figure.upper"),
    t("data.figure.upper-range"), t("data.figure.signals"),
  ];
  const rows = chart.points.map((point, index) => {
    const limits = limitsAt(phaseAt(chart, index), index);
    const number = value => (Number.isFinite(value) ? value : null);
    return [
      point.label, point.value, number(point.range), number(limits.centre), number(limits.lower), number(limits.upper), number(limits.upperRange),
      point.rules.map(rule => ruleWords(rule, options.rules)).join("; ") || null,
    ];
  });
  return { columns, rows };
}

export function pointTable(view) {
  const { columns, rows } = numbersOf(view);
  return html`<data-table .columns=${columns} .rows=${rows} .name=${view.names.valueName}></data-table>`;
}
