// The query behind an answer: to be read, changed, and run again.
import { get, post, request, saveBlob } from "../core/api.js";
import { html, live, nothing } from "../core/html.js";
import { icon } from "../core/icons.js";
import { language, number, t } from "../core/i18n.js";
import { toast, toastProblem } from "../core/toast.js";
import { View } from "../core/view.js";
import { laidOut, tokensOf } from "./sql.js";

/**
 * `<sql-box>` with the properties `sql` and `source` (the id of the data source; without it nothing can be run). It
 * tells of rows with the event `rows`: `{ sql, columns, rows, truncated, duration_ms }`.
 */
class SqlBox extends View {
  #sql = "";
  #draft = null;
  #problem = "";
  #took = null;
  #running = null;

  set sql(sql) {
    if (sql === this.#sql) return;
    this.#sql = sql ?? "";
    this.#draft = this.#problem = null;
    this.update();
  }

  set source(id) {
    this.sourceId = id;
    this.update();
  }

  mounted() {
    this.watch(language);
    this.onLeave(() => this.#running?.abort());
  }

  async #run() {
    const sql = (this.#draft ?? this.#sql).trim();
    if (!sql || this.#running) return;
    this.#running = new AbortController();
    this.#problem = "";
    this.update();
    try {
      const answer = await post(`/api/data-sources/${this.sourceId}/query`, { sql }, { signal: this.#running.signal });
      this.#took = answer.ms;
      this.emit("rows", {
        sql, columns: answer.columns, rows: answer.sqlResults.map(row => answer.columns.map(name => row[name])), truncated: answer.truncated, duration_ms: answer.ms,
      });
    } catch (problem) {
      if (problem.name !== "AbortError") this.#problem = problem.message;
    }
    this.#running = null;
    this.update();
  }

  #edit() {
    this.#draft = laidOut(this.#sql);
    this.update().then(() => this.querySelector("textarea")?.focus());
  }

  #pressed(event) {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) this.#run();
    else if (event.key === "Escape") this.#leave();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  #leave() {
    this.#draft = this.#problem = null;
    this.update().then(() => this.querySelector("button")?.focus());
  }

  async #copy() {
    await navigator.clipboard.writeText(this.#draft ?? laidOut(this.#sql));
    toast(t("copied"), { kind: "good" });
  }

  template() {
    const editing = this.#draft !== null;
    const text = laidOut(this.#sql);
    const runs = (this.sourceId ?? null) !== null;
    return html`
      <div class="sql-tools">
        ${editing || !runs ? nothing : html`<button type="button" class="small" @click=${() => this.#edit()}>${icon("edit")} ${t("edit")}</button>`}
        ${runs ? html`<button type="button" class="small ${editing ? "primary" : ""}" ?disabled=${this.#running !== null} @click=${() => this.#run()}>
          ${this.#running ? html`<span class="spinner"></span>` : icon("play")} ${t("data.sql.run")}</button>` : nothing}
        ${editing ? html`<button type="button" class="quiet small" @click=${() => this.#leave()}>${t("cancel")}</button>` : nothing}
        <button type="button" class="quiet small" @click=${() => this.#copy()}>${icon("copy")} ${t("copy")}</button>
        ${this.#took === null ? nothing : html`<small>${t("data.sql.took", { ms: number(this.#took, { maximumFractionDigits: 1 }) })}</small>`}
      </div>
      ${editing
        ? html`<textarea class="sql" spellcheck="false" autocapitalize="off" aria-label="SQL" rows=${Math.min(18, this.#draft.split("\n").length + 1)}
            .value=${live(this.#draft)} @input=${event => { this.#draft = event.target.value; }} @keydown=${event => this.#pressed(event)}></textarea>`
        : html`<pre class="sql" tabindex="0" aria-label="SQL"><code>${tokensOf(text).map(token => (token.kind === "space" || token.kind === "other"
          ? token.text : html`<span class=${token.kind}>${token.text}</span>`))}</code></pre>`}
      ${this.#problem ? html`<p class="note bad" role="alert">${icon("warning")} <span>${this.#problem}</span></p>` : nothing}`;
  }
}

customElements.define("sql-box", SqlBox);

/** All rows of a query as a file, which the server writes. */
export async function saveWhole(sourceId, sql, name) {
  try {
    const response = await request("POST", `/api/data-sources/${sourceId}/query`, { body: { sql }, headers: { Accept: "text/csv" } });
    saveBlob(await response.blob(), `${name}.csv`);
  } catch (problem) {
    toastProblem(problem);
  }
}

/** The queries that were run before. */
export const pastQueries = sourceId => get(`/api/data-sources/${sourceId}/queries`);
