// What goes with the next message: files to be read, tables to be asked, pictures.
import { patch, post, remove, upload } from "../core/api.js";
import { bytes, t } from "../core/i18n.js";
import { State } from "../core/state.js";

const DOCUMENTS = { pdf: 10, docx: 10, txt: 10, md: 10, markdown: 10, html: 10, htm: 10 };
const TABLES = { csv: 50, tsv: 50 };
const PICTURES = { png: 20, jpg: 20, jpeg: 20, webp: 20, gif: 20, bmp: 20 };
const MOST_PICTURES = 8;
const MEGABYTE = 2 ** 20;
/** All pictures of a message go in one body of 32 MiB, a third longer than they are. */
const MOST_PICTURE_BYTES = 23 * MEGABYTE;

/** What the file dialog offers. */
export const ACCEPTED = [...Object.keys(DOCUMENTS), ...Object.keys(TABLES), ...Object.keys(PICTURES)].map(ending => `.${ending}`).join(",");

let made = 0;

/**
 * @typedef {{ key: number, name: string, size: number, kind: "document" | "table" | "picture", share: number,
 *   problem: string | null, done: boolean, id?: string | number, data?: string, suggestions?: string[], about?: string }} Attached
 */

/** What is attached to one conversation's next message. */
export class Attachments {
  #stops = new Map();
  #thread;
  #creating = null;
  #wentAway = new Set();

  constructor(thread) {
    this.#thread = thread;
    this.state = new State({ list: Object.freeze([]) });
  }

  get list() {
    return this.state.value.list;
  }

  get busy() {
    return this.list.some(one => !one.done && !one.problem);
  }

  /** @param {File[]} files */
  async add(files) {
    for (const file of files) {
      const { kind, problem } = judge(file, this.list);
      const one = { key: ++made, name: file.name || t("chat.attach.pasted"), size: file.size, kind, share: 0, problem, done: false };
      this.#set([...this.list, Object.freeze(one)]);
      if (!problem) this.#send(one, file).catch(failure => this.#failed(one, failure));
    }
  }

  #set(list) {
    this.state.set({ list: Object.freeze(list) });
  }

  #change(one, to) {
    this.#set(this.list.map(other => other.key === one.key ? Object.freeze({ ...other, ...to }) : other));
  }

  #failed(one, failure) {
    if (failure.name !== "AbortError") this.#change(one, { problem: failure.message });
  }

  async #send(one, file) {
    const stop = new AbortController();
    this.#stops.set(one.key, stop);
    if (one.kind === "picture") {
      this.#change(one, { data: await asData(file), share: 1, done: true });
      return;
    }
    const form = new FormData();
    const options = { signal: stop.signal, onProgress: share => this.#change(one, { share }) };
    if (one.kind === "table") {
      form.append("file", file, one.name);
      await this.#table(one, await upload("/api/csv-upload", form, options));
      return;
    }
    form.append("conversation_id", String(await this.#conversation()));
    form.append("purpose", "user_data");
    form.append("file", file, one.name);
    const kept = await upload("/v1/files", form, options);
    this.#thread.findFiles();
    if (this.#wentAway.has(one.key)) {
      await remove(`/v1/files/${kept.id}`);
      return;
    }
    this.#change(one, { id: kept.id, share: 1, done: true, about: kept.metadata?.page_count ? t("chat.attach.pages", { count: kept.metadata.page_count }) : null });
  }

  /** A table that was sent brings a conversation of its own, which a new thread takes, and another has no use for. */
  async #table(one, { data_source_id: source, conversation_id: its, row_count: rows, columns, suggestions }) {
    if (this.#thread.id === null) {
      await this.#thread.begin(its);
    } else {
      await patch(`/v1/conversations/${this.#thread.id}`, { data_source_id: source });
      await remove(`/v1/conversations/${its}`).catch(() => {});
      await this.#thread.refresh();
    }
    this.#change(one, { id: source, share: 1, done: true, suggestions, about: t("chat.attach.rows", { count: rows, columns: columns.length }) });
  }

  /** The conversation that files belong to: it is made with the first of them. */
  async #conversation() {
    if (this.#thread.id !== null) return this.#thread.id;
    this.#creating ??= post("/v1/conversations").then(async made => { await this.#thread.begin(made.id); return made.id; })
      .finally(() => { this.#creating = null; });
    return this.#creating;
  }

  /** Takes one off again; what the server has of it goes too. */
  async take(one) {
    this.#stops.get(one.key)?.abort();
    this.#wentAway.add(one.key);
    this.#set(this.list.filter(other => other.key !== one.key));
    if (!one.done) return;
    if (one.kind === "document") await remove(`/v1/files/${one.id}`).then(() => this.#thread.findFiles(), () => {});
    if (one.kind === "table") await patch(`/v1/conversations/${this.#thread.id}`, { data_source_id: null }).catch(() => {});
  }

  /** What the message takes along; then nothing is attached any more. */
  takeAll() {
    const list = this.list.filter(one => one.done);
    this.#set([]);
    return { pictures: list.filter(one => one.kind === "picture").map(one => one.data), files: list.filter(one => one.kind !== "picture").map(one => ({ name: one.name })) };
  }
}

const endingOf = name => /\.([a-z\d]+)$/i.exec(name)?.[1].toLowerCase() ?? "";

function judge(file, others) {
  const ending = endingOf(file.name) || { "image/png": "png", "image/jpeg": "jpg", "image/webp": "webp", "application/pdf": "pdf", "text/csv": "csv" }[file.type] || "";
  const kinds = [["document", DOCUMENTS], ["table", TABLES], ["picture", PICTURES]];
  const [kind, limits] = kinds.find(([, endings]) => Object.hasOwn(endings, ending)) ?? ["document", null];
  if (!limits) return { kind, problem: t("chat.attach.wrongKind", { name: file.name }) };
  if (file.size === 0) return { kind, problem: t("chat.attach.empty", { name: file.name }) };
  if (file.size > limits[ending] * MEGABYTE) {
    return { kind, problem: t("chat.attach.tooLarge", { name: file.name, size: bytes(file.size), most: `${limits[ending]} MiB` }) };
  }
  if (kind === "picture" && others.filter(one => one.kind === "picture" && !one.problem).length >= MOST_PICTURES) {
    return { kind, problem: t("chat.attach.tooMany", { count: MOST_PICTURES }) };
  }
  const together = others.reduce((sum, one) => sum + (one.kind === "picture" && !one.problem ? one.size : 0), file.size);
  if (kind === "picture" && together > MOST_PICTURE_BYTES) {
    return { kind, problem: t("chat.attach.tooLarge", { name: file.name, size: bytes(together), most: "23 MiB" }) };
  }
  return { kind, problem: null };
}

function asData(file) {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result);
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(file);
  });
}
