// Everything that can be done here, and every conversation, in one box (Ctrl-K).
import { get, withQuery } from "./api.js";
import { allCommands, showKeys } from "./commands.js";
import { openDialog } from "./dialog.js";
import { html, nothing } from "./html.js";
import { icon } from "./icons.js";
import { t } from "./i18n.js";
import { navigate } from "./router.js";
import { View } from "./view.js";

const PAUSE = 150;
let open = false;

/** How well a label fits what was typed: 0 is best, -1 not at all. */
function fit(label, typed) {
  const words = label.toLowerCase();
  const wanted = typed.toLowerCase().trim();
  if (words.startsWith(wanted)) return 0;
  const at = words.indexOf(wanted);
  if (at >= 0) return words[at - 1] === " " ? 1 : 2;
  return wanted.split(/\s+/).every(part => words.includes(part)) ? 3 : -1;
}

class CommandPalette extends View {
  #typed = "";
  #at = 0;
  #found = [];
  #timer;

  mounted() {
    this.#search();
  }

  async #search() {
    const asked = this.#typed;
    const page = await get(withQuery("/v1/conversations", { q: asked, limit: 8 })).catch(() => ({ conversations: [] }));
    if (asked !== this.#typed) return;
    this.#found = page.conversations;
    this.update();
  }

  get #entries() {
    const commands = allCommands()
      .filter(command => command.id !== "palette")
      .map(command => ({ ...command, fit: fit(command.label, this.#typed) }))
      .filter(command => command.fit >= 0)
      .sort((one, other) => one.fit - other.fit);
    const conversations = this.#found.map(conversation => ({
      id: `c${conversation.id}`, label: conversation.title || t("untitled"), icon: "chat", hint: conversation.match?.message_id ? conversation.match.snippet : "",
      run: () => navigate(`/c/${conversation.id}${conversation.match?.message_id ? `?at=${conversation.match.message_id}` : ""}`),
    }));
    return [...commands, ...conversations];
  }

  #typedSomething(event) {
    this.#typed = event.target.value;
    this.#at = 0;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#search(), PAUSE);
    this.update();
  }

  #pressed(event) {
    const entries = this.#entries;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && entries.length) this.#at = (this.#at + step + entries.length) % entries.length;
    else if (event.key === "Enter" && !event.isComposing) this.#run(entries[this.#at]);
    else return;
    event.preventDefault();
    this.update();
  }

  #run(entry) {
    if (!entry) return;
    this.emit("done");
    entry.run();
  }

  updated() {
    if (!this.contains(document.activeElement)) this.querySelector("input").focus();
    this.querySelector("[aria-selected=true]")?.scrollIntoView({ block: "nearest" });
  }

  template() {
    const entries = this.#entries;
    this.#at = Math.min(this.#at, Math.max(0, entries.length - 1));
    return html`
      <input type="search" role="combobox" aria-expanded="true" aria-controls="palette-entries" autofocus autocomplete="off"
        aria-activedescendant=${entries.length ? `palette-${this.#at}` : nothing}
        aria-label=${t("palette.label")} placeholder=${t("palette.label")} .value=${this.#typed}
        @input=${event => this.#typedSomething(event)} @keydown=${event => this.#pressed(event)}>
      <div id="palette-entries" role="listbox" aria-label=${t("palette.label")}>
        ${entries.length ? nothing : html`<p class="none">${t("palette.none")}</p>`}
        ${entries.map((entry, index) => html`
          <div role="option" id="palette-${index}" aria-selected=${String(index === this.#at)} @click=${() => this.#run(entry)}
               @pointermove=${() => { if (this.#at !== index) { this.#at = index; this.update(); } }}>
            ${icon(entry.icon ?? "chevron")}<span>${entry.label}</span>
            ${entry.hint ? html`<small>${entry.hint}</small>` : nothing}
            ${entry.keys ? html`<kbd>${showKeys(entry.keys)}</kbd>` : nothing}
          </div>`)}
      </div>`;
  }
}

customElements.define("command-palette", CommandPalette);

/** Opens the palette, unless it is open. */
export async function openPalette() {
  if (open) return;
  open = true;
  await openDialog({
    title: t("palette.label"),
    className: "palette",
    body: close => html`<command-palette @done=${() => close()}></command-palette>`,
  });
  open = false;
}
