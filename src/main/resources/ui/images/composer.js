// From words to pictures.
import "./picture-input.js";
import { html, live, nothing } from "../core/html.js";
import { icon } from "../core/icons.js";
import { language, t } from "../core/i18n.js";
import { View } from "../core/view.js";
import { engineFields, enginesOf, features, loadFeatures, ratioOf } from "./features.js";
import { runTask } from "./tasks.js";

const STORED = "parley.image-wish";
const USUAL = { ratio: "square_1_1", resolution: "1k", count: 1, engine: "", seed: "", style: "", without: "", imagination: "vivid" };
const STYLES = ["", "minimal", "watercolor", "low_poly", "pixel_art", "art_deco", "cartoon", "vintage", "sepia", "monochrome"];

/** `<image-composer>`: its method `write` puts words into it. */
class ImageComposer extends View {
  #prompt = "";
  #reference = null;
  #more = false;
  #wish = { ...USUAL, ...JSON.parse(localStorage.getItem(STORED) ?? "{}"), seed: "" };

  mounted() {
    this.watch(language);
    this.watch(features);
    loadFeatures();
  }

  write(prompt) {
    this.#prompt = prompt;
    this.update().then(() => this.querySelector("textarea").focus());
  }

  set reference(file) {
    this.#reference = file;
    this.update();
  }

  #set(change) {
    this.#wish = { ...this.#wish, ...change };
    localStorage.setItem(STORED, JSON.stringify(this.#wish));
    this.update();
  }

  #make(event) {
    event?.preventDefault();
    const prompt = this.#prompt.trim();
    if (!prompt && !this.#reference) return;
    const { ratio, resolution, count, engine, seed, style, without, imagination } = this.#wish;
    const share = ratioOf(ratio).share;
    const shared = { prompt, aspect_ratio: ratio, num_images: count, seed, ...engineFields(engine) };
    // With a picture to go by, it is made anew as the words say.
    if (this.#reference) runTask("reimagine", { ...shared, image: this.#reference, imagination }, { ratio: share, count });
    else runTask("image-generation", { ...shared, resolution, style, negative_prompt: without }, { ratio: share, count });
    this.emit("made");
  }

  #pressed(event) {
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing) this.#make(event);
  }

  template() {
    const wish = this.#wish;
    const feature = this.#reference ? "reimagine" : "image-generation";
    return html`
      <form class="image-wish" @submit=${event => this.#make(event)}>
        <label class="unseen" for="image-prompt">${t("images.prompt")}</label>
        <textarea id="image-prompt" rows="2" maxlength="4000" placeholder=${t("images.prompt-example")} .value=${live(this.#prompt)}
                  @input=${event => { this.#prompt = event.target.value; this.update(); }} @keydown=${event => this.#pressed(event)}></textarea>
        <div class="wish-row">
          <picture-input .label=${t("images.reference")} .file=${this.#reference} @picture=${event => { this.reference = event.detail; }}></picture-input>
          ${this.#ratio(wish.ratio)}
          ${this.#reference ? this.#choice(t("images.imagination"), wish.imagination, ["subtle", "vivid", "wild"], name => t(`images.imagination.${name}`), imagination => this.#set({ imagination }))
            : this.#choice(t("images.resolution"), wish.resolution, ["1k", "2k", "4k"], name => name.toUpperCase(), resolution => this.#set({ resolution }))}
          ${this.#choice(t("images.count"), wish.count, [1, 2, 3, 4], String, count => this.#set({ count }))}
          <button type="button" class="icon" aria-label=${t("images.more-options")} title=${t("images.more-options")} aria-expanded=${String(this.#more)}
                  @click=${() => { this.#more = !this.#more; this.update(); }}>${icon("settings")}</button>
          <button class="primary make" ?disabled=${!this.#prompt.trim() && !this.#reference}>${icon("spark")} ${t("images.make")}</button>
        </div>
        ${this.#more ? this.#options(wish, feature) : nothing}
      </form>`;
  }

  #ratio(chosen) {
    const ratios = features.value.ratios.map(ratioOf);
    const group = (label, found) => html`<optgroup label=${label}>${found.map(one => html`
      <option value=${one.name} ?selected=${one.name === chosen}>${one.label}</option>`)}</optgroup>`;
    const { share } = ratioOf(chosen);
    const [width, height] = share >= 1 ? [1, 1 / share] : [share, 1];
    return html`
      <label class="ratio-select"><span class="unseen">${t("images.ratio")}</span>
        <i class="ratio-shape" aria-hidden="true" .style=${`width:${width * 1.15}rem;height:${height * 1.15}rem`}></i>
        <select title=${t("images.ratio")} @change=${event => this.#set({ ratio: event.target.value })}>
          ${group(t("images.ratio.square"), ratios.filter(one => one.share === 1))}
          ${group(t("images.ratio.wide"), ratios.filter(one => one.share > 1).sort((one, other) => one.share - other.share))}
          ${group(t("images.ratio.tall"), ratios.filter(one => one.share < 1).sort((one, other) => other.share - one.share))}
        </select>
      </label>`;
  }

  #choice(label, chosen, values, words, run) {
    return html`<div class="segments" role="group" aria-label=${label} title=${label}>${values.map(value => html`
      <button type="button" aria-pressed=${String(value === chosen)} @click=${() => run(value)}>${words(value)}</button>`)}</div>`;
  }

  #options(wish, feature) {
    return html`
      <div class="wish-options">
        <label>${t("images.model")}
          <select @change=${event => this.#set({ engine: event.target.value })}>
            <option value="">${t("images.model-best")}</option>
            ${enginesOf(feature).map(name => html`<option value=${name} ?selected=${name === wish.engine}>${name}</option>`)}
          </select></label>
        ${feature === "image-generation" ? html`
          <label>${t("images.style")}
            <select @change=${event => this.#set({ style: event.target.value })}>${STYLES.map(name => html`
              <option value=${name} ?selected=${name === wish.style}>${t(`images.style.${name || "none"}`)}</option>`)}</select></label>
          <label>${t("images.without")}<input .value=${live(wish.without)} maxlength="1000" placeholder=${t("images.without-example")}
            @input=${event => this.#set({ without: event.target.value })}></label>` : nothing}
        <label>${t("images.seed")}<input inputmode="numeric" pattern="[0-9]*" maxlength="16" .value=${live(wish.seed)} placeholder=${t("images.seed-any")}
          @input=${event => this.#set({ seed: event.target.value.replace(/\D/g, "") })}></label>
      </div>`;
  }
}

customElements.define("image-composer", ImageComposer);
