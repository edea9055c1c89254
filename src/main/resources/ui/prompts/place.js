// Prompts: a list with search at the side, the chosen one beside it.
import { get, withQuery } from "../core/api.js";
import { registerCommands } from "../core/commands.js";
import { html, nothing, repeat } from "../core/html.js";
import { icon } from "../core/icons.js";
import { t } from "../core/i18n.js";
import { navigate, route } from "../core/router.js";
import { toastProblem } from "../core/toast.js";
import { View } from "../core/view.js";
import { draftOf, removeWithUndo } from "./changes.js";
import "./editor.js";
import "./viewer.js";

const PAUSE = 200;
const MOST = 100;

class PromptsPlace extends View {
  #prompts = null;
  #scenarios = [];
  #search = "";
  #scenario = "";
  #editing = null;
  #hidden = new Set();
  #timer;
  #open = false;

  mounted() {
    this.watch(route, () => { this.#editing = null; this.#open = false; });
    this.onLeave(registerCommands(() => [
      { id: "prompts-new", label: t("prompts.new"), icon: "plus", run: () => this.#create() },
    ]));
    this.#load();
  }

  async #load() {
    try {
      const asked = [this.#search, this.#scenario];
      const page = await get(withQuery("/v1/prompts", { search: this.#search, scenario: this.#scenario, page_size: MOST }));
      if (asked[0] !== this.#search || asked[1] !== this.#scenario) return;
      this.#prompts = page.items;
      if (!this.#search && !this.#scenario) {
        this.#scenarios = [...new Set(page.items.map(prompt => prompt.scenario).filter(Boolean))].sort();
      }
    } catch (problem) {
      this.#prompts ??= [];
      toastProblem(problem);
    }
    this.update();
  }

  #searchFor(text) {
    this.#search = text;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#load(), PAUSE);
  }

  #create(draft = {}) {
    this.#editing = { title: "", content: "", scenario: "", description: "", ...draft };
    this.#open = false;
    this.update();
  }

  #saved(prompt) {
    this.#editing = null;
    this.#load();
    navigate(`/prompts/${prompt.id}`);
    this.update();
  }

  #remove(prompt) {
    this.#hidden.add(prompt.id);
    navigate("/prompts");
    removeWithUndo(prompt, () => { this.#hidden.delete(prompt.id); this.#load(); });
    this.update();
  }

  get #chosen() {
    return this.#prompts?.find(prompt => String(prompt.id) === route.value.id);
  }

  template() {
    const shown = (this.#prompts ?? []).filter(prompt => !this.#hidden.has(prompt.id));
    return html`
      <div class="sided" ?open=${this.#open || (!route.value.id && !this.#editing)}>
        <aside aria-label=${t("place.prompts")}>
          <header>
            <h1>${t("place.prompts")}</h1>
            <button type="button" class="icon" title=${t("prompts.new")} aria-label=${t("prompts.new")} @click=${() => this.#create()}>
              ${icon("plus")}</button>
          </header>
          <div class="filters">
            <input type="search" aria-label=${t("prompts.search")} placeholder=${t("prompts.search")}
              @input=${event => this.#searchFor(event.target.value)}>
            <select aria-label=${t("prompts.scenario")} @change=${event => { this.#scenario = event.target.value; this.#load(); }}>
              <option value="">${t("prompts.every-scenario")}</option>
              ${this.#scenarios.map(name => html`<option>${name}</option>`)}
            </select>
          </div>
          <nav aria-label=${t("place.prompts")}>
            ${this.#prompts === null ? html`<p class="quietly">${t("loading")}</p>` : nothing}
            ${this.#group(t("prompts.mine"), shown.filter(prompt => !prompt.is_template), t("prompts.none-mine"))}
            ${this.#group(t("prompts.templates"), shown.filter(prompt => prompt.is_template), t("prompts.none-found"))}
          </nav>
        </aside>
        <main>${this.#main()}</main>
      </div>`;
  }

  #group(title, prompts, none) {
    return html`
      <h2>${title}</h2>
      ${prompts.length || this.#prompts === null ? nothing : html`<p class="quietly">${none}</p>`}
      ${repeat(prompts, prompt => prompt.id, prompt => html`
        <a href="/prompts/${prompt.id}" aria-current=${String(prompt.id) === route.value.id ? "page" : nothing}
           @click=${() => { this.#open = false; this.update(); }}>
          <strong>${prompt.title}</strong>
          <small>${prompt.description || prompt.content}</small>
        </a>`)}`;
  }

  #main() {
    if (this.#editing) {
      return html`<prompt-editor .draft=${this.#editing} @saved=${event => this.#saved(event.detail)}
        @cancelled=${() => { this.#editing = null; this.update(); }}></prompt-editor>`;
    }
    const prompt = this.#chosen;
    if (prompt) {
      return html`<prompt-viewer .prompt=${prompt}
        @edit-prompt=${() => this.#create(prompt)}
        @copy-prompt=${() => this.#create(draftOf(prompt, t("prompts.copy-of", { title: prompt.title })))}
        @remove-prompt=${() => this.#remove(prompt)}
        @used=${() => this.#load()} @list=${() => { this.#open = true; this.update(); }}></prompt-viewer>`;
    }
    return html`<div class="empty">${icon("prompts")}
      <h2>${t("prompts.empty-title")}</h2><p>${t("prompts.empty-text")}</p>
      <button type="button" class="primary" @click=${() => this.#create()}>${icon("plus")}${t("prompts.new")}</button>
    </div>`;
  }
}

customElements.define("prompts-place", PromptsPlace);
