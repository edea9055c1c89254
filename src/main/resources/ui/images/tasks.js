// Work on pictures: begun here, followed to its end, also after a refresh.
import { get, post, upload } from "../core/api.js";
import { announce } from "../core/announce.js";
import { t } from "../core/i18n.js";
import { State } from "../core/state.js";
import { gallery, LABEL, loadImages } from "./gallery.js";

const STORED = "parley.image-tasks";
const ENDED = ["COMPLETED", "FAILED", "CANCELLED"];

/** Tasks that run, or have failed and were not put away. */
export const tasks = new State({ list: Object.freeze([]) });

function set(key, change) {
  const before = tasks.value.list;
  const found = before.find(one => one.key === key);
  const list = change === null ? before.filter(one => one.key !== key)
    : found ? before.map(one => (one.key === key ? { ...one, ...change } : one)) : [{ key, ...change }, ...before];
  tasks.set({ list: Object.freeze(list) });
  const running = list.filter(one => one.taskId && !one.problem).map(({ taskId, feature, ratio, count }) => ({ taskId, feature, ratio, count }));
  sessionStorage.setItem(STORED, JSON.stringify(running));
}

export const dismiss = task => set(task.key, null);

/**
 * Begins a task and follows it.
 *
 * @param {string} feature its path name, such as `upscale`
 * @param {Record<string, string | number | Blob>} fields what is empty is left out
 * @param {{ ratio: number, count?: number, of?: string }} shape what to keep a place for
 * @returns {Promise<object | null>} the task when it has ended well; else null
 */
export async function runTask(feature, fields, { ratio, count = 1, of = null }) {
  const key = crypto.randomUUID();
  // What went wrong with this picture before is said no longer.
  tasks.value.list.filter(one => of && one.of === of && one.problem).forEach(dismiss);
  const form = new FormData();
  for (const [name, value] of Object.entries({ user_id: LABEL, wait: 0, ...fields })) {
    if (value !== "" && value !== null && value !== undefined) form.append(name, value instanceof Blob ? value : String(value));
  }
  set(key, { feature, ratio, count, of, progress: 0, status: "CREATED", problem: "", taskId: null });
  try {
    const task = await upload(`/v1/features/${feature}`, form);
    return await follow(key, task);
  } catch (problem) {
    set(key, { problem: problem.message });
    announce(problem.message, "assertive");
    return null;
  }
}

/** Asks until it has ended: soon at first, then less often. */
async function follow(key, begun) {
  let task = begun;
  let lost = 0;
  for (let pause = 250; ; pause = Math.min(1500, pause * 1.25)) {
    set(key, { taskId: task.task_id, status: task.status, progress: task.progress });
    if (ENDED.includes(task.status)) return ended(key, task);
    await new Promise(resolve => setTimeout(resolve, pause));
    try {
      task = await get(`/v1/features/${task.feature}/status/${task.task_id}`);
      lost = 0;
    } catch (problem) {
      // The task goes on while the server cannot be reached for a moment.
      if (problem.status || ++lost > 40) throw problem;
    }
  }
}

async function ended(key, task) {
  if (task.status === "FAILED") {
    set(key, { problem: task.error?.message ?? t("problem") });
    announce(task.error?.message ?? t("problem"), "assertive");
    return null;
  }
  if (task.status === "COMPLETED") {
    announce(t("images.made", { count: task.images.length }));
    if (!gallery.value.intent || gallery.value.intent === task.intent) await loadImages({ afresh: true });
  }
  set(key, null);
  return task.status === "COMPLETED" ? task : null;
}

export async function cancelTask(task) {
  if (!task.taskId) return;
  await post(`/v1/features/${task.feature}/cancel/${task.taskId}`).catch(() => {});
}

/** Follows again what ran before a refresh. */
export function resumeTasks() {
  const stored = JSON.parse(sessionStorage.getItem(STORED) ?? "[]");
  const known = new Set(tasks.value.list.map(one => one.taskId));
  for (const { taskId, feature, ratio, count } of stored) {
    if (known.has(taskId)) continue;
    const key = crypto.randomUUID();
    set(key, { taskId, feature, ratio, count, of: null, progress: 0, status: "IN_PROGRESS", problem: "" });
    get(`/v1/features/${feature}/status/${taskId}`).then(task => follow(key, task)).catch(() => set(key, null));
  }
}
