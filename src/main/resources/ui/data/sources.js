// The data sources of the account.
import { get, post, remove, upload } from "../core/api.js";
import { t } from "../core/i18n.js";
import { State } from "../core/state.js";
import { toast, toastProblem } from "../core/toast.js";

const UNDO = 6000;

/** `list` is null until it was read. `leaving`: those that are gone unless somebody undoes it. */
export const sources = new State({ list: null, problem: "", leaving: Object.freeze([]), uploading: Object.freeze([]) });

/** Those that are shown. */
export const shownSources = () => (sources.value.list ?? []).filter(one => !sources.value.leaving.includes(one.id));

export async function loadSources() {
  try {
    const list = await get("/api/data-sources");
    sources.set({ list: Object.freeze(list.toSorted((one, other) => other.id - one.id)), problem: "" });
  } catch (problem) {
    sources.set({ problem: problem.message, list: sources.value.list ?? Object.freeze([]) });
  }
}

/** A name as people see it. */
export const nameOf = source => source.csvFileName ?? source.name;

let made = 0;

function progress(key, change) {
  const others = sources.value.uploading.filter(one => one.key !== key);
  const before = sources.value.uploading.find(one => one.key === key);
  sources.set({ uploading: Object.freeze(change ? [...others, { ...before, key, ...change }] : others) });
}

/**
 * Sends a CSV file.
 *
 * @returns {Promise<object | null>} the server's answer; null if it refused: that stays to be read in `uploading`
 */
export async function uploadCsv(file) {
  const key = ++made;
  const ending = new AbortController();
  progress(key, { name: file.name, share: 0, problem: "", cancel: () => ending.abort() });
  const form = new FormData();
  form.append("file", file);
  try {
    const answer = await upload("/api/csv-upload", form, { signal: ending.signal, onProgress: share => progress(key, { share }) });
    progress(key, null);
    await loadSources();
    return answer;
  } catch (problem) {
    if (problem.name === "AbortError") progress(key, null);
    else progress(key, { problem: problem.message, share: 1, cancel: () => progress(key, null) });
    return null;
  }
}

/** Sends the sample that comes with the page. */
export async function uploadSample() {
  const response = await fetch(new URL("../samples/waiting-times.csv", import.meta.url));
  return uploadCsv(new File([await response.blob()], "waiting-times.csv", { type: "text/csv" }));
}

export async function connectDatabase(wanted) {
  const source = await post("/api/data-sources", wanted);
  await loadSources();
  return source;
}

export const testDatabase = wanted => post("/api/data-sources/test", wanted);

/** Takes a source away; for some seconds it can be had back. */
export function deleteSource(source) {
  const leaving = sources.value.leaving;
  sources.set({ leaving: Object.freeze([...leaving, source.id]) });
  const stay = () => sources.set({ leaving: Object.freeze(sources.value.leaving.filter(id => id !== source.id)) });
  toast(t("data.deleted", { name: nameOf(source) }), {
    lasts: UNDO,
    action: { label: t("undo"), run: stay },
    onGone: async () => {
      try {
        await remove(`/api/data-sources/${source.id}`, { keepalive: true });
        await loadSources();
      } catch (problem) {
        toastProblem(problem);
      }
      stay();
    },
  });
}
