// Writes a new prompt, or changes one.
import { html, nothing } from "../core/html.js";
import { t } from "../core/i18n.js";
import { toast } from "../core/toast.js";
import { View } from "../core/view.js";
import { save, variablesOf } from "./changes.js";

class PromptEditor extends View {
  #draft = {};
  #problem = null;
  #saving = false;

  set draft(draft) {
    if (draft === this.given) return;
    this.given = draft;
    this.#draft = { ...draft };
    this.#problem = null;
    if (this.isConnected) this.update();
  }

  #set(name, value) {
    this.#draft[name] = value;
    if (name === "content") this.update();
  }

  async #save(event) {
    event.preventDefault();
    this.#saving = true;
    this.#problem = null;
    this.update();
    try {
      const saved = await save(this.#draft);
      toast(t("prompts.saved"));
      this.emit("saved", saved);
    } catch (problem) {
      this.#problem = problem.message;
    } finally {
      this.#saving = false;
      this.update();
    }
  }

  template() {
    const draft = this.#draft;
    const names = variablesOf(draft.content);
    return html`
      <form class="page prompt-editor" @submit=${event => this.#save(event)}>
        <header><h1>${draft.id ? t("prompts.change") : t("prompts.new")}</h1></header>
        <label>${t("prompts.title")}
          <input required maxlength="200" .value=${draft.title} @input=${event => this.#set("title", event.target.value)}></label>
        <label>${t("prompts.content")}
          <textarea required rows="10" aria-describedby="prompt-variables" .value=${draft.content} @input=${event => this.#set("content", event.target.value)}></textarea></label>
        <p class="field-note" id="prompt-variables">
          ${names.length ? html`${t("prompts.variables")} ${names.map(name => html`<span class="chip">{${name}}</span> `)}` : t("prompts.how-variables", { blank: `{${t("prompts.blank")}}` })}</p>
        <div class="two">
          <label>${t("prompts.scenario")}
            <input maxlength="100" .value=${draft.scenario ?? ""} @input=${event => this.#set("scenario", event.target.value)}></label>
          <label>${t("prompts.description")}
            <input maxlength="1000" .value=${draft.description ?? ""} @input=${event => this.#set("description", event.target.value)}></label>
        </div>
        ${this.#problem ? html`<p class="note bad" role="alert">${this.#problem}</p>` : nothing}
        <div class="row">
          <button class="primary" ?disabled=${this.#saving}>${t("save")}</button>
          <button type="button" class="quiet" @click=${() => this.emit("cancelled")}>${t("cancel")}</button>
        </div>
      </form>`;
  }
}

customElements.define("prompt-editor", PromptEditor);
