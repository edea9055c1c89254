// The pictures that were made here.
import { announce } from "../core/announce.js";
import { get, remove, withQuery } from "../core/api.js";
import { t } from "../core/i18n.js";
import { State } from "../core/state.js";
import { toast, toastProblem } from "../core/toast.js";

/** The page's label for whom it serves: the contract wants one. */
export const LABEL = "web";
const PAGE = 40;
const UNDO = 6000;
/** Between the last key and the search, in milliseconds. */
const PAUSE = 200;

/** What can be done with pictures, in the order of the filter. */
export const INTENTS = ["image_generation", "upscale", "remove_background", "relight", "style_transfer", "reimagine", "image_expand"];

/** `list` is null until it was read. `leaving`: those that are gone unless somebody undoes it. */
export const gallery = new State({ list: null, count: 0, intent: "", q: "", loading: false, problem: "", leaving: Object.freeze([]) });

export const shownImages = () => (gallery.value.list ?? []).filter(one => !gallery.value.leaving.includes(one.id));

let asked = 0;
let search = 0;

/** Reads the next page, or the first one. */
export async function loadImages({ afresh = false } = {}) {
  const { list, loading, intent, q, count } = gallery.value;
  if (!afresh && (loading || (list && list.length >= count))) return;
  const own = ++asked;
  gallery.set({ loading: true, problem: "" });
  try {
    const offset = afresh || !list ? 0 : list.length;
    const page = await get(withQuery("/v1/gallery", { user_id: LABEL, scope: "account", intent, q, limit: PAGE, offset }));
    if (own !== asked) return;
    const before = offset ? list : [];
    const known = new Set(before.map(one => one.id));
    gallery.set({ list: Object.freeze([...before, ...page.results.filter(one => !known.has(one.id))]), count: page.count, loading: false });
  } catch (problem) {
    if (own === asked) gallery.set({ loading: false, problem: problem.message, list: list ?? Object.freeze([]) });
  }
}

export function showIntent(intent) {
  gallery.set({ intent, list: null });
  return loadImages({ afresh: true });
}

/** Shows what was made from these words; all for none. What was shown stays until the answer is there. */
export function searchImages(q) {
  // A page that is on its way answers another question.
  asked++;
  clearTimeout(search);
  gallery.set({ q, loading: true });
  search = setTimeout(async () => {
    await loadImages({ afresh: true });
    if (q && q === gallery.value.q && !gallery.value.problem) announce(t("images.found", { count: gallery.value.count }));
  }, PAUSE);
}

export const loadImage = id => get(`/v1/gallery/${encodeURIComponent(id)}`);

const lineOf = async id => (await get(`/v1/gallery/${encodeURIComponent(id)}/family`)).results;

/** All that came of the first picture of this one's line, oldest first, and what else this one was made of. */
export async function loadFamily(id) {
  const line = await lineOf(id);
  const byId = new Map(line.map(image => [image.id, image]));
  let first = byId.get(id);
  for (let parent = first; parent; parent = byId.get(first.parent_ids[0])) first = parent;
  if (!first || first.id === id) return line;
  for (const image of await lineOf(first.id)) byId.set(image.id, image);
  return [...byId.values()].sort((one, other) => one.created_at.localeCompare(other.created_at));
}

/** Takes a picture away; for some seconds it can be had back. */
export function deleteImage(image) {
  gallery.set({ leaving: Object.freeze([...gallery.value.leaving, image.id]) });
  const stay = () => gallery.set({ leaving: Object.freeze(gallery.value.leaving.filter(id => id !== image.id)) });
  toast(t("images.deleted"), {
    lasts: UNDO,
    action: { label: t("undo"), run: stay },
    onGone: async () => {
      try {
        await remove(`/v1/gallery/${image.id}`, { keepalive: true });
        const list = (gallery.value.list ?? []).filter(one => one.id !== image.id);
        gallery.set({ list: Object.freeze(list), count: gallery.value.count - 1 });
      } catch (problem) {
        toastProblem(problem);
      }
      stay();
    },
  });
}

/** Where a picture's file is, as a path of this server. */
export const fileOf = image => `/v1/gallery/${image.id}/file`;
export const thumbnailOf = image => `/v1/gallery/${image.id}/thumbnail`;

/** In words, for those who do not see it. */
export const wordsOf = image => image.prompt || t(`images.one.${image.intent}`);
