// Prompts while one types: “/” finds them, and a form asks for what they leave open.
import { get, withQuery } from "../core/api.js";
import { openDialog } from "../core/dialog.js";
import { html, nothing } from "../core/html.js";
import { t } from "../core/i18n.js";
import { View } from "../core/view.js";

const PAUSE = 120;

/** The list above the composer. It is steered by the composer's keys. */
class TemplateList extends View {
  #typed = null;
  #timer;
  #found = [];
  #asked = false;
  #at = 0;

  /** What stands behind the slash. */
  set typed(typed) {
    if (typed === this.#typed) return;
    this.#typed = typed;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#search(), this.#asked ? PAUSE : 0);
  }

  async #search() {
    const typed = this.#typed;
    const page = await get(withQuery("/v1/prompts", { search: typed, page_size: 8 })).catch(() => ({ items: [] }));
    if (typed !== this.#typed) return;
    this.#asked = true;
    this.#found = page.items;
    this.#at = 0;
    this.emit("found", { count: this.#found.length });
    this.update();
  }

  /** The entry for `aria-activedescendant`. */
  get activeId() {
    return this.#found.length ? `template-${this.#at}` : null;
  }

  /** @returns {boolean} whether the key was for the list */
  press(key) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[key];
    if (!this.#found.length) return false;
    if (step) this.#at = (this.#at + step + this.#found.length) % this.#found.length;
    else if (key === "Enter" || key === "Tab") this.emit("chosen", { prompt: this.#found[this.#at] });
    else return false;
    this.update();
    return true;
  }

  updated() {
    this.querySelector("[aria-selected=true]")?.scrollIntoView({ block: "nearest" });
  }

  template() {
    if (!this.#asked) return nothing;
    return html`<div class="templates" role="listbox" id="templates" tabindex="0" aria-label=${t("place.prompts")}>
      ${this.#found.length ? nothing : html`<p class="quietly">${t("chat.templates.none")}</p>`}
      ${this.#found.map((prompt, index) => html`
        <div role="option" id="template-${index}" aria-selected=${String(index === this.#at)}
             @pointerdown=${event => event.preventDefault()} @click=${() => this.emit("chosen", { prompt })}
             @pointermove=${() => { if (this.#at !== index) { this.#at = index; this.update(); } }}>
          <strong>${prompt.title}</strong><small>${prompt.description}</small>
        </div>`)}
    </div>`;
  }
}

customElements.define("template-list", TemplateList);

const LONG = /text|content|code|body|document|data|notes|message|email|beschreibung|texto/i;

/**
 * Asks for the values of a prompt's variables.
 *
 * @returns {Promise<{ values: Record<string, string>, more: string } | undefined>}
 */
export function fillIn(prompt, known = {}) {
  return openDialog({
    title: prompt.title,
    body: close => html`
      <form class="fill-in" @submit=${event => {
        event.preventDefault();
        const given = new FormData(event.target);
        close({ values: Object.fromEntries(prompt.variables.map(name => [name, given.get(`v-${name}`)])), more: given.get("more").trim() });
      }}>
        ${prompt.description ? html`<p>${prompt.description}</p>` : nothing}
        ${prompt.variables.map((name, index) => html`<label>${name.replaceAll("_", " ")}
          ${LONG.test(name)
            ? html`<textarea name="v-${name}" rows="5" required ?autofocus=${index === 0} .value=${known[name] ?? ""}></textarea>`
            : html`<input name="v-${name}" required autocomplete="off" ?autofocus=${index === 0} .value=${known[name] ?? ""}>`}</label>`)}
        <label>${t("chat.templates.more")}<textarea name="more" rows="2" ?autofocus=${!prompt.variables.length}></textarea></label>
        <details><summary>${t("chat.templates.text")}</summary><div class="prompt-text" dir="auto">${prompt.content}</div></details>
        <footer>
          <button type="button" class="quiet" @click=${() => close()}>${t("cancel")}</button>
          <button class="primary">${t("chat.send")}</button>
        </footer>
      </form>`,
  });
}
