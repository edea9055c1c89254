// Questions to a data source: they go into a conversation, whose latest answers are shown here.
import "./answer.js";
import { get, post, stream, withQuery } from "../core/api.js";
import { announce } from "../core/announce.js";
import { html, live, nothing, repeat } from "../core/html.js";
import { icon } from "../core/icons.js";
import { language, t } from "../core/i18n.js";
import { toastProblem } from "../core/toast.js";
import { View } from "../core/view.js";
import { nameOf } from "./sources.js";

const SHOWN = 6;
const AGAIN = 1500;

// Loaded apart: answers can be read as they are until it is there.
const prose = import("../core/prose.js").catch(() => {});

/** `<ask-data>` with the properties `source` and `suggestions` (null until they are known). */
class AskData extends View {
  #source = null;
  #suggestions = null;
  #conversation = null;
  #turns = [];
  #more = false;
  #draft = "";
  #listening = null;

  set source(source) {
    const other = source.id !== this.#source?.id;
    this.#source = source;
    if (other) this.opened = this.#open();
  }

  set suggestions(suggestions) {
    this.#suggestions = suggestions;
    this.update();
  }

  mounted() {
    this.watch(language);
    this.onLeave(() => this.#listening?.abort());
    prose.then(() => this.update());
  }

  /** The conversation about this source that was changed last, if there is one, with what was said in it. */
  async #open() {
    const { id } = this.#source;
    this.#listening?.abort();
    this.#conversation = null;
    this.#turns = [];
    this.#more = false;
    this.#draft = "";
    this.update();
    try {
      const page = await get(withQuery("/v1/conversations", { limit: 100 }));
      const found = page.conversations.find(one => one.data_source_id === id);
      if (!found || id !== this.#source.id) return;
      this.#conversation = found.id;
      const { messages, has_earlier: earlier } = await get(withQuery(`/v1/conversations/${found.id}/messages`, { limit: SHOWN }));
      if (id !== this.#source.id) return;
      this.#turns = [...this.#turns, ...pairs(messages)];
      this.#more = Boolean(earlier);
      const running = this.#turns.find(turn => turn.id && turn.status === "running" || turn.status === "queued");
      if (running) this.#listen(running, () => stream("GET", `/v1/turns/${running.id}/events`, { signal: this.#listening.signal }));
    } catch (problem) {
      toastProblem(problem);
    }
    this.update();
  }

  async ask(question) {
    const text = question.trim();
    if (!text || this.#busy) return;
    this.#draft = "";
    const turn = { key: crypto.randomUUID(), question: text, text: "", status: "running" };
    this.#turns = [turn, ...this.#turns];
    this.update();
    try {
      await this.opened;
      this.#conversation ??= (await post("/v1/conversations", { title: nameOf(this.#source), data_source_id: this.#source.id })).id;
    } catch (problem) {
      Object.assign(turn, { status: "failed", problem: problem.message });
      this.update();
      return;
    }
    const body = { conversation_id: this.#conversation, message: text };
    await this.#listen(turn, () => stream("POST", "/v1/turns", { body, signal: this.#listening.signal }));
  }

  get #busy() {
    return this.#turns.some(turn => turn.status === "running" || turn.status === "queued");
  }

  /** Hears an answer to its end; where the connection is lost, from where it was lost. */
  async #listen(turn, open) {
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    turn.text = "";
    let heard = 0;
    for (let begin = open; ;) {
      try {
        for await (const event of begin()) {
          if (event.id) heard = event.id;
          if (event.name === "started") turn.id = event.data.turn_id;
          if (event.name === "text") turn.text += event.data.text;
          if (event.name === "end") return await this.#ended(turn, event.data);
          this.update();
        }
      } catch (problem) {
        if (problem.name === "AbortError" || signal.aborted) return undefined;
        if (problem.status || !turn.id) {
          Object.assign(turn, { status: "failed", problem: problem.message });
          return this.update();
        }
      }
      await new Promise(resolve => setTimeout(resolve, AGAIN));
      if (signal.aborted) return undefined;
      begin = () => stream("GET", `/v1/turns/${turn.id}/events?after=${heard}`, { signal });
    }
  }

  async #ended(turn, end) {
    const message = end.message ?? await get(`/v1/conversations/${this.#conversation}/messages/${turn.id}`);
    Object.assign(turn, answered(message), { problem: end.error?.sentence ?? end.error?.message ?? "" });
    announce(t(turn.status === "complete" ? "data.answered" : "problem"));
    return this.update();
  }

  async #stop(turn) {
    try {
      await post(`/v1/turns/${turn.id}/stop`);
    } catch (problem) {
      toastProblem(problem);
    }
  }

