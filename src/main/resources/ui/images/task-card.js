// A picture that is being made: its place, how far it is, and a way to stop it.
import { html, nothing } from "../core/html.js";
import { icon } from "../core/icons.js";
import { number, t } from "../core/i18n.js";
import { cancelTask, dismiss } from "./tasks.js";

const intentOf = feature => feature.replaceAll("-", "_");

export function taskCards(task) {
  if (task.problem) {
    return html`<div class="picture-card failed" role="alert" .style=${`--ratio:${Math.max(1, task.ratio)}`}>
      ${icon("warning")}<p>${task.problem}</p><button type="button" class="small" @click=${() => dismiss(task)}>${t("images.put-away")}</button></div>`;
  }
  return Array.from({ length: task.count ?? 1 }, (_, index) => html`
    <div class="picture-card making" .style=${`--ratio:${task.ratio}`}>${index === 0 ? progressOf(task) : nothing}</div>`);
}

/** How far a task is. */
export function progressOf(task) {
  const waiting = task.status === "CREATED";
  return html`
    <div class="task-progress" role="status">
      <span class="spinner"></span>
      <b>${t(waiting ? "images.queued" : `images.doing.${intentOf(task.feature)}`)}</b>
      ${waiting ? nothing : html`<progress max="1" .value=${task.progress} aria-label=${t("images.progress")}></progress><small>${number(task.progress, { style: "percent" })}</small>`}
      <button type="button" class="small" ?disabled=${!task.taskId} @click=${() => cancelTask(task)}>${icon("stop")} ${t("cancel")}</button>
    </div>`;
}
