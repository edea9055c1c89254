// A list of messages as long as one likes: only what is near the view is in the page. What the reader looks at stays
// where it is, whatever is loaded or grows around it; and a reader at the end stays at the end.
import { html, nothing, repeat } from "../core/html.js";
import { icon } from "../core/icons.js";
import { t } from "../core/i18n.js";
import { View } from "../core/view.js";
import { Heights } from "./heights.js";

const MARGIN = 900;
const NEAR = 60;

class MessageLog extends View {
  #items = [];
  #heights = new Heights();
  #range = { from: 0, to: 0, before: 0, after: 0 };
  #stuck = true;
  #anchor = null;
  #lastTop = 0;
  #lastHeight = 0;
  #sizes = new ResizeObserver(entries => this.#measured(entries));
  #observed = new Set();

  /** What shows one entry. */
  show = () => nothing;
  hasNewer = false;

  /** `{ key, guess }` and what `show` needs. */
  set items(items) {
    if (items === this.#items) return;
    this.#items = items;
    this.update();
  }

  mounted() {
    this.tabIndex = 0;
    this.listen(this, "scroll", () => this.#scrolled(), { passive: true });
    this.listen(this, "wheel", event => { if (event.deltaY < 0) this.#turnedBack(); }, { passive: true });
    this.listen(this, "keydown", event => { if (/^(?:PageUp|ArrowUp|Home)$/.test(event.key)) this.#turnedBack(); });
    this.#sizes.observe(this);
    this.onLeave(() => { this.#sizes.disconnect(); this.#observed.clear(); });
  }

  /** Goes to the end, and stays there. */
  toEnd({ smooth = false } = {}) {
    this.#stuck = true;
    const there = () => this.scrollTo({ top: this.scrollHeight, behavior: smooth ? "smooth" : "instant" });
    if (!smooth) this.update();
    this.update().then(there);
  }

  /** Shows an entry, in the middle of the view. */
  async toItem(key) {
    const index = this.#items.findIndex(item => item.key === key);
    if (index < 0) return;
    this.#stuck = false;
    this.#anchor = null;
    for (let turn = 0; turn < 3; turn++) {
      let top = 0;
      for (let at = 0; at < index; at++) top += this.#heights.of(this.#items[at]);
      this.scrollTop = top - this.clientHeight / 3;
      this.#anchor = null;
      await this.update();
      await new Promise(requestAnimationFrame);
    }
    const entry = this.#entries().find(one => one.dataset.key === key);
    entry?.scrollIntoView({ block: "center" });
    entry?.classList.add("found");
    setTimeout(() => entry?.classList.remove("found"), 2500);
    this.#remember();
  }

  get atEnd() {
    return this.scrollHeight - this.scrollTop - this.clientHeight < NEAR;
  }

  #entries() {
    return [...this.querySelectorAll(":scope > .entries > [data-key]")];
  }

  /** Somebody turns back: that ends the sticking at once, whatever grows meanwhile. */
  #turnedBack() {
    if (this.scrollHeight <= this.clientHeight || !this.#stuck) return;
    this.#stuck = false;
    this.#remember();
    this.update();
  }

  #scrolled() {
    if (this.#stuck && this.scrollHeight !== this.#lastHeight) {
      // Not the reader: the browser moved the view, since what is in it changed its height.
      this.#restore();
      return;
    }
    const up = this.scrollTop < this.#lastTop - 1;
    this.#lastTop = this.scrollTop;
    const stuck = up ? this.scrollHeight - this.scrollTop - this.clientHeight < 8 : this.#stuck || this.atEnd;
    const told = stuck !== this.#stuck;
    this.#stuck = stuck;
    this.#remember();
    if (told || this.#isOutOfRange()) this.update();
    if (this.scrollTop < 2 * MARGIN && this.#range.from < 8) this.emit("older");
    if (this.hasNewer && this.atEnd) this.emit("newer");
  }

  #isOutOfRange() {
    const wanted = this.#wanted(MARGIN / 2);
    return wanted.from < this.#range.from || wanted.to > this.#range.to;
  }

  #wanted(margin) {
    if (this.#stuck && !this.hasNewer) {
      // From the end, so that guesses far above do not decide what is shown below.
      return this.#fromEnd(this.clientHeight + 2 * margin);
    }
    const top = this.#topByAnchor() ?? this.scrollTop;
    return this.#heights.range(this.#items, top - margin, top + this.clientHeight + margin);
  }

  /** Where the view begins, seen from what the reader looks at: also when much was put before it since. */
  #topByAnchor() {
    const index = this.#anchor ? this.#items.findIndex(item => item.key === this.#anchor.key) : -1;
    if (index < 0) return null;
    let top = 0;
    for (let at = 0; at < index; at++) top += this.#heights.of(this.#items[at]);
    return top - this.#anchor.at;
  }

  #fromEnd(height) {
    let from = this.#items.length;
    for (let shown = 0; from > 0 && shown < height;) shown += this.#heights.of(this.#items[--from]);
    let before = 0;
    for (let index = 0; index < from; index++) before += this.#heights.of(this.#items[index]);
    return { from, to: this.#items.length, before, after: 0 };
  }

  /** Which entry is the first in view, and where. */
  #remember() {
    const top = this.getBoundingClientRect().top;
    for (const entry of this.#entries()) {
      const place = entry.getBoundingClientRect();
      if (place.bottom > top + 1) {
        this.#anchor = { key: entry.dataset.key, at: place.top - top };
        return;
      }
    }
    this.#anchor = null;
  }

  /** Puts the reader back where the reader was. */
  #restore() {
    if (this.#stuck && !this.hasNewer) {
      this.scrollTop = this.scrollHeight;
    } else if (this.#anchor) {
      const entry = this.#entries().find(one => one.dataset.key === this.#anchor.key);
      if (entry) {
        const moved = entry.getBoundingClientRect().top - this.getBoundingClientRect().top - this.#anchor.at;
        if (Math.abs(moved) > .5) this.scrollTop += moved;
      }
    }
    this.#lastTop = this.scrollTop;
    this.#lastHeight = this.scrollHeight;
  }

  #measured(entries) {
    let changed = false;
    for (const { target } of entries) {
      if (target === this) changed = true;
      else if (target.isConnected) {
        const before = this.#heights.measured(target.dataset.key);
        if (!this.#heights.measure(target.dataset.key, target.offsetHeight)) continue;
        changed = true;
        this.#keepBeginning(target, before);
      }
    }
    if (!changed) return;
    this.#restore();
    if (this.#isOutOfRange()) this.update();
  }

  /** What becomes high at once, such as a chart, is shown from its beginning: a reader follows only what grows. */
  #keepBeginning(entry, before) {
    const grown = entry.offsetHeight - (before ?? entry.offsetHeight);
    if (!this.#stuck || entry !== this.#entries().at(-1) || grown < this.clientHeight / 2 || entry.offsetHeight < this.clientHeight) return;
    this.#stuck = false;
    this.#anchor = { key: entry.dataset.key, at: 8 };
    this.update();
  }

  /** A view that came to lie where nothing is drawn is drawn anew from where it is. */
  #fillView() {
    if (this.#stuck && !this.hasNewer) return;
    const seen = this.#heights.range(this.#items, this.scrollTop, this.scrollTop + this.clientHeight);
    if (seen.from >= this.#range.from && seen.to <= this.#range.to) return;
    this.#anchor = null;
    this.update();
  }

  template() {
    this.#range = this.#wanted(MARGIN);
    const { from, to, before, after } = this.#range;
    return html`
      <div class="gap" .style=${`height:${before}px`}></div>
      <div class="entries">${repeat(this.#items.slice(from, to), item => item.key, item => html`
        <div class="entry" data-key=${item.key}>${this.show(item)}</div>`)}</div>
      <div class="gap" .style=${`height:${after}px`}></div>
      ${this.#stuck && !this.hasNewer ? nothing : html`
        <button type="button" class="to-end" @click=${() => this.emit("end-wanted")} aria-label=${t("chat.toEnd")} title=${t("chat.toEnd")}>
          ${icon("down")}</button>`}`;
  }

  updated() {
    const now = new Set(this.#entries());
    for (const entry of this.#observed) {
      if (!now.has(entry)) this.#sizes.unobserve(entry);
    }
    for (const entry of now) {
      if (!this.#observed.has(entry)) this.#sizes.observe(entry);
    }
    this.#observed = now;
    // The messages draw themselves in the meantime.
    queueMicrotask(() => { this.#restore(); this.#fillView(); });
    // Older ones are asked for when the first are shown, and where they do not fill the view.
    if (this.#range.from < 8 && (this.scrollTop < 2 * MARGIN)) this.emit("older");
  }
}

customElements.define("message-log", MessageLog);
