// The place of images: make them, see them, work on one.
import "../core/picture.js";
import "./composer.js";
import "./desk.js";
import "./gallery-view.js";
import { registerCommands } from "../core/commands.js";
import { html, nothing } from "../core/html.js";
import { icon } from "../core/icons.js";
import { language, t } from "../core/i18n.js";
import { navigate, route } from "../core/router.js";
import { toast } from "../core/toast.js";
import { View } from "../core/view.js";
import { gallery, searchImages } from "./gallery.js";
import { choosePicture, picturesAmong } from "./picture-input.js";
import { resumeTasks, tasks } from "./tasks.js";

const EXAMPLES = ["lighthouse", "mountains", "still-life", "poster", "city", "portrait"];
/** The address of a picture that was not sent yet. */
const OWN = "own";

class ImagesPlace extends View {
  #draft = null;
  #over = false;

  mounted() {
    this.watch(route);
    this.watch(gallery);
    this.watch(tasks);
    this.watch(language);
    this.onLeave(registerCommands(() => [
      { id: "image-make", label: t("images.make-one"), icon: "spark", run: () => this.#write("") },
      { id: "image-own", label: t("images.own"), icon: "upload", run: async () => this.#work(await choosePicture()) },
    ]));
    this.onLeave(() => this.#forget());
    this.listen(this, "dragover", event => {
      if (![...event.dataTransfer.types].includes("Files")) return;
      event.preventDefault();
      this.#setOver(true);
    });
    this.listen(this, "dragleave", event => this.contains(event.relatedTarget) || this.#setOver(false));
    this.listen(this, "drop", event => {
      this.#setOver(false);
      if (event.defaultPrevented) return;
      event.preventDefault();
      this.#work(picturesAmong(event.dataTransfer.files)[0]);
    });
    this.listen(document, "paste", event => {
      const [file] = [...(event.clipboardData?.files ?? [])].filter(one => one.type.startsWith("image/"));
      if (!file) return;
      event.preventDefault();
      this.#work(picturesAmong([file])[0]);
    });
    resumeTasks();
  }

  #setOver(over) {
    if (over === this.#over) return;
    this.#over = over;
    this.update();
  }

  #write(prompt) {
    if (route.value.id) navigate("/images");
    this.update().then(() => this.querySelector("image-composer")?.write(prompt));
  }

  /** Puts a picture of one's own on the desk. It is sent with the first tool that is used on it. */
  async #work(file) {
    if (!file) return;
    const url = URL.createObjectURL(file);
    const image = new Image();
    image.src = url;
    try {
      await image.decode();
    } catch {
      URL.revokeObjectURL(url);
      toast(t("images.damaged", { name: file.name }), { kind: "bad" });
      return;
    }
    this.#forget();
    this.#draft = { file, url, width: image.naturalWidth, height: image.naturalHeight };
    navigate(`/images/${OWN}`);
    this.update();
  }

  #forget() {
    if (this.#draft) URL.revokeObjectURL(this.#draft.url);
    this.#draft = null;
  }

  template() {
    const { id } = route.value;
    return html`
      <main class="images">
        ${id ? this.#desk(id) : this.#gallery()}
        ${this.#over ? html`<div class="drop-veil">${icon("upload")}<p>${t("images.drop-here")}</p></div>` : nothing}
      </main>`;
  }

  #desk(id) {
    if (id !== OWN) return html`<image-desk .imageId=${id}></image-desk>`;
    if (this.#draft) return html`<image-desk .draft=${this.#draft}></image-desk>`;
    return html`<div class="empty">${icon("images")}<h2>${t("images.own-gone")}</h2>
      <button type="button" @click=${async () => this.#work(await choosePicture())}>${icon("upload")} ${t("images.own")}</button></div>`;
  }

  #gallery() {
    const { list, intent, q, loading } = gallery.value;
    const nothingYet = list?.length === 0 && !intent && !q && !loading && !tasks.value.list.length;
    return html`
      <div class="page images-page ${nothingYet ? "first" : ""}">
        <header><h1>${t("place.images")}</h1>
          <button type="button" @click=${async () => this.#work(await choosePicture())}>${icon("upload")} ${t("images.own")}</button></header>
        ${nothingYet ? html`<div class="images-start">${icon("images")}<h2>${t("images.start")}</h2><p>${t("images.start-how")}</p></div>` : nothing}
        <image-composer @made=${() => gallery.value.q && searchImages("")}></image-composer>
        ${nothingYet ? html`
          <div class="examples" role="group" aria-label=${t("images.examples")}>${EXAMPLES.map(name => html`
            <button type="button" class="example ${name}" @click=${() => this.#write(t(`images.example.${name}`))}>
              <i aria-hidden="true"></i><span>${t(`images.example.${name}`)}</span></button>`)}</div>` : nothing}
        <image-gallery></image-gallery>
      </div>`;
  }
}

customElements.define("images-place", ImagesPlace);
