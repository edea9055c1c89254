// A place for a picture of one's own: dropped, pasted, chosen.
import { html, nothing } from "../core/html.js";
import { icon } from "../core/icons.js";
import { bytes, language, t } from "../core/i18n.js";
import { toast } from "../core/toast.js";
import { View } from "../core/view.js";

export const ACCEPTED = ["image/png", "image/jpeg", "image/webp", "image/gif", "image/bmp"];
const LARGEST = 20_000_000;

/** The pictures among files; what cannot be taken is said. */
export function picturesAmong(files) {
  return [...files].filter(file => {
    if (!ACCEPTED.includes(file.type)) toast(t("images.no-picture", { name: file.name }), { kind: "bad" });
    else if (file.size > LARGEST) toast(t("images.too-large", { name: file.name, size: bytes(file.size), most: bytes(LARGEST) }), { kind: "bad" });
    else return true;
    return false;
  });
}

/** Asks for a file. @returns {Promise<File | undefined>} */
export function choosePicture() {
  const input = document.createElement("input");
  input.type = "file";
  input.accept = ACCEPTED.join(",");
  return new Promise(resolve => {
    input.addEventListener("change", () => resolve(picturesAmong(input.files)[0]));
    input.click();
  });
}

/** `<picture-input>` with the properties `label` and `file`; the event `picture` has the file, or null. */
class PictureInput extends View {
  #file = null;
  #url = "";
  #over = false;

  set label(label) {
    this.named = label;
  }

  set file(file) {
    if (file === this.#file) return;
    URL.revokeObjectURL(this.#url);
    this.#file = file;
    this.#url = file ? URL.createObjectURL(file) : "";
    this.update();
  }

  mounted() {
    this.watch(language);
    this.listen(this, "dragover", event => {
      event.preventDefault();
      event.stopPropagation();
      this.#setOver(true);
    });
    this.listen(this, "dragleave", () => this.#setOver(false));
    this.listen(this, "drop", event => {
      event.preventDefault();
      event.stopPropagation();
      this.#setOver(false);
      this.#take(picturesAmong(event.dataTransfer.files)[0]);
    });
    this.onLeave(() => URL.revokeObjectURL(this.#url));
  }

  #setOver(over) {
    this.#over = over;
    this.update();
  }

  #take(file) {
    if (file) this.emit("picture", file);
  }

  template() {
    return html`
      <div class="picture-input ${this.#over ? "over" : ""}">
        <button type="button" class="quiet" @click=${async () => this.#take(await choosePicture())}>
          ${this.#file ? html`<img src=${this.#url} alt="">` : icon("images")}
          <span>${this.#file ? this.#file.name : this.named}</span>
        </button>
        ${this.#file ? html`<button type="button" class="icon small" aria-label=${t("images.take-away", { name: this.#file.name })}
          @click=${() => this.emit("picture", null)}>${icon("close")}</button>` : nothing}
      </div>`;
  }
}

customElements.define("picture-input", PictureInput);
