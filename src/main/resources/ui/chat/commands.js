// What the palette and keys can do here.
import { t } from "../core/i18n.js";
import { navigate, route } from "../core/router.js";
import { toastProblem } from "../core/toast.js";
import { deleteHere, exportHere, pinHere, renameHere } from "./head.js";
import { showKeyboard } from "./help.js";

export function commandsOf(place) {
  if (route.value.place !== "chat" || !place.thread) return [];
  const { conversation } = place.thread.state.value;
  const always = [
    { id: "chat-new", label: t("chat.new"), icon: "plus", keys: "Alt+N", run: () => { navigate("/"); place.composer?.focusField(); } },
    { id: "chat-search", label: t("chat.search"), icon: "search", keys: "Alt+S", run: () => { place.openSide(); place.list.focusSearch(); } },
    { id: "chat-write", label: t("chat.write"), icon: "edit", keys: "Alt+C", run: () => place.composer?.focusField() },
    { id: "chat-model", label: t("chat.models.title"), icon: "spark", keys: "Alt+M", run: () => place.pickModel() },
    { id: "chat-help", label: t("chat.keys"), icon: "info", keys: "?", run: showKeyboard },
  ];
  if (!conversation) return always;
  return [
    ...place.thread.unfinished ? [{ id: "chat-stop", label: t("chat.stop"), icon: "stop", keys: nothingIsOpen() ? "Escape" : undefined, run: () => place.stop() }] : [],
    ...always,
    { id: "chat-rename", label: t("chat.renameThis"), icon: "edit", run: () => renameHere(place) },
    { id: "chat-pin", label: t(conversation.pinned ? "chat.unpinThis" : "chat.pinThis"), icon: "pin", run: () => pinHere(place).catch(toastProblem) },
    { id: "chat-export", label: t("chat.export", { form: "Markdown" }), icon: "download", run: () => exportHere(place, "markdown") },
    { id: "chat-export-pdf", label: t("chat.export", { form: "PDF" }), icon: "download", run: () => exportHere(place, "pdf") },
    { id: "chat-delete", label: t("chat.deleteThis"), icon: "trash", run: () => deleteHere(place) },
  ];
}

/** Escape closes what is open first. */
const nothingIsOpen = () => !document.querySelector("dialog[open], [popover]:popover-open");
