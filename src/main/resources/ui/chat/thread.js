// A conversation that is shown: the part of its messages that was loaded, what is being written, and what waits.
import { get, patch, post, withQuery } from "../core/api.js";
import { State } from "../core/state.js";
import { hear, tell } from "./changes.js";
import { filesOf } from "./files.js";
import { isEnd, LiveTurn } from "./live.js";

const FIRST = 40;
const PAGE = 150;
let made = 0;

/** One conversation, or one that is not begun yet (`id` null). */
export class Thread {
  /** Names this thread to what waits for a conversation that does not exist yet. */
  place = `p${Date.now()}-${++made}`;
  #ending;
  #asking = null;
  #loading = false;

  /** @param {number | null} id */
  constructor(id) {
    this.id = id;
    this.state = new State({
      conversation: null, messages: Object.freeze([]), forks: Object.freeze([]), files: Object.freeze([]), hasOlder: false, hasNewer: false,
      ready: id === null, problem: null, at: null,
    });
    this.#ending = hear(change => {
      if (change.kind === "conversation" && this.id !== null && (change.id ?? this.id) === this.id) this.refresh();
    });
  }

  /**
   * Loads the newest messages, or those around one.
   *
   * @param {number | null} around the id of a message
   */
  async open(around = null) {
    if (this.id === null) return;
    try {
      const [conversation, page] = await Promise.all([
        get(`/v1/conversations/${this.id}`),
        this.#page({ around, limit: FIRST }),
      ]);
      this.state.set({
        conversation, messages: Object.freeze(page.messages), hasOlder: page.has_earlier, hasNewer: page.has_later, ready: true,
        problem: null, at: around,
      });
      this.#follow();
      this.#findForks();
      this.findFiles();
    } catch (problem) {
      this.state.set({ problem, ready: true });
    }
  }

  close() {
    this.#ending();
  }

  /** Where there are several ways on. */
  async #findForks() {
    const { forks } = await get(`/v1/conversations/${this.id}/forks`).catch(() => ({ forks: [] }));
    if (forks.length || this.state.value.forks.length) this.state.set({ forks: Object.freeze(forks) });
  }

  #page(query) {
    return get(withQuery(`/v1/conversations/${this.id}/messages`, query));
  }

  /** Which documents belong to it. */
  async findFiles() {
    const files = await filesOf(this.id).catch(() => []);
    if (files.length || this.state.value.files.length) this.state.set({ files: Object.freeze(files) });
  }

  async older() {
    const { messages, hasOlder } = this.state.value;
    if (!hasOlder || this.#loading) return;
    this.#loading = true;
    try {
      const page = await this.#page({ before: messages[0].sequence, limit: PAGE });
      this.#merge(page.messages, { hasOlder: page.has_more });
    } finally {
      this.#loading = false;
    }
  }

  async newer() {
    const { messages, hasNewer } = this.state.value;
    if (!hasNewer || this.#loading) return;
    this.#loading = true;
    try {
      const page = await this.#page({ after: messages.at(-1)?.sequence ?? 0, limit: PAGE });
      this.#merge(page.messages, { hasNewer: page.has_more });
      this.#follow();
    } finally {
      this.#loading = false;
    }
  }

  /** Goes to the end of what there is. */
  async toNewest() {
    if (this.state.value.hasNewer) await this.open();
  }

  /** Asks for what is new or has changed at the end. */
  refresh() {
    if (this.state.value.hasNewer) return Promise.resolve();
    this.#asking ??= this.#refresh().finally(() => { this.#asking = null; });
    return this.#asking;
  }

  async #refresh() {
    if (this.id === null) return;
    try {
      const { messages } = this.state.value;
      const unfinished = messages.find(message => !isEnd(message.status));
      const after = Math.max(0, Math.min(unfinished?.sequence ?? Infinity, messages.at(-3)?.sequence ?? 1) - 1);
      const [conversation, page] = await Promise.all([get(`/v1/conversations/${this.id}`), this.#page({ after, limit: PAGE })]);
      this.#merge(page.messages, { conversation, problem: null });
      this.#follow();
    } catch (problem) {
      if (problem.status === 404) this.state.set({ problem });
    }
  }

  #merge(found, also) {
    const all = new Map(this.state.value.messages.map(message => [message.id, message]));
    let changed = false;
    for (const message of found) {
      const before = all.get(message.id);
      if (before && JSON.stringify(before) === JSON.stringify(message)) continue;
      all.set(message.id, message);
      changed = true;
    }
    const messages = changed
      ? Object.freeze([...all.values()].sort((one, other) => one.sequence - other.sequence)) : this.state.value.messages;
    this.state.set({ ...also, messages });
  }

  /** Hears what is being written. */
  #follow() {
    for (const message of this.state.value.messages) {
      if (message.role !== "assistant" || isEnd(message.status)) continue;
      const known = LiveTurn.find(message.id);
      this.watchEnd(known ?? LiveTurn.follow(message.id, this.id));
    }
  }

  #watched = new Set();

  /** What ended is asked for once more: the server knows best. */
  watchEnd(turn) {
    if (this.#watched.has(turn)) return;
    this.#watched.add(turn);
    const looking = this.#lookWhileQuiet(turn);
    turn.ended.then(() => { clearTimeout(looking()); this.#watched.delete(turn); this.refresh(); });
  }

  /** While an answer says nothing its task may go on: how far it is stands in the message. */
  #lookWhileQuiet(turn) {
    let wait = 1200;
    let timer;
    const look = async () => {
      if (turn.quiet > 1000 && !document.hidden) {
        await this.refresh();
        wait = this.state.value.messages.find(one => one.id === turn.id)?.task ? 1000 : Math.min(wait * 1.5, 8000);
      }
      if (this.#watched.has(turn)) timer = setTimeout(look, wait);
    };
    timer = setTimeout(look, wait);
    return () => timer;
  }

  /** The conversation that was new has begun. */
  async begin(id) {
    this.id = id;
    tell({ kind: "conversations" });
    await this.open();
  }

  /** The message that is being written, if any. */
  get unfinished() {
    return this.state.value.messages.findLast(message => message.role === "assistant" && !isEnd(message.status));
  }

  async rename(title) {
    this.state.set({ conversation: await patch(`/v1/conversations/${this.id}`, { title }) });
    tell({ kind: "conversations" });
  }

  async chooseModel(model) {
    this.state.set({ conversation: await patch(`/v1/conversations/${this.id}`, { model }) });
  }

  /** A new conversation with everything before a message. @returns {Promise<object>} the conversation */
  async forkBefore(messageId) {
    const made = await post(`/v1/conversations/${this.id}/fork`, { before_message_id: messageId });
    tell({ kind: "conversations" });
    return made;
  }

  /** The question that an answer answers. */
  questionOf(answer) {
    return this.state.value.messages.findLast(message => message.role === "user" && message.sequence < answer.sequence);
  }
}
