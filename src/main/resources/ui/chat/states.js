// How an answer stands, said honestly: waiting, being written, broken off, refused; and what can be done about it.
import { html, nothing } from "../core/html.js";
import { icon } from "../core/icons.js";
import { number, t } from "../core/i18n.js";
import { isEnd } from "./live.js";

/** A line below an answer; nothing where all is well. */
export function answerState(message, heard, act) {
  if (!isEnd(message.status)) return underWay(message, heard);
  const more = html`<button type="button" class="small" @click=${() => act("continue")}>${icon("play")} ${t("chat.continue")}</button>`;
  const again = html`<button type="button" class="small" @click=${() => act("retry")}>${icon("retry")} ${t("retry")}</button>`;
  const canGoOn = message.turn !== false;
  switch (message.status) {
    case "interrupted":
      return html`<div class="note warn state">${icon("warning")}<span>${t("chat.state.interrupted")}</span>${canGoOn ? more : again}</div>`;
    case "cancelled":
      return html`<div class="note state">${icon("stop")}<span>${t("chat.state.cancelled")}</span>${canGoOn ? more : again}</div>`;
    case "failed":
      return html`<div class="note bad state" role="alert">${icon("warning")}
        <span>${message.error?.sentence ?? heard?.error?.sentence ?? t("chat.state.failed")}</span>
        ${message.content && canGoOn ? more : nothing}${again}</div>`;
    default:
      return message.finish_reason === "length"
        ? html`<div class="note state">${icon("info")}<span>${t("chat.state.length")}</span></div>` : nothing;
  }
}

function underWay(message, heard) {
  if (heard?.link === "reconnecting") {
    return html`<div class="note warn state"><span class="spinner"></span><span>${t("chat.state.reconnecting")}</span></div>`;
  }
  const task = message.task;
  if (task && task.status !== "COMPLETED" && task.status !== "FAILED") {
    return html`<div class="state task"><span>${t("chat.state.painting")}</span>
      <progress max="1" .value=${task.progress ?? 0} aria-label=${t("chat.state.painting")}></progress>
      <small>${number(task.progress ?? 0, { style: "percent" })}</small></div>`;
  }
  if (message.status === "queued") {
    return html`<div class="state waiting-line">${icon("clock")} ${t("chat.state.queued")}</div>`;
  }
  return nothing;
}
