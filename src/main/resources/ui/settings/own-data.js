// Everything of the account as one file, and back; conversations of other programs.
import { download, upload } from "../core/api.js";
import { html, nothing } from "../core/html.js";
import { icon } from "../core/icons.js";
import { number, t } from "../core/i18n.js";
import { toastProblem } from "../core/toast.js";
import { View } from "../core/view.js";

class SettingsOwnData extends View {
  #saving = false;
  #share = null;
  #result = null;

  async #save() {
    this.#saving = true;
    this.update();
    try {
      await download("/v1/export");
    } catch (problem) {
      toastProblem(problem);
    }
    this.#saving = false;
    this.update();
  }

  async #bring(file) {
    if (!file) return;
    const form = new FormData();
    form.append("file", file);
    this.#share = 0;
    this.#result = null;
    this.update();
    try {
      this.#result = await upload("/v1/import", form, { onProgress: share => { this.#share = share; this.update(); } });
    } catch (problem) {
      this.#result = { problem: problem.message };
    }
    this.#share = null;
    this.update();
  }

  template() {
    return html`
      <div class="card setting">
        <div class="grow"><h2>${t("settings.export")}</h2><p>${t("settings.export-text")}</p></div>
        <button type="button" ?disabled=${this.#saving} @click=${() => this.#save()}>
          ${this.#saving ? html`<span class="spinner"></span>` : icon("download")}${t("settings.export-go")}</button>
      </div>
      <div class="card setting" @dragover=${event => event.preventDefault()}
           @drop=${event => { event.preventDefault(); this.#bring(event.dataTransfer.files[0]); }}>
        <div class="grow"><h2>${t("settings.import")}</h2><p>${t("settings.import-text")}</p></div>
        <label class="button">${icon("upload")}${t("settings.import-go")}
          <input type="file" class="unseen" accept=".zip,.json" @change=${event => { this.#bring(event.target.files[0]); event.target.value = ""; }}></label>
      </div>
      ${this.#share === null ? nothing : html`<progress max="1" .value=${this.#share} aria-label=${t("settings.import")}></progress>`}
      ${this.#result ? this.#told() : nothing}`;
  }

  #told() {
    const result = this.#result;
    if (result.problem) return html`<p class="note bad" role="alert">${icon("warning")}<span>${result.problem}</span></p>`;
    const { new: imported, skipped, failed } = result.imported.conversations;
    const others = Object.entries(result.imported)
      .filter(([kind, tally]) => kind !== "conversations" && tally.new)
      .map(([kind, tally]) => `${t(`settings.kind-${kind}`)}: ${number(tally.new)}`);
    return html`
      <div class="note" role="status">${icon("check")}<div>
        <p>${t("settings.imported", { imported, skipped, failed })}</p>
        ${others.length ? html`<p>${others.join(" · ")}</p>` : nothing}
      </div></div>
      ${result.problems.length ? html`<ul class="problems">${result.problems.map(problem => html`<li>${problem}</li>`)}</ul>` : nothing}`;
  }
}

customElements.define("settings-own-data", SettingsOwnData);
