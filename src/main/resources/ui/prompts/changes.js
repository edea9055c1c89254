// What is done with prompts.
import { post, put, remove } from "../core/api.js";
import { t } from "../core/i18n.js";
import { toast, toastProblem } from "../core/toast.js";

/** What of a prompt somebody can write, for a copy of it. */
export function draftOf(prompt, title) {
  return { title, content: prompt.content, scenario: prompt.scenario, description: prompt.description };
}

/** Makes a prompt, or changes it if it has an id. */
export function save({ id, title, content, scenario, description }) {
  const body = { title, content, scenario: scenario || null, description: description || null };
  return id ? put(`/v1/prompts/${id}`, body) : post("/v1/prompts", body);
}

/** Deletes a prompt when the time to undo it is over, or the page goes. */
export function removeWithUndo(prompt, undone) {
  let done = false;
  const really = keepalive => {
    if (done) return;
    done = true;
    remove(`/v1/prompts/${prompt.id}`, { keepalive }).catch(problem => { toastProblem(problem); undone(); });
  };
  addEventListener("pagehide", () => really(true), { once: true });
  toast(t("prompts.deleted", { title: prompt.title }), {
    action: { label: t("undo"), run: () => { done = true; undone(); } },
    onGone: () => really(false),
  });
}

/** The variables of a text, as the server finds them: `{name}`; `{{` and `}}` are braces. */
export function variablesOf(content) {
  const names = [];
  for (const part of partsOf(content)) {
    if (part.name && !names.includes(part.name)) names.push(part.name);
  }
  return names;
}

const PIECE = /\{\{|\}\}|\{([\p{L}_][\p{L}\p{N}_.-]{0,99})\}/gu;

/** A text cut into what is plain and what is a variable: `{ text }` or `{ name }`. */
export function partsOf(content) {
  const parts = [];
  let plain = "";
  let at = 0;
  for (const piece of content.matchAll(PIECE)) {
    plain += content.slice(at, piece.index);
    at = piece.index + piece[0].length;
    if (!piece[1]) {
      plain += piece[0][0];
      continue;
    }
    if (plain) parts.push({ text: plain });
    parts.push({ name: piece[1] });
    plain = "";
  }
  plain += content.slice(at);
  if (plain) parts.push({ text: plain });
  return parts;
}
