// What somebody sees who has not said anything yet: four ways to begin, each one click away.
import { html, nothing } from "../core/html.js";
import { icon } from "../core/icons.js";
import { t } from "../core/i18n.js";
import { View } from "../core/view.js";
import { catalog, onlyBuiltIn } from "./models.js";

class ChatWelcome extends View {
  #attachments;
  #leave = null;

  set attachments(attachments) {
    if (attachments === this.#attachments) return;
    this.#leave?.();
    this.#attachments = attachments;
    this.#leave = attachments.state.watch(() => this.update());
    this.update();
  }

  mounted() {
    this.watch(catalog);
    this.onLeave(() => this.#leave?.());
  }

  template() {
    const table = this.#attachments.list.findLast(one => one.kind === "table" && one.done && one.suggestions?.length);
    if (table) return this.#aboutTable(table);
    const document = this.#attachments.list.find(one => one.kind === "document" && one.done);
    if (document) return this.#aboutDocument(document);
    return html`<div class="welcome">
      <h2>${t("chat.welcome.title")}</h2>
      <p>${t("chat.welcome.lead")}</p>
      <div class="ways-in">
        ${this.#way("chat", "ask", { text: t("chat.welcome.ask.text") })}
        ${this.#way("data", "chart", { sample: "waiting-times.csv" })}
        ${this.#way("images", "picture", { text: t("chat.welcome.picture.text") })}
        ${this.#way("file", "document", { file: true })}
      </div>
      ${onlyBuiltIn() ? html`<p class="connect">${icon("info")}<span>${t("chat.welcome.connect")} <a href="/settings/models">${t("chat.connect")}</a></span></p>` : nothing}
    </div>`;
  }

  #way(picture, name, what) {
    return html`<button type="button" class="card way" @click=${() => this.emit("try", what)}>
      ${icon(picture)}<strong>${t(`chat.welcome.${name}`)}</strong><small>${t(`chat.welcome.${name}.note`)}</small></button>`;
  }

  #aboutTable(table) {
    return html`<div class="welcome"><h2><bdi>${table.name}</bdi></h2><p>${table.about}. ${t("chat.welcome.asked")}</p>
      <div class="suggestions">${table.suggestions.map(text => html`
        <button type="button" @click=${() => this.emit("try", { text })}><bdi>${text}</bdi></button>`)}</div></div>`;
  }

  #aboutDocument(document) {
    const questions = ["summary", "terms", "who"].map(name => t(`chat.welcome.document.${name}`));
    return html`<div class="welcome"><h2><bdi>${document.name}</bdi></h2><p>${t("chat.welcome.asked")}</p>
      <div class="suggestions">${questions.map(text => html`<button type="button" @click=${() => this.emit("try", { text })}>${text}</button>`)}</div></div>`;
  }
}

customElements.define("chat-welcome", ChatWelcome);
