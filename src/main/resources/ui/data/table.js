// A table of rows: sorted by any column, copied, kept as a file; of many rows only those in sight are elements.
import { saveBlob } from "../core/api.js";
import { announce } from "../core/announce.js";
import { html, nothing } from "../core/html.js";
import { icon } from "../core/icons.js";
import { language, number, t } from "../core/i18n.js";
import { toast, toastProblem } from "../core/toast.js";
import { View } from "../core/view.js";
import { cellText, csvOf, tabbedOf } from "./csv.js";

const ROW = 33;
const AROUND = 12;
const FEW = 60;
const WIDEST = 42;
const SAMPLE = 200;

/**
 * `<data-table>` with the properties `columns` (names, or `{ name }`), `rows` (arrays in their order), `name` (of the
 * file), and `note` (what is said beside the number of rows). With `whole`, a function, it can be asked for all rows.
 */
class DataTable extends View {
  #columns = [];
  #rows = [];
  #sorted = null;
  #by = { column: -1, down: false };
  #from = 0;
  #seen = FEW;

  set columns(columns) {
    this.#columns = (columns ?? []).map(column => (typeof column === "string" ? column : column.name));
    this.#forget();
  }

  set rows(rows) {
    if (rows === this.#rows) return;
    this.#rows = rows ?? [];
    this.#by = { column: -1, down: false };
    this.#forget();
  }

  set name(name) {
    this.called = name;
  }

  set note(note) {
    this.noted = note;
    this.update();
  }

  #forget() {
    this.#sorted = null;
    this.widths = null;
    this.update();
  }

