// What can be done with a message.
import { announce } from "../core/announce.js";
import { download, saveBlob } from "../core/api.js";
import { openDialog } from "../core/dialog.js";
import { html } from "../core/html.js";
import { t } from "../core/i18n.js";
import { navigate } from "../core/router.js";
import { toast } from "../core/toast.js";
import { LiveTurn } from "./live.js";
import { chooseModel } from "./models.js";
import { say } from "./outbox.js";

/** @param {import("./place.js").ChatPlace} place */
export async function doTo(place, name, message, detail) {
  const { thread } = place;
  if (name === "copy") await copy(message.content);
  else if (name === "continue") await goOn(thread, message);
  else if (name === "retry") await again(thread, message, message.model);
  else if (name === "retry-with") {
    const chosen = await chooseModel(message.model, { title: t("chat.retryOther"), withDefault: false });
    if (chosen) await again(thread, message, chosen.model);
  } else if (name === "edit") {
    const text = await editText(message.content);
    if (text) await ask(thread, message, text);
  } else if (name === "download") await save(detail.picture);
}

export async function copy(text) {
  await navigator.clipboard.writeText(text);
  toast(t("copied"), { lasts: 1800 });
  announce(t("copied"));
}

async function goOn(thread, message) {
  const turn = await LiveTurn.resume(message.id, thread.id, message.content);
  thread.watchEnd(turn);
  await thread.refresh();
}

async function again(thread, answer, model) {
  const question = thread.questionOf(answer);
  if (question) await ask(thread, question, question.content, model);
}

/** Asks in a new branch: what was said before stays as it was. */
async function ask(thread, question, text, model) {
  const branch = await thread.forkBefore(question.id);
  const pictures = (question.images ?? []).map(picture => picture.id);
  say({
    conversation: branch.id,
    place: thread.place,
    body: { conversation_id: branch.id, message: text, ...(model ? { model } : {}), ...(pictures.length ? { attachments: pictures } : {}) },
    shown: { text, pictures: [], files: [] },
  });
  navigate(`/c/${branch.id}`);
}

function editText(text) {
  return openDialog({
    title: t("chat.editQuestion"),
    body: close => html`
      <form @submit=${event => { event.preventDefault(); close(event.target.text.value); }}>
        <p class="field-note">${t("chat.editNote")}</p>
        <textarea name="text" class="edit-question" rows="6" dir="auto" required autofocus aria-label=${t("chat.editQuestion")} .value=${text}
          @keydown=${event => { if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) event.target.form.requestSubmit(); }}></textarea>
        <footer><button type="button" class="quiet" @click=${() => close()}>${t("cancel")}</button>
          <button class="primary">${t("chat.send")}</button></footer>
      </form>`,
  });
}

async function save(picture) {
  if (!picture.url.startsWith("data:")) {
    await download(picture.url);
    return;
  }
  const [head, data] = picture.url.split(",");
  const type = /image\/(\w+)/.exec(head)[1];
  saveBlob(new Blob([Uint8Array.from(atob(data), letter => letter.charCodeAt(0))], { type: `image/${type}` }), `picture.${type}`);
}
