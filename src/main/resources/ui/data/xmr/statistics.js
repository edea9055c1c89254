// The figures of a chart, each with where it comes from.
import { html, nothing } from "../../core/html.js";
import { number, t } from "../../core/i18n.js";
import { formFor } from "./scale.js";
import { limitFormula, rangeFormula, sigmaFormula } from "./words.js";
import { limitsAt, signalsOf } from "./xmr.js";

export function statistics(view) {
  const { chart, options } = view;
  const phases = chart.phases;
  if (!phases.length) return nothing;
  const values = chart.points.map(point => point.value);
  const spread = values.reduce(([least, most], value) => [Math.min(least, value), Math.max(most, value)], [Infinity, -Infinity]);
  const form = formFor(...spread, 1000);
  const figure = value => (Number.isFinite(value) ? form(value) : "–");
  const limits = phases.map(phase => limitsAt(phase, phase.to));
  const signals = signalsOf(chart);
  const within = phase => signals.filter(index => index >= phase.from && index <= phase.to).length;
  const several = phases.length > 1;
  const rows = [
    ["n", phases.map(phase => number(phase.to - phase.from + 1)), ""],
    [t(`data.figure.${options.centre}`), limits.map(one => figure(one.centre)), ""],
    [t(`data.figure.${options.dispersion}`), limits.map(one => figure(one.averageRange)), ""],
    [t("data.figure.upper"), limits.map(one => figure(one.upper)), limitFormula(options)],
    [t("data.figure.lower"), limits.map(one => figure(one.lower)), ""],
    [t("data.figure.upper-range"), limits.map(one => figure(one.upperRange)), rangeFormula(options)],
    ["σ", limits.map(one => figure(one.averageRange / chart.sigma)), sigmaFormula(options)],
    [t("data.figure.signals"), phases.map(phase => number(within(phase))), ""],
  ];
  return html`
    <div class="chart-statistics" tabindex=${several ? "0" : nothing} role="group" aria-label=${t("data.statistics")}>
      <table class="plain">
        <caption class="unseen">${t("data.statistics")}</caption>
        ${several ? html`<thead><tr><td></td>${phases.map((_, index) => html`
          <th scope="col" class="number">${t("data.chart.phase", { number: index + 1 })}</th>`)}</tr></thead>` : nothing}
        <tbody>
          ${rows.map(([name, cells, formula]) => html`<tr>
            <th scope="row">${name}${formula ? html`<small>${formula}</small>` : nothing}</th>
            ${cells.map(cell => html`<td class="number">${cell}</td>`)}
          </tr>`)}
        </tbody>
      </table>
      ${notes(view)}
    </div>`;
}

function notes({ chart, options }) {
  const last = chart.phases.at(-1);
  const said = [
    last.trial && t("data.note.trial", { count: last.basis }),
    options.baseline && t("data.note.locked", { count: options.baseline.to - options.baseline.from + 1 }),
    last.slope && t("data.note.slope"),
    chart.moved && t("data.note.moved", { count: chart.moved }),
    chart.missing && t("data.note.missing", { count: chart.missing }),
  ].filter(Boolean);
  return said.length ? html`<ul class="chart-notes">${said.map(text => html`<li>${text}</li>`)}</ul>` : nothing;
}
