// An answer that is being written: whoever began it and wherever, it is heard from any number on.
import { post, stream } from "../core/api.js";
import { State } from "../core/state.js";
import { tell } from "./changes.js";

const turns = new Map();
const LONGEST_WAIT = 15_000;
/** How many answers are heard now, for the list and the commands. */
export const running = new State({ turns: Object.freeze([]) });

const ENDS = new Set(["complete", "cancelled", "interrupted", "failed"]);

/** Whether a status is an end. */
export const isEnd = status => ENDS.has(status);

/**
 * @typedef {{ text: string, reasoning: string, tools: object[], images: object[], status: string, model: string | null,
 *   usage: object | null, error: object | null, link: "live" | "reconnecting" | "lost" }} Heard
 */

/** One answer. Its `state` is a {@link Heard}. */
export class LiveTurn {
  #last = null;
  #pieces;
  #scheduled = false;
  #end;
  #leaving = new AbortController();
  #lastHeard = Date.now();

  /** Ends with the answer. */
  ended = new Promise(resolve => { this.#end = resolve; });

  /**
   * @param {{ id: number, conversation: number, text?: string }} begin
   * @param {AsyncIterator<object>} [source] a stream that was begun with the answer
   */
  constructor({ id, conversation, text = "" }, source) {
    this.id = id;
    this.conversation = conversation;
    this.#pieces = { text, reasoning: "", tools: [], images: [] };
    this.state = new State({ ...this.#pieces, status: "running", model: null, usage: null, finishReason: null, error: null, link: "live" });
    turns.set(id, this);
    running.set({ turns: Object.freeze([...turns.values()]) });
    this.#hear(source);
  }

  /** The answer with this id, heard from its beginning if nobody hears it yet. */
  static follow(id, conversation) {
    return turns.get(id) ?? new LiveTurn({ id, conversation });
  }

  static find(id) {
    return turns.get(id);
  }

  /** Goes on with an answer that had ended too early. @throws {ApiError} if that is refused */
  static async resume(id, conversation, text) {
    const source = stream("POST", `/v1/turns/${id}/continue`, { body: { stream: true } });
    const first = await source.next();
    const turn = new LiveTurn({ id, conversation, text }, source);
    if (!first.done) turn.#take(first.value);
    return turn;
  }

  /** Ends the answer at the server too. */
  async stop() {
    await post(`/v1/turns/${this.id}/stop`);
  }

  async #hear(source) {
    let wait = 500;
    for (let events = source; ; events = null) {
      try {
        for await (const event of events ?? this.#listen()) {
          wait = 500;
          if (this.#take(event)) return this.#leave();
        }
      } catch (problem) {
        if (problem.name === "AbortError") return undefined;
        if (problem.status === 404) {
          this.state.set({ status: "failed", error: { sentence: problem.message }, link: "lost" });
          return this.#leave();
        }
      }
      this.state.set({ link: "reconnecting" });
      await new Promise(resolve => setTimeout(resolve, wait * (.7 + Math.random() * .6)));
      wait = Math.min(wait * 2, LONGEST_WAIT);
    }
  }

  #listen() {
    // Where no number is known yet, all of it comes again.
    if (this.#last === null) this.#pieces = { text: "", reasoning: "", tools: [], images: [] };
    return stream("GET", `/v1/turns/${this.id}/events`, {
      headers: { "Last-Event-ID": String(this.#last ?? 0) }, signal: this.#leaving.signal,
    });
  }

  /** For how many milliseconds nothing was said. */
  get quiet() {
    return Date.now() - this.#lastHeard;
  }

  /** @returns {boolean} whether that was the end */
  #take({ name, id, data }) {
    if (name !== "ping") this.#lastHeard = Date.now();
    if (id) this.#last = id;
    if (this.state.value.link !== "live") this.state.set({ link: "live" });
    const pieces = this.#pieces;
    if (name === "started") this.state.set({ model: data.model });
    else if (name === "text") pieces.text += data.text;
    else if (name === "reasoning") pieces.reasoning += data.text;
    else if (name === "image") pieces.images = [...pieces.images, data];
    else if (name === "tool_call") pieces.tools = withPiece(pieces.tools, data);
    else if (name === "end") {
      this.state.set({
        ...pieces, status: data.status, model: data.model, usage: data.usage, finishReason: data.finish_reason, error: data.error, link: "live",
        message: data.message ?? null,
      });
      return true;
    }
    this.#show();
    return false;
  }

  /** At most once a frame; a hidden page has no frames. */
  #show() {
    if (this.#scheduled) return;
    this.#scheduled = true;
    const show = () => {
      this.#scheduled = false;
      if (!isEnd(this.state.value.status)) this.state.set({ ...this.#pieces });
    };
    if (document.hidden) setTimeout(show, 250);
    else requestAnimationFrame(show);
  }

  #leave() {
    turns.delete(this.id);
    running.set({ turns: Object.freeze([...turns.values()]) });
    tell({ kind: "conversations" });
    tell({ kind: "conversation", id: this.conversation });
    this.#end();
  }
}

function withPiece(tools, { index, id, name, arguments: more }) {
  const list = [...tools];
  const before = list[index] ?? { type: "tool_call", id: "", name: "", arguments: "" };
  list[index] = { ...before, id: id || before.id, name: name || before.name, arguments: before.arguments + (more ?? "") };
  return list;
}
