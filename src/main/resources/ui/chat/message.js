// One message of the log: what somebody said, or an answer with all that belongs to it.
import "../core/prose.js";
import "../core/picture.js";
import { announce } from "../core/announce.js";
import { html, nothing } from "../core/html.js";
import { icon } from "../core/icons.js";
import { dateTime, t } from "../core/i18n.js";
import { sentencesFrom } from "../core/prose.js";
import { View } from "../core/view.js";
import { answerFoot, branches } from "./foot.js";
import { dayName } from "./items.js";
import { isEnd, LiveTurn } from "./live.js";
import { answerState } from "./states.js";
import { attachedFiles, dataOf, picturesOf, thoughtsOf } from "./message-parts.js";

const LONG = 1800;

class ChatMessage extends View {
  #item;
  #live = null;
  #leave = null;
  #open = false;
  #read = 0;
  /** The id of the data that the conversation is about. */
  source = null;

  /** An entry of the log with a message. */
  set item(item) {
    if (item === this.#item) return;
    this.#item = item;
    if (this.isConnected) this.#attach();
    this.update();
  }

  mounted() {
    this.#attach();
    this.onLeave(() => this.#detach());
  }

  #detach() {
    this.#leave?.();
    this.#leave = null;
    this.#live = null;
  }

  #attach() {
    const { message } = this.#item;
    const live = message.role === "assistant" && !isEnd(message.status) ? LiveTurn.find(message.id) ?? null : null;
    if (live === this.#live) return;
    this.#detach();
    this.#live = live;
    if (!live) return;
    this.#read = live.state.value.text.length;
    this.#leave = live.state.watch((now, before) => { this.#readAloud(now, before); this.update(); });
  }

  /** Whole sentences, for those who listen to the page. */
  #readAloud(now, before) {
    if (isEnd(now.status)) {
      const rest = now.text.slice(this.#read);
      announce(now.status === "complete" ? rest || t("chat.state.done") : t(`chat.state.${now.status}`));
    } else if (now.text !== before.text) {
      const [sentences, to] = sentencesFrom(now.text, this.#read);
      if (sentences) announce(sentences);
      this.#read = to;
    }
  }

  template() {
    const { message, day, ways } = this.#item;
    return html`
      ${day === null ? nothing : html`<div class="day"><span>${dayName(message.created_at)}</span></div>`}
      ${message.role === "user" ? this.#said(message, ways) : message.role === "assistant" ? this.#answer(message, ways) : this.#noted(message)}`;
  }

  #act(name, detail = {}) {
    this.emit("act", { name, message: this.#item.message, ...detail });
  }

  #said(message, ways) {
    const long = message.content.length > LONG && !this.#open;
    const when = dateTime(message.created_at, { dateStyle: "medium", timeStyle: "short" });
    return html`<article class="said" aria-label=${t("chat.youSaid")}>
      ${picturesOf(message, "small")}
      <div class="bubble" dir="auto">${long ? `${message.content.slice(0, LONG)}…` : message.content}</div>
      ${message.content.length > LONG ? html`<button type="button" class="quiet small" aria-expanded=${String(!long)}
        @click=${() => { this.#open = long; this.update(); }}>${t(long ? "chat.showAll" : "chat.showLess")}</button>` : nothing}
      ${attachedFiles(message)}
      <footer>
        <time datetime=${message.created_at}>${when}</time>
        ${branches(ways)}
        <button type="button" class="icon small" title=${t("copy")} aria-label=${t("copy")} @click=${() => this.#act("copy")}>${icon("copy")}</button>
        <button type="button" class="icon small" title=${t("edit")} aria-label=${t("chat.editQuestion")} @click=${() => this.#act("edit")}>${icon("edit")}</button>
      </footer>
    </article>`;
  }

  #answer(message, ways) {
    const heard = this.#live?.state.value;
    const growing = !isEnd(heard?.status ?? message.status);
    const shown = heard ? { ...message, content: heard.text, prose: undefined, status: heard.status, model: heard.model ?? message.model } : message;
    const text = shown.prose ?? shown.content;
    return html`<article class="answer" aria-label=${t("chat.answer")} aria-busy=${String(growing)}>
      ${thoughtsOf(message, heard)}
      ${text ? html`<prose-text .growing=${growing} .text=${text}></prose-text>` : nothing}
      ${growing && !text && !message.task ? html`<p class="dots"><span></span><span></span><span></span><span class="unseen">${t("chat.state.thinking")}</span></p>` : nothing}
      ${growing ? nothing : dataOf(message, this.source)}
      ${picturesOf({ ...message, parts: message.parts ?? heardPictures(heard) }, "large", (name, picture) => this.#act(name, { picture }))}
      ${answerState(shown, heard, (name, more) => this.#act(name, more))}
      ${growing ? nothing : answerFoot(shown, ways, (name, more) => this.#act(name, more))}
    </article>`;
  }

  /** What tools answered, and instructions. */
  #noted(message) {
    return html`<article class="noted"><details><summary>${icon("code")} ${t(`chat.role.${message.role}`)}</summary>
      <pre dir="auto">${message.content || JSON.stringify(message.parts, null, 2)}</pre></details></article>`;
  }
}

const heardPictures = heard => heard?.images.length
  ? heard.images.map(image => ({ type: "image", media_type: image.media_type, data: image.data })) : undefined;

customElements.define("chat-message", ChatMessage);