  #pressed(event) {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    this.ask(this.#draft);
  }

  template() {
    const suggestions = this.#suggestions ?? [];
    return html`
      <form class="ask" @submit=${event => { event.preventDefault(); this.ask(this.#draft); }}>
        <label class="unseen" for="data-question">${t("data.ask")}</label>
        <textarea id="data-question" rows="1" placeholder=${t("data.ask-example")} .value=${live(this.#draft)} maxlength="8000"
                  @input=${event => { this.#draft = event.target.value; this.update(); }} @keydown=${event => this.#pressed(event)}></textarea>
        <button class="primary" aria-label=${t("data.ask-send")} ?disabled=${!this.#draft.trim() || this.#busy}>${icon("send")}</button>
      </form>
      <div class="suggestions" role="group" aria-label=${t("data.suggestions")}>
        ${this.#suggestions === null ? [9, 14, 11, 8].map(width => html`<span class="suggestion ghost" .style=${`width:${width}rem`}></span>`)
          : suggestions.map(text => html`<button type="button" class="suggestion" ?disabled=${this.#busy} @click=${() => this.ask(text)}>${text}</button>`)}
      </div>
      ${repeat(this.#turns, turn => turn.key, turn => this.#turn(turn))}
      ${this.#conversation && this.#turns.length ? html`
        <p class="whole-conversation"><a href="/c/${this.#conversation}">${icon("chat")} ${t(this.#more ? "data.conversation-more" : "data.conversation")}</a></p>` : nothing}`;
  }

  #turn(turn) {
    const running = turn.status === "running" || turn.status === "queued";
    return html`
      <article class="asked" aria-busy=${String(running)}>
        <header><h2>${turn.question}</h2>
          ${running && turn.id ? html`<button type="button" class="small" @click=${() => this.#stop(turn)}>${icon("stop")} ${t("data.stop")}</button>` : nothing}</header>
        ${turn.problem ? html`<p class="note bad" role="alert">${icon("warning")} <span>${turn.problem}</span></p>` : nothing}
        ${running && !turn.text ? html`<p class="waiting"><span class="spinner"></span> ${t("data.thinking")}</p>` : nothing}
        ${proseOf(running ? beforeEvidence(turn.text) : turn.text, running)}
        ${turn.data ? html`<data-answer .data=${turn.data} .source=${this.#source.id} @ask=${event => this.ask(event.detail)}></data-answer>` : nothing}
      </article>`;
  }
}

function proseOf(text, growing) {
  if (!text) return nothing;
  return customElements.get("prose-text") ? html`<prose-text .text=${text} .growing=${growing}></prose-text>` : html`<p class="plain-prose">${text}</p>`;
}

/** While it is written: without the picture and the query, which are shown as themselves when it has ended. */
function beforeEvidence(text) {
  const at = text.search(/\n!\[|\n```sql/);
  return at < 0 ? text : text.slice(0, at);
}

/** Messages as questions with their answers, the newest first. */
function pairs(messages) {
  const turns = [];
  let question = "";
  for (const message of messages) {
    if (message.role === "user") question = message.content;
    else if (message.role === "assistant" && question) turns.unshift({ key: String(message.id), question, ...answered(message) });
  }
  return turns;
}

function answered({ id, status, prose, content, data }) {
  const text = prose ?? content;
  return { id, status, text: data?.rows?.length ? withoutTable(text) : text, data: data ?? null };
}

/** The rows are shown below as a table of their own. */
function withoutTable(text) {
  return text.replace(/(?:^\|.*\|[ \t]*(?:\n|$))+(?:\s*And [\d,]+ more rows?\.[ \t]*(?:\n|$))?/gm, "").replace(/\n{3,}/g, "\n\n").trim();
}

customElements.define("ask-data", AskData);
