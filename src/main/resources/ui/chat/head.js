// Above the messages: what the conversation is called, and what can be done with it.
import { download } from "../core/api.js";
import { openDialog } from "../core/dialog.js";
import { html, nothing } from "../core/html.js";
import { icon } from "../core/icons.js";
import { t } from "../core/i18n.js";
import { openMenu } from "../core/menu.js";
import { navigate } from "../core/router.js";
import { toastProblem } from "../core/toast.js";
import { showFiles } from "./files.js";
import { pin, removeWithUndo, rename } from "./conversations.js";

export function chatHead(place, { conversation, files }) {
  return html`<header class="chat-head">
    <button type="button" class="icon narrow-only" aria-label=${t("chat.list")} title=${t("chat.list")} @click=${() => place.openSide()}>${icon("menu")}</button>
    ${conversation ? html`<h2 class="grow"><bdi>${conversation.title || t("untitled")}</bdi></h2>` : html`<span class="grow"></span>`}
    ${conversation?.forked_from ? html`<a class="chip" href="/c/${conversation.forked_from.conversation_id}" title=${t("chat.forkedFrom")}>${icon("branch")}<span>${t("chat.branch")}</span></a>` : nothing}
    ${files.length ? html`<button type="button" class="chip" @click=${() => showFiles(conversation.id, files, () => place.thread.findFiles())}>
      ${icon("file")} ${t("chat.filesCount", { count: files.length })}</button>` : nothing}
    ${conversation?.data_source_id ? html`<a class="chip" href="/data/${conversation.data_source_id}" title=${t("chat.aboutData")}>${icon("data")}<span>${t("place.data")}</span></a>` : nothing}
    <a class="button icon narrow-only" href="/" aria-label=${t("chat.new")} title=${t("chat.new")}>${icon("plus")}</a>
    ${conversation ? html`<button type="button" class="icon" aria-haspopup="menu" aria-label=${t("more")} title=${t("more")}
      @click=${event => openMenu(event.currentTarget, entriesFor(place, conversation))}>${icon("more")}</button>` : nothing}
  </header>`;
}

function entriesFor(place, conversation) {
  return [
    { label: t("rename"), icon: "edit", run: () => renameHere(place) },
    { label: t(conversation.pinned ? "chat.unpin" : "chat.pin"), icon: "pin", run: () => pinHere(place) },
    { label: t("chat.export", { form: "Markdown" }), icon: "download", run: () => exportHere(place, "markdown") },
    { label: t("chat.export", { form: "JSON" }), icon: "download", run: () => exportHere(place, "json") },
    { label: t("chat.export", { form: "PDF" }), icon: "download", run: () => exportHere(place, "pdf") },
    "line",
    { label: t("delete"), icon: "trash", danger: true, run: () => deleteHere(place) },
  ];
}

export function exportHere(place, format) {
  return download(`/v1/conversations/${place.thread.id}/export?format=${format}`).catch(toastProblem);
}

export async function pinHere(place) {
  const { conversation } = place.thread.state.value;
  await pin(conversation.id, !conversation.pinned);
  place.thread.refresh();
}

export function deleteHere(place) {
  const { conversation } = place.thread.state.value;
  removeWithUndo(conversation, () => navigate(`/c/${conversation.id}`));
  navigate("/");
}

export async function renameHere(place) {
  const { thread } = place;
  const { title, id } = thread.state.value.conversation;
  const given = await openDialog({
    title: t("rename"),
    className: "small",
    body: close => html`<form @submit=${event => { event.preventDefault(); close(event.target.name.value.trim()); }}>
      <label>${t("chat.title")}<input name="name" maxlength="200" required autocomplete="off" autofocus .value=${title}></label>
      <footer><button type="button" class="quiet" @click=${() => close()}>${t("cancel")}</button><button class="primary">${t("save")}</button></footer></form>`,
  });
  if (!given || given === title) return;
  await rename(id, given).then(() => thread.refresh(), toastProblem);
}
