// What was sent and has not arrived yet.
import { html, nothing } from "../core/html.js";
import { icon } from "../core/icons.js";
import { t } from "../core/i18n.js";
import { View } from "../core/view.js";
import { discard, send } from "./outbox.js";

class PendingMessage extends View {
  #entry;
  #clock;

  set entry(entry) {
    if (entry === this.#entry) return;
    this.#entry = entry;
    clearInterval(this.#clock);
    if (entry.state === "limited") this.#clock = setInterval(() => this.update(), 1000);
    this.update();
  }

  mounted() {
    this.onLeave(() => clearInterval(this.#clock));
  }

  template() {
    const { shown, state, problem } = this.#entry;
    return html`<article class="said pending ${state}" aria-label=${t("chat.youSaid")}>
      ${shown.pictures?.length ? html`<div class="pictures small">${shown.pictures.map(picture => html`<figure><img src=${picture} alt=""></figure>`)}</div>` : nothing}
      <div class="bubble" dir="auto">${shown.text}</div>
      ${state === "refused" ? html`<div class="note bad state" role="alert">${icon("warning")}<span>${problem}</span>${this.#actions()}</div>`
        : state === "limited" ? html`<div class="note warn state" role="status">${icon("clock")}<span>${problem} ${t("chat.state.limited", { time: this.#left() })}</span>${this.#actions()}</div>`
        : state === "waiting" ? html`<div class="note warn state" role="status"><span class="spinner"></span><span>${problem ?? t("chat.state.away")}</span>${this.#actions()}</div>`
        : html`<p class="dots"><span></span><span></span><span></span><span class="unseen">${t("chat.state.sending")}</span></p>`}
    </article>`;
  }

  #left() {
    const seconds = Math.max(0, Math.ceil((this.#entry.retryAt - Date.now()) / 1000));
    const pad = value => String(value).padStart(2, "0");
    const hours = Math.floor(seconds / 3600);
    const minutes = `${hours ? pad(Math.floor(seconds / 60) % 60) : Math.floor(seconds / 60)}:${pad(seconds % 60)}`;
    return hours ? `${hours}:${minutes}` : minutes;
  }

  #actions() {
    const { key } = this.#entry;
    return html`<span class="row">
      <button type="button" class="small" @click=${() => send(key)}>${icon("retry")} ${t("chat.sendNow")}</button>
      <button type="button" class="quiet small" @click=${() => { discard(key); this.emit("edit-entry", this.#entry); }}>${icon("edit")} ${t("edit")}</button>
      <button type="button" class="quiet small" @click=${() => discard(key)}>${icon("trash")} ${t("chat.discard")}</button></span>`;
  }
}

customElements.define("pending-message", PendingMessage);
