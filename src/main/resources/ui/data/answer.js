// What an answer about data rests on: its chart, its table, its query.
import "./sql-box.js";
import "./table.js";
import "./xmr/xmr-chart.js";
import { html, nothing } from "../core/html.js";
import { icon } from "../core/icons.js";
import { language, t } from "../core/i18n.js";
import { View } from "../core/view.js";
import { chartable, pointsFrom } from "./series.js";
import { saveWhole } from "./sql-box.js";

const ICONS = { chart: "data", table: "table", sql: "code" };

/**
 * `<data-answer>`: its property `data` is the member `data` of a message; `source` the id of the conversation's data
 * source, with which queries can be run again. A suggestion that is chosen is the event `ask`, its text the detail.
 */
class DataAnswer extends View {
  #data = null;
  #own = null;
  #tab = null;
  #axes = null;

  set data(data) {
    if (data === this.#data) return;
    this.#data = data;
    this.#own = this.#axes = null;
    this.update();
  }

  get data() {
    return this.#data;
  }

  set source(id) {
    this.sourceId = id;
    this.update();
  }

  mounted() {
    this.watch(language);
  }

  /** What is shown: what was answered, or the rows of a query that was changed here. */
  get #result() {
    const { columns, rows, ...rest } = this.#own ?? this.#data;
    return { ...rest, columns: (columns ?? []).map(column => column.name ?? column), rows: rows ?? [] };
  }

  #took(event) {
    event.stopPropagation();
    this.#own = event.detail;
    this.#axes = null;
    this.#tab = event.detail.rows.length ? "table" : "sql";
    this.update();
  }

  #chart(result) {
    if (!this.#own && this.#data.chart?.type === "xmr") return this.#data.chart;
    const can = chartable(result.columns, result.rows);
    if (!can) return null;
    const { time, value } = this.#axes ?? can;
    const key = `${time},${value}`;
    // The same object as long as it shows the same, so that phases and limits which were set stay.
    if (this.made?.rows !== result.rows || this.made.key !== key) this.made = { rows: result.rows, key, points: pointsFrom(result.columns, result.rows, time, value) };
    return this.made.points;
  }

  template() {
    if (!this.#data) return nothing;
    const result = this.#result;
    const chart = this.#chart(result);
    const given = !this.#own && this.#data.chart?.type === "xmr";
    const tabs = [chart && "chart", (result.rows.length > 0 || result.columns.length > 0) && "table", result.sql && "sql"].filter(Boolean);
    const usual = given ? "chart" : tabs.includes("table") ? "table" : tabs[0];
    const shown = tabs.includes(this.#tab) ? this.#tab : usual;
    return html`
      ${tabs.length ? html`
        <div class="answer-card">
          ${tabs.length > 1 ? this.#tabs(tabs, shown) : nothing}
          <div class="answer-panel" role=${tabs.length > 1 ? "tabpanel" : nothing} aria-label=${t(`data.tab.${shown}`)}>
            ${shown === "chart" ? html`${given ? nothing : this.#axesOf(result)}<xmr-chart .data=${chart}></xmr-chart>` : nothing}
            ${shown === "table" ? this.#table(result) : nothing}
            ${result.sql ? html`<sql-box ?hidden=${shown !== "sql"} .sql=${result.sql} .source=${this.sourceId ?? null} @rows=${event => this.#took(event)}></sql-box>` : nothing}
          </div>
          ${this.#own ? html`<div class="answer-own"><small>${t("data.answer.own")}</small>
            <button type="button" class="quiet small" @click=${() => { this.#own = null; this.#tab = null; this.update(); }}>${icon("retry")} ${t("data.answer.back")}</button></div>` : nothing}
        </div>` : nothing}
      ${this.#data.suggestions?.length ? html`
        <div class="suggestions" role="group" aria-label=${t("data.suggestions")}>
          ${this.#data.suggestions.map(text => html`<button type="button" class="suggestion" @click=${() => this.emit("ask", text)}>${text}</button>`)}
        </div>` : nothing}`;
  }

  #tabs(tabs, shown) {
    const go = tab => {
      this.#tab = tab;
      return this.update();
    };
    const pressed = event => {
      const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
      if (!step) return;
      event.preventDefault();
      const next = tabs[(tabs.indexOf(shown) + step + tabs.length) % tabs.length];
      go(next).then(() => this.querySelector('[role="tab"][aria-selected="true"]')?.focus());
    };
    return html`
      <div class="segments answer-tabs" role="tablist" aria-label=${t("data.tabs")} @keydown=${pressed}>
        ${tabs.map(tab => html`<button type="button" role="tab" aria-selected=${String(tab === shown)} tabindex=${tab === shown ? "0" : "-1"}
          @click=${() => go(tab)}>${icon(ICONS[tab])} ${t(`data.tab.${tab}`)}</button>`)}
      </div>`;
  }

  #table(result) {
    const cut = result.row_count > result.rows.length || result.truncated;
    const total = Math.max(result.row_count ?? 0, result.rows.length);
    const note = cut ? t(result.truncated ? "data.table.first-of-more" : "data.table.first-of", { total }) : "";
    const runs = cut && (this.sourceId ?? null) !== null;
    return html`
      <data-table .columns=${result.columns} .rows=${result.rows} .note=${note}
        .wholeFile=${runs ? () => saveWhole(this.sourceId, result.sql, "rows") : null} .name=${t("data.answer.rows")}></data-table>`;
  }

  /** Which column is charted over which, where it was not the answer that chose. */
  #axesOf({ columns, rows }) {
    const can = chartable(columns, rows);
    const { time, value } = this.#axes ?? can;
    const choose = change => {
      this.#axes = { time, value, ...change };
      this.update();
    };
    const select = (label, chosen, entries, run) => html`<label class="inline-select">${label}
      <select @change=${event => run(Number(event.target.value))}>${entries.map(([index, name]) => html`
        <option value=${index} ?selected=${index === chosen}>${name}</option>`)}</select></label>`;
    return html`<div class="row axes">
      ${select(t("data.chart.value"), value, can.numeric.map(index => [index, columns[index]]), index => choose({ value: index }))}
      ${select(t("data.chart.over-label"), time, [[-1, t("data.chart.order")], ...columns.map((name, index) => [index, name])], index => choose({ time: index }))}
    </div>`;
  }
}

customElements.define("data-answer", DataAnswer);
