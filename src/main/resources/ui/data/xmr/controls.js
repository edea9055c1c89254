// The switches of a chart.
import { html, nothing } from "../../core/html.js";
import { icon } from "../../core/icons.js";
import { t } from "../../core/i18n.js";
import { openMenu } from "../../core/menu.js";
import { markIcon } from "./marks.js";
import { PROFILES, rulesOf } from "./rules.js";
import { saveMenu } from "./save.js";
import { ruleWords } from "./words.js";

export function controls(view) {
  const { shown, fromZero } = view.look;
  const choice = (label, pressed, run) => html`<button type="button" aria-pressed=${String(pressed)} @click=${run}>${label}</button>`;
  return html`
    <div class="chart-controls">
      <label class="inline-select"><span class="unseen">${t("data.rules")}</span>
        <select @change=${event => view.change({ rules: event.target.value, without: [] })}>
          ${Object.keys(PROFILES).map(name => html`
            <option value=${name} ?selected=${view.options.rules === name}>${t(`data.profile.${name}`)}</option>`)}
        </select>
      </label>
      <div class="segments" role="group" aria-label=${t("data.chart.shown")}>
        ${choice(t("data.chart.as-chart"), shown === "chart", () => view.setLook({ shown: "chart" }))}
        ${choice(t("data.chart.as-table"), shown === "table", () => view.setLook({ shown: "table" }))}
      </div>
      <button type="button" class="icon" aria-label=${t("data.chart.settings")} title=${t("data.chart.settings")} aria-haspopup="menu"
              @click=${event => openMenu(event.currentTarget, settings(view, fromZero))}>${icon("settings")}</button>
      <button type="button" class="icon" aria-label=${t("data.chart.save")} title=${t("data.chart.save")} aria-haspopup="menu"
              @click=${event => openMenu(event.currentTarget, saveMenu(view))}>${icon("download")}</button>
    </div>`;
}

function settings(view, fromZero) {
  const { options } = view;
  const choose = (name, value, label) => ({ label, checked: options[name] === value, run: () => view.change({ [name]: value }) });
  return [
    { label: t("data.chart.fitted"), checked: !fromZero, run: () => view.setLook({ fromZero: false }) },
    { label: t("data.chart.from-zero"), checked: fromZero, run: () => view.setLook({ fromZero: true }) },
    "line",
    choose("centre", "mean", t("data.centre.mean")),
    choose("centre", "median", t("data.centre.median")),
    "line",
    choose("dispersion", "mean-range", t("data.dispersion.mean-range")),
    choose("dispersion", "median-range", t("data.dispersion.median-range")),
    "line",
    choose("slope", "none", t("data.slope.none")),
    choose("slope", "half-averages", t("data.slope.half-averages")),
    choose("slope", "least-squares", t("data.slope.least-squares")),
    "line",
    ...["wheeler", "nist", "exact"].map(name => choose("constants", name, t(`data.constants.${name}`))),
  ];
}

/** The legend, each entry of which switches its rule on and off. */
export function ruleToggles(view) {
  const { rules, without } = view.options;
  const counts = new Map();
  for (const point of view.chart.points) for (const rule of point.rules) counts.set(rule, (counts.get(rule) ?? 0) + 1);
  return html`
    <div class="rule-toggles" role="group" aria-label=${t("data.rules.which")}>
      ${rulesOf(rules).map(rule => {
        const counts_ = !without.includes(rule);
        const found = counts.get(rule) ?? 0;
        return html`<button type="button" class="rule-toggle ${found ? "found" : ""}" aria-pressed=${String(counts_)} title=${t("data.rules.toggle")}
          @click=${() => view.change({ without: counts_ ? [...without, rule] : without.filter(other => other !== rule) })}>
          ${markIcon(rule)}<span>${ruleWords(rule, rules)}</span><b>${counts_ ? found : "–"}</b></button>`;
      })}
    </div>`;
}

/** What was set by hand, each with a way back. */
export function phaseChips(view) {
  const { baseline, phaseStarts } = view.options;
  const dated = index => view.dated(view.chart.points[index]);
  if (!baseline && !phaseStarts.length && !view.isChanged) return nothing;
  const chip = (name, words, undo, undoLabel) => html`<span class="chip">${icon(name)}${words}
    <button type="button" class="icon tiny" aria-label=${undoLabel} title=${undoLabel} @click=${undo}>${icon("close")}</button></span>`;
  return html`
    <div class="chart-chips">
      ${phaseStarts.map(start => chip("branch", t("data.chart.phase-from", { date: dated(start) }),
        () => view.change({ phaseStarts: phaseStarts.filter(other => other !== start) }), t("data.menu.join")))}
      ${baseline ? chip("lock", t("data.chart.locked", { from: dated(baseline.from), to: dated(baseline.to) }),
        () => view.change({ baseline: null }), t("data.menu.unlock")) : nothing}
      ${view.isChanged ? html`<button type="button" class="quiet small" @click=${() => view.reset()}>${icon("retry")} ${t("data.chart.reset")}</button>` : nothing}
    </div>`;
}
