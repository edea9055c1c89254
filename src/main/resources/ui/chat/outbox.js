// What was sent and is not answered for yet. It is kept, so that a refresh or a server that is away loses nothing; the
// key that goes with it makes that nothing is said twice.
import { ApiError, connection, stream } from "../core/api.js";
import { State } from "../core/state.js";
import { tell } from "./changes.js";
import { LiveTurn } from "./live.js";

const STORED = "parley.outbox";
const LONGEST_WAIT = 20_000;
const timers = new Map();
const waiting = new Map();

/**
 * @typedef {{ key: string, conversation: number | null, place: string, body: object, shown: object, createdAt: string,
 *   state: "sending" | "waiting" | "answering" | "limited" | "refused", problem: string | null, retryAt: number | null, tries: number }} Entry
 */

/** What waits. */
export const outbox = new State({ entries: Object.freeze(read()) });

function read() {
  try {
    return (JSON.parse(localStorage.getItem(STORED)) ?? []).map(entry => Object.freeze({ ...entry, state: entry.state === "refused" ? "refused" : "waiting" }));
  } catch {
    return [];
  }
}

function write(entries) {
  outbox.set({ entries: Object.freeze(entries) });
  try {
    if (entries.length) localStorage.setItem(STORED, JSON.stringify(entries));
    else localStorage.removeItem(STORED);
  } catch {
    // Too much for the browser's store: it is kept for as long as the page is open.
  }
}

const change = (key, to) => write(outbox.value.entries.map(entry => entry.key === key ? Object.freeze({ ...entry, ...to }) : entry));

/** Takes it back. */
export function discard(key) {
  clearTimeout(timers.get(key));
  waiting.delete(key);
  write(outbox.value.entries.filter(entry => entry.key !== key));
}

/**
 * Says something.
 *
 * @param {{ conversation: number | null, place: string, body: object, shown: object }} wish `body` is what
 *   is asked of the server, `shown` what is shown until the server has it
 * @param {(turn: LiveTurn) => Promise<void> | void} onStarted called before the entry leaves the outbox
 */
export function say(wish, onStarted) {
  const key = crypto.randomUUID?.() ?? `${Date.now()}-${Math.random().toString(36).slice(2)}`;
  const entry = { ...wish, key, createdAt: new Date().toISOString(), state: "sending", problem: null, retryAt: null, tries: 0 };
  write([...outbox.value.entries, Object.freeze(entry)]);
  if (onStarted) waiting.set(key, onStarted);
  send(key);
  return key;
}

/** Tries now what waits. */
export async function send(key) {
  clearTimeout(timers.get(key));
  const entry = outbox.value.entries.find(one => one.key === key);
  if (!entry || (entry.state === "sending" && entry.tries > 0)) return;
  change(key, { state: "sending", problem: null, retryAt: null, tries: entry.tries + 1 });
  try {
    await sendStreamed(entry);
  } catch (problem) {
    await failed(entry, problem);
  }
}

async function sendStreamed(entry) {
  const events = stream("POST", "/v1/turns", { body: { ...entry.body, stream: true }, headers: { "Idempotency-Key": entry.key } });
  for (;;) {
    const { value: event, done } = await events.next();
    if (done) throw new ApiError(0, "The server went away.");
    if (event.name !== "started") continue;
    const turn = LiveTurn.find(event.data.turn_id)
      ?? new LiveTurn({ id: event.data.turn_id, conversation: event.data.conversation_id }, rest(event, events));
    await arrived(entry, turn);
    return;
  }
}

async function* rest(first, events) {
  yield first;
  yield* events;
}

async function arrived(entry, turn) {
  await Promise.resolve(waiting.get(entry.key)?.(turn)).catch(() => {});
  discard(entry.key);
  tell({ kind: "conversations" });
  tell({ kind: "conversation", id: turn?.conversation ?? entry.conversation });
}

async function failed(entry, problem) {
  const turnId = Number(problem.headers?.get("X-Turn-Id"));
  if (turnId) {
    // It arrived: what failed is the answer, and it is kept with its reason.
    const conversation = Number(problem.headers.get("X-Session-Id")) || entry.conversation;
    await arrived(entry, { id: turnId, conversation, over: true });
    return;
  }
  const again = problem.status === 0 || problem.status >= 500;
  if (problem.status === 409) {
    // It had arrived before the connection broke, and is being answered: the key found it again.
    change(entry.key, { state: "answering" });
    later(entry.key, 2000);
  } else if (problem.status === 429) {
    const retryAt = Date.now() + (problem.retryAfter ?? 10) * 1000;
    change(entry.key, { state: "limited", problem: problem.message, retryAt });
    later(entry.key, retryAt - Date.now());
  } else if (again) {
    const wait = Math.min(LONGEST_WAIT, 800 * 2 ** Math.min(entry.tries, 6));
    change(entry.key, { state: "waiting", problem: isGateway(problem) ? null : problem.message });
    later(entry.key, problem.retryAfter ? problem.retryAfter * 1000 : wait);
  } else {
    change(entry.key, { state: "refused", problem: problem.message });
  }
}

/** Nobody of the server said that: it is away, or what stands before it says so. */
const isGateway = problem => problem.status === 0 || /^The server answered 50[234]\.$/.test(problem.message);

function later(key, wait) {
  clearTimeout(timers.get(key));
  // A timer cannot wait longer than 24 days.
  timers.set(key, setTimeout(() => send(key), Math.min(wait, 2 ** 31 - 1)));
}

/** Says who is to be told when something that waits has arrived: after a refresh nobody remembers. */
export function onArrival(key, listener) {
  waiting.set(key, listener);
}

const sendAll = () => outbox.value.entries.filter(entry => entry.state === "waiting").forEach(entry => send(entry.key));
connection.watch((now, before) => { if (now.online && !before.online) sendAll(); });
addEventListener("online", sendAll);
setTimeout(sendAll, 0);
// Another tab sent or discarded it.
addEventListener("storage", event => {
  if (event.key !== STORED) return;
  const kept = new Set(read().map(entry => entry.key));
  const mine = outbox.value.entries.filter(entry => kept.has(entry.key) || entry.state === "sending");
  outbox.set({ entries: Object.freeze(mine) });
});
