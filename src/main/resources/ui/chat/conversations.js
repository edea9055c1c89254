// The list of conversations: as much of it as was scrolled to, or what a search found.
import { get, patch, remove, withQuery } from "../core/api.js";
import { t } from "../core/i18n.js";
import { State } from "../core/state.js";
import { toast, toastProblem } from "../core/toast.js";
import { hear, tell } from "./changes.js";

const PAGE = 60;
const LARGEST = 100;

/** `{ list, total, q, loading, ready }` */
export const conversations = new State({ list: Object.freeze([]), total: 0, q: "", loading: false, ready: false });

/** Those whose deletion can still be undone. */
const leaving = new Map();
let asked = 0;

function show(list, also = {}) {
  conversations.set({ list: Object.freeze(list.filter(one => !leaving.has(one.id))), ...also });
}

async function page(offset, limit) {
  return get(withQuery("/v1/conversations", { limit, offset, q: conversations.value.q }));
}

/** Asks anew for what is shown. */
export async function reload() {
  const mine = ++asked;
  const wanted = Math.max(PAGE, conversations.value.list.length);
  conversations.set({ loading: true });
  try {
    const found = [];
    let total = 0;
    do {
      const next = await page(found.length, Math.min(LARGEST, wanted - found.length));
      if (mine !== asked) return;
      found.push(...next.conversations);
      total = next.total;
      if (!next.conversations.length) break;
    } while (found.length < Math.min(wanted, total));
    show(found, { total, ready: true });
  } catch {
    // The banner of the page says that the server is away; what was shown stays.
  } finally {
    if (mine === asked) conversations.set({ loading: false });
  }
}

/** Asks for more of them. */
export async function loadMore() {
  const { list, total, loading } = conversations.value;
  if (loading || list.length + leaving.size >= total) return;
  const mine = ++asked;
  conversations.set({ loading: true });
  try {
    const next = await page(list.length + leaving.size, PAGE);
    if (mine !== asked) return;
    const known = new Set(list.map(one => one.id));
    show([...list, ...next.conversations.filter(one => !known.has(one.id))], { total: next.total });
  } finally {
    if (mine === asked) conversations.set({ loading: false });
  }
}

/** Searches; an empty text shows all again. */
export function search(q) {
  conversations.set({ q, list: Object.freeze([]), ready: false });
  return reload();
}

const replaced = changed => show(conversations.value.list.map(one => one.id === changed.id ? { ...one, ...changed } : one));

/** @throws {ApiError} */
export async function rename(id, title) {
  replaced(await patch(`/v1/conversations/${id}`, { title }));
  tell({ kind: "conversations" });
  tell({ kind: "conversation", id });
}

export async function pin(id, pinned) {
  try {
    replaced(await patch(`/v1/conversations/${id}`, { pinned }));
    tell({ kind: "conversations" });
    tell({ kind: "conversation", id });
    await reload();
  } catch (problem) {
    toastProblem(problem);
  }
}

/** Deletes a conversation when the time to undo it is over, or the page goes. */
export function removeWithUndo(conversation, undone = () => {}) {
  const { id } = conversation;
  const really = async keepalive => {
    if (!leaving.delete(id)) return;
    removeEventListener("pagehide", onHide);
    try {
      await remove(`/v1/conversations/${id}`, { keepalive });
      tell({ kind: "conversations" });
    } catch (problem) {
      if (problem.status !== 404) toastProblem(problem);
      reload();
    }
  };
  const onHide = () => really(true);
  leaving.set(id, conversation);
  show(conversations.value.list);
  addEventListener("pagehide", onHide);
  toast(t("chat.deleted", { title: conversation.title || t("untitled") }), {
    action: {
      label: t("undo"),
      run: () => { leaving.delete(id); removeEventListener("pagehide", onHide); reload(); undone(); },
    },
    onGone: () => really(false),
  });
}

let due;
hear(change => {
  if (change.kind !== "conversations") return;
  // Several changes at once ask once.
  clearTimeout(due);
  due = setTimeout(reload, 60);
});
