// One prompt: its text with its variables, a form for their values, and what a model makes of it.
import { post } from "../core/api.js";
import { html, nothing } from "../core/html.js";
import { icon } from "../core/icons.js";
import { dateTime, t } from "../core/i18n.js";
import { navigate } from "../core/router.js";
import { toast, toastProblem } from "../core/toast.js";
import { View } from "../core/view.js";
import { partsOf, variablesOf } from "./changes.js";

/** Where the chat finds a prompt that somebody wants to use. */
export const USED = "parley.prompt-to-use";

class PromptViewer extends View {
  #prompt;
  #values = {};
  #preview = null;
  #running = false;

  set prompt(prompt) {
    if (prompt.id !== this.#prompt?.id) {
      this.#values = {};
      this.#preview = null;
    }
    this.#prompt = prompt;
    if (this.isConnected) this.update();
  }

  async #run(event) {
    event.preventDefault();
    this.#running = true;
    this.update();
    try {
      this.#preview = await post("/v1/prompts/preview", { prompt_id: this.#prompt.id, variables: this.#filled() });
      this.emit("used");
    } catch (problem) {
      toastProblem(problem);
    } finally {
      this.#running = false;
      this.update();
    }
  }

  #filled() {
    return Object.fromEntries(variablesOf(this.#prompt.content).map(name => [name, this.#values[name] ?? ""]));
  }

  #use() {
    sessionStorage.setItem(USED, JSON.stringify({ id: this.#prompt.id, values: this.#values }));
    navigate("/");
  }

  async #copy() {
    await navigator.clipboard.writeText(this.#prompt.content);
    toast(t("copied"));
  }

  template() {
    const prompt = this.#prompt;
    const names = variablesOf(prompt.content);
    return html`
      <article class="page prompt">
        <header>
          <button type="button" class="icon narrow-only" aria-label=${t("prompts.list")} @click=${() => this.emit("list")}>${icon("left")}</button>
          <h1>${prompt.title}</h1>
          <div class="row">
            <button type="button" class="quiet" @click=${() => this.#copy()}>${icon("copy")}${t("copy")}</button>
            <button type="button" class="quiet" @click=${() => this.emit("copy-prompt")}>${icon("plus")}${t("prompts.duplicate")}</button>
            ${prompt.is_template ? nothing : html`
              <button type="button" class="quiet" @click=${() => this.emit("edit-prompt")}>${icon("edit")}${t("edit")}</button>
              <button type="button" class="quiet danger" @click=${() => this.emit("remove-prompt")}>${icon("trash")}${t("delete")}</button>`}
          </div>
        </header>
        ${prompt.description ? html`<p>${prompt.description}</p>` : nothing}
        <p class="row facts">
          ${prompt.scenario ? html`<span class="chip">${prompt.scenario}</span>` : nothing}
          ${prompt.is_template ? html`<span class="chip">${icon("lock")}${t("prompts.template")}</span>` : nothing}
          <small>${t("prompts.used", { count: prompt.usage_count })}</small>
          ${prompt.is_template ? nothing : html`<small>${t("prompts.changed", { when: dateTime(prompt.updated_at, { dateStyle: "medium" }) })}</small>`}
        </p>
        <pre class="prompt-text">${partsOf(prompt.content).map(part =>
          part.name ? html`<mark>{${part.name}}</mark>` : part.text)}</pre>
        <form @submit=${event => this.#run(event)}>
          ${names.length ? html`<h2>${t("prompts.values")}</h2>` : nothing}
          ${names.map(name => html`<label>${name}
            <textarea rows="2" .value=${this.#values[name] ?? ""} @input=${event => { this.#values[name] = event.target.value; }}></textarea>
          </label>`)}
          <div class="row">
            <button class="primary" ?disabled=${this.#running}>${this.#running ? html`<span class="spinner"></span>` : icon("play")}${t("prompts.preview")}</button>
            <button type="button" @click=${() => this.#use()}>${icon("chat")}${t("prompts.use")}</button>
          </div>
        </form>
        ${this.#preview ? this.#result() : nothing}
      </article>`;
  }

  #result() {
    const { preview, tokens_used: tokens, model_used: model } = this.#preview;
    return html`<section class="card preview" aria-live="polite">
      <p class="prompt-answer">${preview}</p>
      <small>${model} · ${t("prompts.tokens", { count: tokens })}</small>
    </section>`;
  }
}

customElements.define("prompt-viewer", PromptViewer);
