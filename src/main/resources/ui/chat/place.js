// The place where people talk: the conversations at the side, the one that is open, and where one writes.
import { registerCommands } from "../core/commands.js";
import { html, keyed, nothing } from "../core/html.js";
import { icon } from "../core/icons.js";
import { language, t } from "../core/i18n.js";
import { navigate, route } from "../core/router.js";
import { toastProblem } from "../core/toast.js";
import { View } from "../core/view.js";
import { doTo } from "./actions.js";
import { Attachments } from "./attachments.js";
import { commandsOf } from "./commands.js";
import "./composer.js";
import { chatHead } from "./head.js";
import { itemsOf } from "./items.js";
import "./log.js";
import "./message.js";
import { LiveTurn } from "./live.js";
import { catalog, chooseModel, loadCatalog, onlyBuiltIn } from "./models.js";
import { onArrival, outbox, say } from "./outbox.js";
import "./pending.js";
import "./side-list.js";
import "./sources.js";
import { fillIn } from "./templates.js";
import { Thread } from "./thread.js";
import { promptToUse } from "./used-prompt.js";
import "./welcome.js";

const MODEL = "parley.model";

class ChatPlace extends View {
  #thread = null;
  #leaveThread = null;
  #attachments;
  #side = false;
  #sources = null;
  #dragging = 0;
  /** The model for a conversation that is not begun yet. */
  #model = localStorage.getItem(MODEL);

