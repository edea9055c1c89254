// Where one writes.
import { html, nothing, live } from "../core/html.js";
import { icon } from "../core/icons.js";
import { bytes, t } from "../core/i18n.js";
import { View } from "../core/view.js";
import { ACCEPTED } from "./attachments.js";
import { draftOf, keepDraft } from "./draft.js";
import { catalog, shortName } from "./models.js";
import "./templates.js";

const growsByItself = CSS.supports("field-sizing", "content");

class ChatComposer extends View {
  #thread;
  #attachments;
  #leave = null;
  #text = "";
  #slash = false;
  #keeping;
  #keptFor = null;
  /** Whether an answer is being written. */
  busy = false;
  model = null;

  /** What it writes to. */
  set thread(thread) {
    if (thread === this.#thread) return;
    if (this.#thread) this.#keepNow();
    this.#thread = thread;
    this.#keptFor = thread.id;
    this.#text = draftOf(thread.id);
    this.#slash = false;
    this.update();
  }

  set attachments(attachments) {
    if (attachments === this.#attachments) return;
    this.#attachments = attachments;
    if (this.isConnected) this.#watchThem();
  }

  mounted() {
    this.watch(catalog);
    this.#watchThem();
    this.onLeave(() => { this.#leave?.(); this.#keepNow(); });
    this.listen(window, "pagehide", () => this.#keepNow());
  }

  #watchThem() {
    this.#leave?.();
    this.#leave = this.#attachments?.state.watch(() => this.update());
  }

  get field() {
    return this.querySelector("textarea.words");
  }

  /** Puts words into the field, for somebody to go on with. */
  async write(text) {
    this.#text = text;
    this.#keep();
    await this.update();
    this.field.focus();
    this.field.setSelectionRange(text.length, text.length);
    this.#grow();
  }

  focusField() {
    this.field?.focus();
  }

  #keep() {
    clearTimeout(this.#keeping);
    this.#keeping = setTimeout(() => this.#keepNow(), 300);
  }

  #keepNow() {
    clearTimeout(this.#keeping);
    if (!this.#thread) return;
    // A conversation that began meanwhile takes the draft along.
    if (this.#keptFor !== this.#thread.id) keepDraft(this.#keptFor, "");
    this.#keptFor = this.#thread.id;
    keepDraft(this.#thread.id, this.#text);
  }

  #typed(event) {
    const before = this.#text;
    this.#text = event.target.value;
    this.#keep();
    this.#grow();
    const slash = /^\/[\p{L}\p{N} _-]{0,40}$/u.test(this.#text);
    // Only what changes the looks draws again: typing touches nothing else.
    if (slash || slash !== this.#slash || !before.trim() !== !this.#text.trim()) {
      this.#slash = slash;
      this.update();
    }
  }

  #grow() {
    if (growsByItself || !this.field) return;
    this.field.style.height = "auto";
    this.field.style.height = `${Math.min(this.field.scrollHeight, innerHeight * .4)}px`;
  }

  #pressed(event) {
    if (event.isComposing || event.keyCode === 229) return;
    const list = this.querySelector("template-list");
    if (this.#slash && list && !event.shiftKey && list.press(event.key)) {
      event.preventDefault();
      this.update();
    } else if (event.key === "Enter" && !event.shiftKey && !event.altKey) {
      event.preventDefault();
      this.#send();
    } else if (event.key === "Escape") {
      event.preventDefault();
      if (this.#slash) { this.#slash = false; this.update(); } else if (this.busy) this.emit("stop");
    } else if (event.key === "ArrowUp" && !this.#text) {
      event.preventDefault();
      this.emit("edit-last");
    }
  }

  #send() {
    const text = this.#text;
    if (this.#attachments.busy || !text.trim()) return;
    this.#text = "";
    this.#keepNow();
    this.#slash = false;
    this.emit("say", { text });
    this.update().then(() => this.#grow());
  }

  #chosen(prompt) {
    this.#text = "";
    this.#keepNow();
    this.#slash = false;
    this.update();
    this.emit("use-prompt", { prompt });
  }

  #pasted(event) {
    const files = [...event.clipboardData?.files ?? []];
    if (!files.length) return;
    event.preventDefault();
    this.emit("attach", { files });
  }

  updated() {
    this.#grow();
  }

  template() {
    const empty = !this.#text.trim();
    return html`
      ${this.#slash ? html`<template-list .typed=${this.#text.slice(1)} @found=${() => this.update()}
        @chosen=${event => this.#chosen(event.detail.prompt)}></template-list>` : nothing}
      <form class="composer" @submit=${event => { event.preventDefault(); this.#send(); }}>
        ${this.#attached()}
        <textarea class="words" rows="1" dir="auto" .value=${live(this.#text)} placeholder=${t("chat.placeholder")} aria-label=${t("chat.placeholder")}
          aria-controls=${this.#slash ? "templates" : nothing} aria-activedescendant=${this.querySelector("template-list")?.activeId ?? nothing}
          enterkeyhint="send" @input=${event => this.#typed(event)} @keydown=${event => this.#pressed(event)} @paste=${event => this.#pasted(event)}></textarea>
        <div class="tools">
          <input type="file" hidden multiple accept=${ACCEPTED} @change=${event => {
            this.emit("attach", { files: [...event.target.files] });
            event.target.value = "";
          }}>
          <button type="button" class="icon" title=${t("chat.attach")} aria-label=${t("chat.attach")}
            @click=${() => this.querySelector("input[type=file]").click()}>${icon("attach")}</button>
          <button type="button" class="icon" title=${t("chat.templates")} aria-label=${t("chat.templates")} @click=${() => this.#openTemplates()}>${icon("prompts")}</button>
          <button type="button" class="quiet small model" title=${t("chat.models.title")} @click=${() => this.emit("choose-model")}>
            <span class="unseen">${t("chat.models.title")}:</span><bdi>${shortName(this.model ?? catalog.value.defaultModel) || t("chat.models.none")}</bdi>${icon("down")}</button>
          <span class="grow"></span>
          ${this.busy ? html`<button type="button" class="icon round" title=${t("chat.stop")} aria-label=${t("chat.stop")} @click=${() => this.emit("stop")}>${icon("stop")}</button>` : nothing}
          ${this.busy && empty ? nothing : html`<button class="icon round primary" ?disabled=${empty || this.#attachments.busy} title=${t("chat.send")} aria-label=${t("chat.send")}>${icon("send")}</button>`}
        </div>
      </form>`;
  }

  #openTemplates() {
    this.write("/").then(() => { this.#slash = true; this.update(); });
  }

  #attached() {
    const { list } = this.#attachments;
    if (!list.length) return nothing;
    return html`<ul class="attached">${list.map(one => html`
      <li class=${one.problem ? "bad" : one.done ? "done" : ""}>
        ${one.kind === "picture" && one.data ? html`<img src=${one.data} alt="">` : icon(one.kind === "table" ? "table" : one.kind === "picture" ? "images" : "file")}
        <span class="grow"><bdi>${one.name}</bdi>
          ${one.problem ? html`<small role="alert">${one.problem}</small>`
            : one.done ? html`<small>${one.about ?? bytes(one.size)}</small>`
            : html`<progress max="1" .value=${one.share} aria-label=${t("chat.attach.progress", { name: one.name })}></progress>`}</span>
        <button type="button" class="icon small" aria-label=${t("chat.attach.take", { name: one.name })} title=${t("chat.attach.take", { name: one.name })}
          @click=${() => this.emit("detach", { one })}>${icon("close")}</button>
      </li>`)}</ul>`;
  }
}

customElements.define("chat-composer", ChatComposer);