  mounted() {
    this.watch(language);
    const observer = new ResizeObserver(() => this.#scrolled());
    this.watchSize = element => element && observer.observe(element);
    this.onLeave(() => observer.disconnect());
  }

  updated() {
    this.watchSize(this.querySelector(".table-scroll"));
  }

  #scrolled() {
    const scroller = this.querySelector(".table-scroll");
    if (!scroller || this.#rows.length <= FEW) return;
    const from = Math.max(0, Math.floor(scroller.scrollTop / ROW) - AROUND);
    const seen = Math.ceil(scroller.clientHeight / ROW) + 2 * AROUND;
    if (Math.abs(from - this.#from) < AROUND / 2 && seen <= this.#seen) return;
    this.#from = from;
    this.#seen = seen;
    this.update();
  }

  /** The rows in the order that was chosen. */
  get #order() {
    if (this.#by.column < 0) return this.#rows;
    if (!this.#sorted) {
      const { column, down } = this.#by;
      this.#sorted = [...this.#rows].sort((one, other) => compare(one[column], other[column], down));
    }
    return this.#sorted;
  }

  #sortBy(column) {
    const { column: before, down } = this.#by;
    if (before !== column) this.#by = { column, down: false };
    else if (!down) this.#by = { column, down: true };
    else this.#by = { column: -1, down: false };
    this.#sorted = null;
    this.update();
    const way = this.#by.column < 0 ? "none" : this.#by.down ? "down" : "up";
    announce(t(`data.table.sorted-${way}`, { column: this.#columns[column] }));
  }

  async #copy() {
    try {
      await navigator.clipboard.writeText(tabbedOf(this.#columns, this.#order));
      toast(t("data.table.copied", { count: this.#rows.length }), { kind: "good" });
    } catch (problem) {
      toastProblem(problem);
    }
  }

  async #save() {
    if (this.wholeFile) return this.wholeFile();
    return saveBlob(new Blob([csvOf(this.#columns, this.#order)], { type: "text/csv" }), `${this.called || "rows"}.csv`);
  }

  /** In letters, so that nothing moves while rows come and go. */
  get #widths() {
    if (!this.widths) {
      const sample = this.#rows.slice(0, SAMPLE);
      this.widths = this.#columns.map((name, index) => {
        const longest = sample.reduce((most, row) => Math.max(most, shown(row[index]).length), 0);
        return Math.min(WIDEST, Math.max(5, name.length + 2, longest)) + 2;
      });
    }
    return this.widths;
  }

  template() {
    const rows = this.#order;
    const virtual = rows.length > FEW;
    const from = virtual ? Math.min(this.#from, Math.max(0, rows.length - this.#seen)) : 0;
    const to = virtual ? Math.min(rows.length, from + this.#seen) : rows.length;
    const widths = this.#widths;
    const numeric = this.#columns.map((_, index) => rows.slice(0, SAMPLE).every(row => row[index] === null || typeof row[index] === "number"));
    return html`
      <div class="table-tools">
        <small>${t("data.table.rows", { count: rows.length })}${this.noted ? html` · ${this.noted}` : nothing}</small>
        <span class="grow"></span>
        <button type="button" class="quiet small" @click=${() => this.#copy()}>${icon("copy")} ${t("copy")}</button>
        <button type="button" class="quiet small" @click=${() => this.#save()}>${icon("download")} CSV</button>
      </div>
      <div class="table-scroll" tabindex="0" role="group" aria-label=${t("data.table.label", { name: this.called ?? "" })} @scroll=${() => this.#scrolled()}>
        <table aria-rowcount=${rows.length + 1} .style=${widthOf(widths)}>
          <colgroup>${widths.map(width => html`<col .style=${`width:${width}ch`}>`)}</colgroup>
          <thead><tr aria-rowindex="1">
            ${this.#columns.map((name, index) => html`
              <th scope="col" class=${numeric[index] ? "number" : ""} aria-sort=${this.#by.column === index ? (this.#by.down ? "descending" : "ascending") : "none"}>
                <button type="button" @click=${() => this.#sortBy(index)} title=${name}>
                  <span>${name}</span><i class=${this.#by.column === index ? (this.#by.down ? "down" : "up") : ""} aria-hidden="true"></i>
                </button>
              </th>`)}
          </tr></thead>
          <tbody>
            ${from > 0 ? html`<tr class="room" aria-hidden="true" .style=${`height:${from * ROW}px`}></tr>` : nothing}
            ${rows.slice(from, to).map((row, index) => html`<tr aria-rowindex=${from + index + 2}>
              ${this.#columns.map((_, column) => cell(row[column], numeric[column]))}</tr>`)}
            ${to < rows.length ? html`<tr class="room" aria-hidden="true" .style=${`height:${(rows.length - to) * ROW}px`}></tr>` : nothing}
          </tbody>
        </table>
      </div>`;
  }
}

/** As wide as there is room, unless that is far more than its columns need. */
function widthOf(widths) {
  const least = widths.reduce((sum, width) => sum + width, 0);
  return `width:min(${Math.round(least * 1.8)}ch,max(100cqi - 2px,${least}ch))`;
}

function cell(value, isNumeric) {
  if (value === null || value === undefined) return html`<td class="nothing ${isNumeric ? "number" : ""}" aria-label=${t("data.table.empty")}>–</td>`;
  const text = shown(value);
  const whole = cellText(value);
  return html`<td class=${isNumeric ? "number" : ""} title=${text === whole && text.length < 24 ? nothing : whole}>${text}</td>`;
}

/** Numbers in the language's form, with as many digits as can be read; the whole of it is in the title and in files. */
function shown(value) {
  if (typeof value === "number" && !Number.isInteger(value)) return number(value, { maximumSignificantDigits: 8, useGrouping: false });
  return cellText(value);
}

/** What is missing comes last, in both directions. */
function compare(one, other, down) {
  const missing = (one ?? null) === null ? ((other ?? null) === null ? 0 : 1) : (other ?? null) === null ? -1 : 0;
  if (missing || ((one ?? null) === null)) return missing;
  const order = typeof one === "number" && typeof other === "number"
    ? one - other : cellText(one).localeCompare(cellText(other), undefined, { numeric: true });
  return down ? -order : order;
}

customElements.define("data-table", DataTable);
