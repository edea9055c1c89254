// The entries of the log: messages with the day they are of, the ways on from them, and what waits to be sent.
import { dateTime, t } from "../core/i18n.js";

/**
 * @typedef {{ key: string, guess: number, day: string | null, kind: "message" | "entry", message?: object, entry?: object,
 *   ways?: { conversations: number[], at: number }, last: boolean }} Item
 */

const kept = new WeakMap();

/** @returns {Item[]} the same objects for the same messages, so that nothing is drawn twice */
export function itemsOf({ messages, forks, id }, entries) {
  const items = [];
  let day = "";
  let fork = 0;
  for (const message of messages) {
    const its = dayOf(message.created_at);
    while (fork < forks.length && forks[fork].after_sequence + 1 < message.sequence && forks[fork].after_sequence < (messages[0]?.sequence ?? 1) - 1) fork++;
    const ways = forks[fork]?.after_sequence < message.sequence ? waysOf(forks[fork++], id) : null;
    items.push(remembered(message, its === day ? null : its, ways, items.length === messages.length - 1));
    day = its;
  }
  for (const entry of entries) {
    items.push({ key: `o${entry.key}`, kind: "entry", entry, day: null, guess: 90, last: true });
  }
  return items;
}

function remembered(message, day, ways, last) {
  const before = kept.get(message);
  if (before && before.day === day && before.last === last && String(before.ways?.conversations) === String(ways?.conversations)) return before;
  const item = { key: `m${message.id}`, kind: "message", message, day, ways, last, guess: guessOf(message) };
  kept.set(message, item);
  return item;
}

const waysOf = (fork, id) => ({ conversations: fork.conversations, at: fork.conversations.indexOf(id) });

/** About as high as it will be: lines of 80 letters. */
function guessOf(message) {
  const text = message.prose ?? message.content;
  const lines = Math.min(message.role === "user" ? 14 : 400, text.length / 78 + text.split("\n", 400).length * .6);
  return Math.round(70 + lines * 25 + (message.images?.length ? 360 : 0) + (message.data ? 420 : 0));
}

const days = new Map();

/** The day of a time, by this machine's calendar. */
function dayOf(iso) {
  const date = new Date(iso);
  const key = `${date.getFullYear()}-${date.getMonth()}-${date.getDate()}`;
  if (!days.has(key)) days.set(key, iso);
  return key;
}

/** How a day is called: today, yesterday, its date. */
export function dayName(iso) {
  const then = new Date(iso);
  const now = new Date();
  const ago = Math.round((new Date(now.getFullYear(), now.getMonth(), now.getDate()) - new Date(then.getFullYear(), then.getMonth(), then.getDate())) / 86_400_000);
  if (ago === 0) return t("chat.today");
  if (ago === 1) return t("chat.yesterday");
  return dateTime(iso, then.getFullYear() === now.getFullYear() ? { weekday: "long", day: "numeric", month: "long" } : { dateStyle: "long" });
}