  mounted() {
    this.watch(route, () => this.#follow());
    this.watch(outbox);
    this.watch(catalog);
    this.watch(language);
    this.onLeave(registerCommands(() => commandsOf(this)));
    this.onLeave(() => this.#leave());
    this.listen(document, "data-answers", () => this.querySelectorAll("chat-message").forEach(one => one.update()));
    this.listen(window, "dragenter", event => this.#drag(event, 1));
    this.listen(window, "dragleave", event => this.#drag(event, -1));
    this.listen(window, "dragover", event => { if (hasFiles(event)) event.preventDefault(); });
    this.listen(window, "drop", event => this.#dropped(event));
    loadCatalog().catch(() => {});
    this.#follow();
    this.#usePrompt();
  }

  get thread() { return this.#thread; }
  get list() { return this.querySelector("conversation-list"); }
  get composer() { return this.querySelector("chat-composer"); }
  get log() { return this.querySelector("message-log"); }

  /** The model that is to answer next, null for the server's own choice. */
  get model() {
    const { conversation, messages } = this.#thread.state.value;
    return conversation?.model ?? (messages.length ? null : this.#model);
  }

  /** Shows the conversation that the address names. */
  #follow() {
    if (route.value.place !== "chat") return;
    const id = route.value.id === null ? null : Number(route.value.id);
    const at = Number(new URLSearchParams(route.value.query).get("at")) || null;
    if (this.#thread && this.#thread.id === id) {
      if (at) this.#goTo(at);
      return;
    }
    this.#leave();
    const thread = new Thread(id);
    this.#thread = thread;
    this.#attachments = new Attachments(thread);
    this.#sources = null;
    this.#side = false;
    this.#leaveThread = thread.state.watch(() => this.update());
    for (const entry of outbox.value.entries) {
      if (entry.conversation === id) onArrival(entry.key, turn => this.#arrived(thread, turn));
    }
    thread.open(at).then(() => { if (at) this.#goTo(at); });
    this.update().then(() => { if (matchMedia("(pointer: fine)").matches) this.composer?.focusField(); });
  }

  #leave() {
    this.#leaveThread?.();
    this.#thread?.close();
    this.#thread = null;
  }

  async #goTo(message) {
    const thread = this.#thread;
    if (!thread.state.value.messages.some(one => one.id === message)) await thread.open(message);
    await this.update();
    this.log?.toItem(`m${message}`);
    navigate(`/c/${thread.id}`, { replace: true });
  }

  async #usePrompt() {
    const used = await promptToUse().catch(toastProblem);
    if (used) this.#fill(used.prompt, used.values);
  }

  async #fill(prompt, values = {}) {
    const filled = prompt.variables.length || Object.keys(values).length ? await fillIn(prompt, values) : { values: {}, more: "" };
    if (!filled) return;
    const shown = prompt.content.replace(/\{\{|\}\}|\{([^{}]+)\}/g, (whole, name) => name ? filled.values[name] ?? whole : whole[0]);
    this.say(filled.more, { prompt_id: prompt.id, variables: filled.values }, filled.more ? `${shown}\n\n${filled.more}` : shown);
  }

  /** Says something in the conversation that is shown. */
  say(text, more = {}, shown = text) {
    const thread = this.#thread;
    const { pictures, files } = this.#attachments.takeAll();
    const body = {
      ...(thread.id === null ? {} : { conversation_id: thread.id }), message: text, ...(this.model ? { model: this.model } : {}),
      ...(pictures.length ? { attachments: pictures } : {}), ...more,
    };
    say({ conversation: thread.id, place: thread.place, body, shown: { text: shown, pictures, files } }, turn => this.#arrived(thread, turn));
    this.update().then(() => this.log?.toEnd());
  }

  /** It is at the server: what was shown until now is replaced by what is there. */
  async #arrived(thread, turn) {
    if (thread.id === null) {
      await thread.begin(turn.conversation);
      if (thread === this.#thread) navigate(`/c/${turn.conversation}`, { replace: true });
    } else {
      await thread.refresh();
      // What was being asked meanwhile may have been older than this.
      if (turn && !thread.state.value.messages.some(message => message.id === turn.id)) await thread.refresh();
    }
    if (turn instanceof LiveTurn) thread.watchEnd(turn);
  }

  async stop() {
    const turn = this.#thread.unfinished;
    if (!turn) return;
    await (LiveTurn.find(turn.id) ?? LiveTurn.follow(turn.id, this.#thread.id)).stop().catch(toastProblem);
    this.#thread.refresh();
  }

  /** Lets somebody choose the model of this conversation. */
  async pickModel() {
    const chosen = await chooseModel(this.model);
    if (!chosen) return;
    if (this.#thread.id === null) {
      this.#model = chosen.model;
      if (chosen.model) localStorage.setItem(MODEL, chosen.model);
      else localStorage.removeItem(MODEL);
    } else if (chosen.model ?? catalog.value.defaultModel) {
      await this.#thread.chooseModel(chosen.model ?? catalog.value.defaultModel).catch(toastProblem);
    }
    this.update();
  }

  async act({ name, message, ...detail }) {
    if (name === "sources") {
      this.#sources = this.#sources === message.id ? null : message.id;
      this.update().then(() => this.querySelector("answer-sources")?.focus());
      return;
    }
    await doTo(this, name, message, detail).catch(toastProblem);
  }

  /** Takes back what waits, to be changed. */
  editEntry(entry) {
    this.composer.write(entry.shown.text);
  }

  #drag(event, step) {
    if (!hasFiles(event)) return;
    const before = this.#dragging > 0;
    this.#dragging = Math.max(0, this.#dragging + step);
    if (before !== this.#dragging > 0) this.update();
  }

  #dropped(event) {
    if (!hasFiles(event)) return;
    event.preventDefault();
    this.#dragging = 0;
    this.attach([...event.dataTransfer.files]);
  }

  /** Attaches files to the next message. */
  attach(files) {
    const thread = this.#thread;
    this.#attachments.add(files).then(() => this.composer?.focusField());
    this.update();
    const leave = this.#attachments.state.watch(() => {
      if (thread === this.#thread && thread.id !== null && route.value.id !== String(thread.id)) navigate(`/c/${thread.id}`, { replace: true });
      if (!this.#attachments.busy) leave();
    });
  }

  /** A sample, attached with one click. */
  async attachSample(name) {
    try {
      const response = await fetch(new URL(`../samples/${name}`, import.meta.url));
      this.attach([new File([await response.blob()], name, { type: "text/csv" })]);
    } catch (problem) {
      toastProblem(problem);
    }
  }

  openSide() { this.#side = true; this.update(); }

  template() {
    const thread = this.#thread;
    const { messages, forks, ready, problem, hasNewer } = thread.state.value;
    const entries = outbox.value.entries.filter(entry => (entry.conversation === null ? thread.id === null : entry.conversation === thread.id)
      && !(entry.state === "answering" && entry.conversation !== null));
    const items = this.#items(messages, forks, entries);
    const empty = ready && !problem && !items.length;
    return html`
      <div class="sided chat ${this.#sources ? "with-sources" : ""}" ?open=${this.#side}>
        <aside><conversation-list .current=${thread.id} @picked=${() => { this.#side = false; this.update(); }}></conversation-list></aside>
        <main>
          ${chatHead(this, thread.state.value)}
          ${problem ? html`<div class="empty">${icon("warning")}<h2>${problem.message}</h2><a class="button" href="/">${t("chat.new")}</a></div>`
            : empty ? html`<chat-welcome .attachments=${this.#attachments} @try=${event => this.#try(event.detail)}></chat-welcome>`
            : keyed(thread.place, html`<message-log aria-label=${t("chat.log")} .show=${this.#show} .items=${items} .hasNewer=${hasNewer}
                @older=${() => thread.older().catch(() => {})} @newer=${() => thread.newer().catch(() => {})}
                @end-wanted=${() => thread.toNewest().then(() => this.log.toEnd())} @act=${event => this.act(event.detail)}></message-log>`)}
          ${problem ? nothing : html`<div class="writing">
            ${onlyBuiltIn() && !empty ? html`<p class="offline">${icon("info")}<span>${t("chat.offline")} <a href="/settings/models">${t("chat.connect")}</a></span></p>` : nothing}
            <chat-composer .thread=${thread} .attachments=${this.#attachments} .model=${this.model} .busy=${Boolean(thread.unfinished)}
              @say=${event => this.say(event.detail.text)} @stop=${() => this.stop()} @choose-model=${() => this.pickModel()}
              @attach=${event => this.attach(event.detail.files)} @detach=${event => this.#attachments.take(event.detail.one).catch(toastProblem)}
              @use-prompt=${event => this.#fill(event.detail.prompt)} @edit-last=${() => this.editLast()}></chat-composer>
          </div>`}
        </main>
        ${this.#sources ? html`<answer-sources tabindex="-1" .thread=${thread} .messageId=${this.#sources}
          @leave=${() => { this.#sources = null; this.update(); this.composer?.focusField(); }}></answer-sources>` : nothing}
        ${this.#side ? html`<div class="veil" @click=${() => { this.#side = false; this.update(); }}></div>` : nothing}
        ${this.#dragging ? html`<div class="drop" aria-hidden="true">${icon("upload")}<span>${t("chat.drop")}</span></div>` : nothing}
      </div>`;
  }

  updated() {
    this.composer?.update();
    const title = this.#thread.state.value.conversation?.title;
    document.title = title ? `${title} · Parley` : "Parley";
  }

  #show = item => item.kind === "entry"
    ? html`<pending-message .entry=${item.entry} @edit-entry=${event => this.editEntry(event.detail)}></pending-message>`
    : html`<chat-message .item=${item} .source=${this.#thread.state.value.conversation?.data_source_id ?? null}
        @ask=${event => this.say(event.detail)}></chat-message>`;

  #lastItems = [];
  #madeOf = [];

  #items(messages, forks, entries) {
    const now = [messages, forks, ...entries];
    if (now.length !== this.#madeOf.length || now.some((one, at) => one !== this.#madeOf[at])) {
      this.#madeOf = now;
      this.#lastItems = itemsOf({ messages, forks, id: this.#thread.id }, entries);
    }
    return this.#lastItems;
  }

  #try({ text, sample, file }) {
    if (sample) this.attachSample(sample);
    else if (file) this.composer.querySelector("input[type=file]").click();
    else this.say(text);
  }

  editLast() {
    const last = this.#thread.state.value.messages.findLast(message => message.role === "user");
    if (last) this.act({ name: "edit", message: last });
  }
}

const hasFiles = event => [...event.dataTransfer?.types ?? []].includes("Files");

customElements.define("chat-place", ChatPlace);
