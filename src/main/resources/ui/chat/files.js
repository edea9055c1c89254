// The documents that a conversation's answers may quote.
import { download, get, remove } from "../core/api.js";
import { openDialog } from "../core/dialog.js";
import { html } from "../core/html.js";
import { icon } from "../core/icons.js";
import { bytes, t } from "../core/i18n.js";
import { toastProblem } from "../core/toast.js";
import { View } from "../core/view.js";

export async function filesOf(conversation) {
  return (await get(`/v1/conversations/${conversation}/files`)).data;
}

class FileList extends View {
  #files = [];
  conversation = null;

  set files(files) {
    this.#files = files;
    this.update();
  }

  async #take(file) {
    try {
      await remove(`/v1/conversations/${this.conversation}/files/${file.id}`);
      this.files = this.#files.filter(other => other !== file);
      this.emit("changed");
    } catch (problem) {
      toastProblem(problem);
    }
  }

  template() {
    return html`<ul class="file-list">${this.#files.map(file => html`<li>
      ${icon("file")}<span class="grow"><bdi>${file.filename}</bdi>
        <small>${[file.metadata?.page_count ? t("chat.attach.pages", { count: file.metadata.page_count }) : null, bytes(file.bytes)].filter(Boolean).join(" · ")}</small></span>
      <button type="button" class="icon small" aria-label=${`${t("download")}: ${file.filename}`} title=${t("download")}
        @click=${() => download(`/v1/files/${file.id}/content`, file.filename).catch(toastProblem)}>${icon("download")}</button>
      <button type="button" class="icon small" aria-label=${t("chat.attach.take", { name: file.filename })} title=${t("chat.attach.take", { name: file.filename })}
        @click=${() => this.#take(file)}>${icon("close")}</button></li>`)}</ul>`;
  }
}

customElements.define("file-list", FileList);

/** Shows them, to be saved or taken out. */
export function showFiles(conversation, files, changed) {
  return openDialog({
    title: t("chat.files"),
    body: () => html`<p class="field-note">${t("chat.files.note")}</p>
      <file-list .conversation=${conversation} .files=${files} @changed=${changed}></file-list>`,
  });
}
