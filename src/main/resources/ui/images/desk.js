// One picture: look at it, work on it, see where it came from.
import "./before-after.js";
import "./expand-frame.js";
import "./light-pad.js";
import "./tool-form.js";
import { get } from "../core/api.js";
import { registerCommands } from "../core/commands.js";
import { html, keyed, nothing } from "../core/html.js";
import { icon } from "../core/icons.js";
import { language, t } from "../core/i18n.js";
import { navigate } from "../core/router.js";
import { View } from "../core/view.js";
import { details } from "./details.js";
import { familyTree } from "./family.js";
import { deleteImage, fileOf, loadFamily, loadImage, wordsOf } from "./gallery.js";
import { openLightbox, savePicture } from "./lightbox.js";
import { progressOf } from "./task-card.js";
import { runTask, tasks } from "./tasks.js";
import { sentBy, TOOLS, usualOf } from "./tools.js";

const UNSURE = 0.6;

/** `<image-desk>` with one of the properties `imageId` and `draft` (`{ file, url, width, height }`, not yet sent). */
class ImageDesk extends View {
  #id = null;
  #draft = null;
  #image = null;
  #family = [];
  #task = null;
  #problem = "";
  #tool = null;
  #chosen = {};
  #comparing = false;
  #running = null;

  set imageId(id) {
    if (id === this.#id) return;
    this.#id = id;
    this.#draft = null;
    this.#load();
  }

  set draft(draft) {
    if (!draft || draft === this.#draft) return;
    this.#draft = draft;
    this.#id = null;
    this.#family = [];
    this.#task = null;
    this.#problem = "";
    this.#image = { id: null, url: draft.url, width: draft.width, height: draft.height, prompt: draft.file.name, intent: "upload", parent_ids: [] };
    this.update();
  }

  mounted() {
    this.watch(language);
    this.watch(tasks);
    this.onLeave(registerCommands(() => this.#image ? this.#commands() : []));
  }

  #commands() {
    return [
      ...TOOLS.map(tool => ({ id: `image-${tool.feature}`, label: t(`images.tool.${tool.intent}`), icon: tool.icon, run: () => this.#choose(tool) })),
      ...(this.#image.id ? [{ id: "image-full", label: t("images.full"), icon: "expand", run: () => this.#full() },
        { id: "image-save", label: t("images.save"), icon: "download", run: () => savePicture(this.#image) }] : []),
    ];
  }

  async #load() {
    const id = this.#id;
    this.#problem = "";
    this.#running = null;
    try {
      const image = await loadImage(id);
      const [family, task] = await Promise.all([
        loadFamily(id).catch(() => []), image.task_id ? get(`/v1/features/${image.intent.replaceAll("_", "-")}/status/${image.task_id}`).catch(() => null) : null,
      ]);
      if (id !== this.#id) return;
      this.#image = image;
      this.#family = family;
      this.#task = task;
      this.#comparing = Boolean(this.#parent) && this.compareNext === true;
      this.compareNext = false;
      this.#tool = null;
    } catch (problem) {
      if (id === this.#id) this.#problem = problem.message;
    }
    this.update();
  }

  /** What it was made of. */
  get #parent() {
    return this.#family.find(one => one.id === this.#image?.parent_ids[0]) ?? null;
  }

  /** The words that the first of its family was made of, where it has none of its own. */
  get #origin() {
    return this.#image.prompt ? "" : this.#family.find(one => one.prompt)?.prompt ?? "";
  }

  #choose(tool) {
    this.#tool = this.#tool === tool ? null : tool;
    this.#chosen = this.#tool ? usualOf(tool) : {};
    this.#comparing = false;
    this.update();
  }

  async #run(event) {
    event.preventDefault();
    const image = this.#image;
    const tool = this.#tool;
    const { engine } = this.querySelector("tool-form");
    const fields = { image: image.id ?? this.#draft.file, ...sentBy(tool, this.#chosen), ...engine };
    const { left = 0, right = 0, top = 0, bottom = 0 } = this.#chosen.frame ?? {};
    const ratio = (image.width + left + right) / (image.height + top + bottom);
    const of = image.id ?? this.#draft.url;
    this.#running = of;
    const task = await runTask(tool.feature, fields, { ratio, count: this.#chosen.num_images ?? 1, of });
    const still = this.#running === of && this.isConnected;
    if (!task || !still) return;
    this.compareNext = true;
    navigate(`/images/${task.images[0].id}`);
  }

  #full() {
    openLightbox(this.#image, seen => seen.id !== this.#id && navigate(`/images/${seen.id}`));
  }

  #delete() {
    deleteImage(this.#image);
    navigate("/images");
  }

  template() {
    if (this.#problem) {
      return html`<div class="empty">${icon("images")}<h2>${this.#problem}</h2><a class="button" href="/images">${t("images.back")}</a></div>`;
    }
    const image = this.#image;
    if (!image) return html`<div class="desk waiting-desk"><span class="spinner"></span></div>`;
    const running = tasks.value.list.find(task => task.of === (image.id ?? this.#draft?.url));
    return html`
      <div class="desk">
        <header class="desk-bar">
          <a class="button quiet" href="/images" aria-label=${t("images.back")}>${icon("left")} <span>${t("images.back")}</span></a>
          <h1>${wordsOf(image)}${this.#origin ? html` <small>${this.#origin}</small>` : nothing}</h1>
          ${this.#parent ? html`<button type="button" class="small" aria-label=${t("images.compare")} aria-pressed=${String(this.#comparing)} @click=${() => { this.#comparing = !this.#comparing; this.#tool = null; this.update(); }}>
            ${icon("compare")} <span>${t("images.compare")}</span></button>` : nothing}
          ${image.id ? html`
            ${this.#button("expand", t("images.full"), () => this.#full())}
            ${this.#button("download", t("images.save"), () => savePicture(image))}
            ${this.#button("trash", t("delete"), () => this.#delete())}` : nothing}
        </header>
        <div class="desk-body">
          <div class="stage">
            ${this.#stage(image)}
            ${running && !running.problem ? html`<div class="stage-veil">${progressOf(running)}</div>` : nothing}
            ${this.#notes(running)}
          </div>
          <section class="desk-tools" aria-label=${t("images.tools")}>
            <div class="tool-list" role="group" aria-label=${t("images.tools")}>
              ${TOOLS.map(tool => html`<button type="button" aria-pressed=${String(this.#tool === tool)} @click=${() => this.#choose(tool)}>
                ${icon(tool.icon)}<span>${t(`images.tool.${tool.intent}`)}</span></button>`)}
            </div>
            ${this.#tool ? this.#form(image, Boolean(running && !running.problem)) : html`<p class="field-note">${t("images.choose-tool")}</p>`}
            ${details(image, this.#task)}
          </section>
          ${familyTree(this.#family, image.id)}
        </div>
      </div>`;
  }

  #button(name, label, run) {
    return html`<button type="button" class="icon" aria-label=${label} title=${label} @click=${run}>${icon(name)}</button>`;
  }

  #stage(image) {
    const picture = { src: image.id ? fileOf(image) : image.url, alt: wordsOf(image), width: image.width, height: image.height };
    if (this.#comparing) {
      const { width, height } = this.#parent;
      const before = { src: fileOf(this.#parent), alt: wordsOf(this.#parent), width, height };
      return keyed(image.id, html`<before-after .pictures=${{ before, after: picture }}></before-after>`);
    }
    if (this.#tool?.feature === "image-expand") {
      return html`<expand-frame .state=${{ frame: this.#chosen.frame, picture }} @frame=${event => this.#take("frame", event.detail)}></expand-frame>`;
    }
    const lit = this.#tool?.feature === "relight" && this.#chosen.by === "hand";
    return html`<div class="shown" .style=${`aspect-ratio:${picture.width}/${picture.height};--ratio:${picture.width / picture.height}`}>
      <own-picture class="checker" src=${picture.src} alt=${picture.alt} @click=${() => !lit && image.id && this.#full()}></own-picture>
      ${lit ? html`<light-pad .light=${this.#chosen.light} @light=${event => this.#take("light", event.detail)}></light-pad>` : nothing}
    </div>`;
  }

  #take(name, value) {
    this.#chosen = { ...this.#chosen, [name]: value };
    this.update();
  }

  #form(image, busy) {
    const lacks = this.#tool.lacks?.(this.#chosen) ?? "";
    return html`
      <form class="tool" @submit=${event => this.#run(event)}>
        <h2>${t(`images.tool.${this.#tool.intent}`)}</h2>
        <p class="field-note">${t(`images.about.${this.#tool.intent}`)}</p>
        ${keyed(this.#tool.feature, html`<tool-form .tool=${this.#tool} .chosen=${this.#chosen} .size=${{ width: image.width, height: image.height }}
          @chosen=${event => { this.#chosen = event.detail; this.update(); }}></tool-form>`)}
        ${lacks ? html`<p class="field-note">${lacks}</p>` : nothing}
        <button class="primary" ?disabled=${busy || lacks !== ""}>${icon("play")} ${t("images.run")}</button>
      </form>`;
  }

  #notes(running) {
    const { confidence, warnings = [] } = this.#task ?? {};
    const unsure = typeof confidence === "number" && confidence < UNSURE;
    return html`
      ${running?.problem ? html`<p class="note bad" role="alert">${icon("warning")} <span>${running.problem}</span></p>` : nothing}
      ${unsure ? html`<p class="note warn">${icon("warning")} <span>${t("images.unsure", { share: Math.round(confidence * 100) })}</span></p>` : nothing}
      ${warnings.map(warning => html`<p class="note warn">${icon("info")} <span>${warning}</span></p>`)}`;
  }
}

customElements.define("image-desk", ImageDesk);
