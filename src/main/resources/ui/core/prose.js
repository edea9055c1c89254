// A Markdown text that may still be growing. Blocks that can no longer change are left alone; only the last is drawn again.
import { announce } from "./announce.js";
import { html, nothing, render } from "./html.js";
import { number, t } from "./i18n.js";
import { blocksOf, onlySpans, plainText, renderBlock, renderInline } from "./markdown.js";
import { showMaths } from "./markdown-maths.js";
import { morphChildren } from "./morph.js";
import "./picture.js";
import { settle } from "./settle.js";
import { toast } from "./toast.js";

const MOST_AT_ONCE = 60_000;
const MOST_ROWS = 200;
const MOST_HIGHLIGHTED = 12_000;
let made = 0;

class ProseText extends HTMLElement {
  #text = "";
  #growing = false;
  #shown = "";
  #all = false;
  #env = {};
  #done = 0;
  #fixed = 0;
  #body;
  #foot;
  #due = false;
  #pause = 0;
  #id = ++made;

  /** The Markdown. */
  set text(text) {
    if (text === this.#text) return;
    this.#text = text;
    this.#ask();
  }

  get text() {
    return this.#text;
  }

  /** Whether more of it is to come. */
  set growing(growing) {
    if (growing === this.#growing) return;
    this.#growing = growing;
    if (!growing) {
      this.#pause = 0;
      // Addresses that are named at the end are known only now.
      if (Object.keys(this.#env.references ?? {}).length) this.#restart();
    }
    this.#ask();
  }

  connectedCallback() {
    this.classList.add("prose");
    this.addEventListener("click", this);
    if (!this.#body) {
      this.#body = document.createElement("div");
      this.#foot = document.createElement("div");
      this.append(this.#body, this.#foot);
    }
    this.#draw();
  }

  disconnectedCallback() {
    this.removeEventListener("click", this);
  }

  #ask() {
    if (!this.#body || this.#due) return;
    if (!this.#growing) {
      this.#draw();
      return;
    }
    this.#due = true;
    // A text that takes long to draw is drawn less often, so that typing stays smooth beside it.
    const draw = () => { this.#due = false; if (this.isConnected) this.#draw(); };
    if (this.#pause > 20) setTimeout(draw, this.#pause);
    else requestAnimationFrame(draw);
  }

  #draw() {
    const begun = performance.now();
    const text = this.#all ? this.#text : cutAtLine(this.#text, MOST_AT_ONCE);
    if (this.#growing && text === this.#shown) return;
    if (!text.startsWith(this.#shown.slice(0, this.#done))) this.#restart();
    this.#shown = text;
    const rest = text.slice(this.#done);
    const source = this.#growing ? settle(rest) : rest;
    const blocks = blocksOf(source, this.#env);
    const wanted = document.createDocumentFragment();
    const finished = blocks.slice(0, -1);
    let kept = 0;
    for (const block of finished) {
      const piece = renderBlock(block, this.#env);
      kept += piece.childNodes.length;
      wanted.append(piece);
    }
    if (blocks.length) wanted.append(renderBlock(blocks.at(-1), this.#env));
    this.#complete(wanted);
    morphChildren(this.#body, this.#body.childNodes[this.#fixed] ?? null, wanted);
    if (finished.length && this.#growing) {
      const to = offsetOfLine(source, blocks.at(-1).from);
      // Only what the text itself has is fixed, not what was closed for it.
      if (rest.startsWith(source.slice(0, to))) {
        this.#done += to;
        this.#fixed += kept;
      }
    }
    this.#after(text);
    this.#pause = Math.min(1500, (performance.now() - begun) * 4);
  }

  #restart() {
    this.#env = {};
    this.#done = 0;
    this.#fixed = 0;
  }

  /** Pictures and long tables, before they are inserted. */
  #complete(piece) {
    for (const place of piece.querySelectorAll("span.picture")) {
      const picture = document.createElement("own-picture");
      picture.setAttribute("alt", place.dataset.alt);
      picture.setAttribute("src", place.dataset.src);
      place.replaceChildren(picture);
    }
    for (const body of piece.querySelectorAll("tbody")) {
      if (body.rows.length <= MOST_ROWS) continue;
      const more = [...body.rows].slice(MOST_ROWS);
      const button = document.createElement("button");
      button.type = "button";
      button.dataset.keep = `rows:${more.length}`;
      button.className = "small more-rows";
      button.textContent = t("prose.rows", { count: more.length });
      button.addEventListener("click", () => { body.append(...more); button.remove(); });
      more.forEach(row => row.remove());
      body.closest(".table").append(button);
    }
  }

  #after(text) {
    if (this.querySelector(".maths:not([data-done])")) showMaths(this).catch(() => {});
    if (this.#env.notes || this.querySelector(".note-mark")) this.#linkNotes();
    if (!this.#growing || this.#fixed) this.#highlight();
    const left = this.#text.length - text.length;
    render(html`${this.#notes()}${left > 0 && !this.#all ? html`
      <button type="button" class="small" @click=${() => { this.#all = true; this.#draw(); }}>
        ${t("prose.rest", { count: Math.ceil(left / 1000) })}</button>` : nothing}`, this.#foot);
  }

  /** The order of the notes is that of their first marks. */
  #linkNotes() {
    const order = [];
    for (const mark of this.querySelectorAll(".note-mark")) {
      const name = mark.dataset.note;
      if (!this.#env.notes?.has(name)) continue;
      if (!order.includes(name)) order.push(name);
      const place = order.indexOf(name) + 1;
      const link = document.createElement("a");
      link.href = `#note-${this.#id}-${place}`;
      link.textContent = number(place);
      link.setAttribute("aria-label", t("prose.note", { number: place }));
      if (mark.textContent !== link.textContent) mark.replaceChildren(link);
      if (!this.querySelector(`#mark-${this.#id}-${place}`)) mark.id = `mark-${this.#id}-${place}`;
    }
    this.order = order;
  }

  #notes() {
    if (!this.order?.length) return nothing;
    return html`<section class="notes" aria-label=${t("prose.notes")}><ol>${this.order.map((name, index) => html`
      <li id="note-${this.#id}-${index + 1}" dir="auto">${renderInline(this.#env.notes.get(name), {})}
        <a href="#mark-${this.#id}-${index + 1}" aria-label=${t("prose.back")}>↩</a></li>`)}</ol></section>`;
  }

  async #highlight() {
    const finished = [...this.#body.childNodes].slice(0, this.#growing ? this.#fixed : undefined);
    const waiting = finished.flatMap(node => node.querySelectorAll ? [
      ...(node.matches("figure.code") ? [node] : []), ...node.querySelectorAll("figure.code")] : [])
      .filter(figure => figure.dataset.language && !figure.dataset.coloured);
    if (!waiting.length) return;
    const { default: highlighter } = await import("../lib/highlight.js");
    for (const figure of waiting) {
      const code = figure.querySelector("code");
      if (!highlighter.getLanguage(figure.dataset.language) || code.textContent.length > MOST_HIGHLIGHTED) continue;
      if (figure.dataset.coloured) continue;
      figure.dataset.coloured = "yes";
      figure.dataset.keep = `code:${code.textContent}`;
      const coloured = highlighter.highlight(code.textContent, { language: figure.dataset.language, ignoreIllegals: true }).value;
      code.replaceChildren(onlySpans(coloured));
    }
  }

  async handleEvent(event) {
    const link = event.target.closest(".note-mark a, .notes a");
    if (link) {
      event.preventDefault();
      const there = this.querySelector(`[id="${link.hash.slice(1)}"]`);
      there?.scrollIntoView({ block: "center" });
      there?.querySelector("a")?.focus();
    }
    const button = event.target.closest("[data-does]");
    if (!button) return;
    const figure = button.closest("figure");
    if (button.dataset.does === "wrap") {
      button.setAttribute("aria-pressed", String(figure.classList.toggle("wrapped")));
      return;
    }
    await navigator.clipboard?.writeText(figure.querySelector("code").textContent).then(
      () => { button.textContent = t("copied"); announce(t("copied")); setTimeout(() => { button.textContent = t("copy"); }, 1500); },
      () => toast(t("problem"), { kind: "bad" }));
  }
}

customElements.define("prose-text", ProseText);

function offsetOfLine(text, line) {
  let at = 0;
  for (let passed = 0; passed < line; passed++) {
    at = text.indexOf("\n", at) + 1;
    if (at === 0) return text.length;
  }
  return at;
}

function cutAtLine(text, most) {
  if (text.length <= most * 1.2) return text;
  const line = text.lastIndexOf("\n", most);
  return text.slice(0, line > most / 2 ? line : most);
}

/** The whole sentences of a growing text beyond a place, for reading aloud. @returns {[string, number]} */
export function sentencesFrom(text, from) {
  const found = /^[^]*[.!?…:](?=\s|$)|^[^]*\n\n/.exec(text.slice(from));
  return found ? [plainText(found[0]), from + found[0].length] : ["", from];
}
