// A data source: ask it, and see what it holds and what was made of it.
import "./ask.js";
import "./table.js";
import { get, post } from "../core/api.js";
import { html, nothing } from "../core/html.js";
import { icon } from "../core/icons.js";
import { dateTime, language, number, t } from "../core/i18n.js";
import { openMenu } from "../core/menu.js";
import { toast, toastProblem } from "../core/toast.js";
import { View } from "../core/view.js";
import { nameOf } from "./sources.js";

const FIRST = 20;
const quoted = name => name.split(".").map(part => `"${part.replaceAll('"', '""')}"`).join(".");
const ticked = name => name.split(".").map(part => `\`${part.replaceAll("`", "``")}\``).join(".");

/** `<source-page>` with the property `source`: as the server lists it. */
class SourcePage extends View {
  #source = null;
  #about = null;
  #problem = "";
  #rows = new Map();

  set source(source) {
    const other = source.id !== this.#source?.id;
    this.#source = source;
    if (other) this.#load();
  }

  mounted() {
    this.watch(language);
  }

  async #load() {
    const { id } = this.#source;
    this.#about = null;
    this.#problem = "";
    this.#rows = new Map();
    this.update();
    try {
      const about = await get(`/api/data-sources/${id}`);
      if (id !== this.#source.id) return;
      this.#about = about;
      if (about.tables[0]) this.#show(about.tables[0].name);
    } catch (problem) {
      this.#problem = problem.message;
    }
    this.update();
  }

  /** The first rows of a table. */
  async #show(table) {
    const { id, type } = this.#source;
    if (this.#rows.has(table)) return;
    this.#rows.set(table, null);
    try {
      const name = type === "mysql" ? ticked(table) : quoted(table);
      const answer = await post(`/api/data-sources/${id}/query`, { sql: `SELECT * FROM ${name} LIMIT ${FIRST}` });
      if (id !== this.#source.id) return;
      this.#rows.set(table, { columns: answer.columns, rows: answer.sqlResults.map(row => answer.columns.map(column => row[column])) });
    } catch (problem) {
      this.#rows.set(table, { problem: problem.message });
    }
    this.update();
  }

  async #test() {
    try {
      const tested = await post(`/api/data-sources/${this.#source.id}/test`);
      if (tested.reachable) toast(t("data.connect.works", { count: tested.tables.length }), { kind: "good" });
      else toast(tested.reason, { kind: "bad", lasts: 9000 });
    } catch (problem) {
      toastProblem(problem);
    }
  }

  template() {
    const source = this.#source;
    const profile = this.#about?.profile;
    return html`
      <div class="page source">
        <header>
          <div class="grow">
            <h1>${nameOf(source)}</h1>
            <p class="field-note">
              ${t(`data.type.${source.type}`)}
              ${profile ? html` · ${t("data.table.rows", { count: profile.rows })} · ${t("data.columns-count", { count: profile.columns.length })}` : nothing}
              · ${t("data.since", { date: dateTime(source.createdAt, { dateStyle: "medium" }) })}
            </p>
          </div>
          <button type="button" class="icon" aria-label=${t("more")} aria-haspopup="menu" @click=${event => openMenu(event.currentTarget, [
            { label: t("data.connect.test"), icon: "check", run: () => this.#test() },
            "line",
            { label: t("delete"), icon: "trash", danger: true, run: () => this.emit("gone") },
          ])}>${icon("more")}</button>
        </header>
        ${source.reachable ? nothing : html`<p class="note bad" role="alert">${icon("warning")} <span>${source.reason}</span></p>`}
        ${this.#problem ? html`<div class="note bad" role="alert">${icon("warning")} <span class="grow">${this.#problem}</span>
          <button type="button" class="small" @click=${() => this.#load()}>${t("retry")}</button></div>` : nothing}
        <ask-data .source=${source} .suggestions=${this.#about?.suggestions ?? null}></ask-data>
        ${this.#about ? this.#holds() : this.#problem ? nothing : html`<p class="waiting"><span class="spinner"></span> ${t("loading")}</p>`}
      </div>`;
  }

  #holds() {
    const { profile, tables } = this.#about;
    return html`
      ${profile ? this.#reading(profile) : nothing}
      ${tables.length ? html`<h2>${t(profile ? "data.first-rows" : "data.tables")}</h2>` : nothing}
      ${tables.map((table, index) => profile ? this.#first(table.name) : html`
        <details class="table-of" ?open=${index === 0} @toggle=${event => event.target.open && this.#show(table.name)}>
          <summary>${icon("table")} <b>${table.name}</b> <small>${t("data.columns-count", { count: table.columns.length })}</small></summary>
          <ul class="columns">${table.columns.map(column => html`<li><b>${column.name}</b> <span class="chip">${t(`data.kind.${column.type}`)}</span></li>`)}</ul>
          ${this.#first(table.name)}
        </details>`)}`;
  }

  #first(table) {
    const found = this.#rows.get(table);
    if (!found) return html`<p class="waiting rows"><span class="spinner"></span> ${t("loading")}</p>`;
    if (found.problem) return html`<p class="note bad">${icon("warning")} <span>${found.problem}</span></p>`;
    return html`<data-table .columns=${found.columns} .rows=${found.rows} .name=${table} .note=${found.rows.length === FIRST ? t("data.table.beginning") : ""}></data-table>`;
  }

  /** What was inferred of a file, and what was repaired or ignored while it was read. */
  #reading(profile) {
    return html`
      <section aria-labelledby="data-reading">
        <h2 id="data-reading">${t("data.reading-of")}</h2>
        ${profile.repairs.length ? html`
          <div class="note warn">${icon("warning")}<div><b>${t("data.repaired")}</b>
            <ul>${profile.repairs.map(sentence => html`<li>${sentence}</li>`)}</ul></div></div>`
          : html`<p class="note">${icon("check")} <span>${t("data.nothing-repaired")}</span></p>`}
        <p class="field-note">${t("data.written-in", { encoding: profile.encoding, delimiter: delimiterName(profile.delimiter) })}</p>
        <div class="scroll-x" tabindex="0" role="group" aria-label=${t("data.columns")}>
          <table class="plain columns-table">
            <thead><tr><th scope="col">${t("data.column")}</th><th scope="col">${t("data.column-type")}</th>
              <th scope="col" class="number">${t("data.column-missing")}</th><th scope="col" class="number">${t("data.column-unparsed")}</th></tr></thead>
            <tbody>${profile.columns.map(column => html`<tr>
              <th scope="row">${column.name}${column.header && column.header !== column.name ? html`<small>${t("data.header-was", { header: column.header })}</small>` : nothing}</th>
              <td><span class="chip">${t(`data.kind.${column.type}`)}</span> ${column.form ? html`<small>${column.form}</small>` : nothing}</td>
              <td class="number">${number(column.missing)}</td>
              <td class="number">${number(column.unparsed)}${column.examples.length ? html`<small>${column.examples.map(text => `“${text}”`).join(", ")}</small>` : nothing}</td>
            </tr>`)}</tbody>
          </table>
        </div>
      </section>`;
  }
}

const NAMED = { ",": "comma", ";": "semicolon", "\t": "tab", "|": "pipe", " ": "space" };
const delimiterName = delimiter => (NAMED[delimiter] ? t(`data.delimiter.${NAMED[delimiter]}`) : delimiter);

customElements.define("source-page", SourcePage);
