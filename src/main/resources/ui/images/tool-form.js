// The form of a tool.
import "./picture-input.js";
import { html, live, nothing } from "../core/html.js";
import { language, number, t } from "../core/i18n.js";
import { View } from "../core/view.js";
import { engineFields, enginesOf, features, loadFeatures, ratioOf } from "./features.js";
import { TOOLS } from "./tools.js";

const SIDES = ["left", "right", "top", "bottom"];
const MOST = 2048;
const SHAPES = ["square_1_1", "classic_4_3", "traditional_3_4", "standard_3_2", "widescreen_16_9", "social_story_9_16"];

/** `<tool-form>` with the properties `tool`, `chosen`, `size` (of the picture); events `chosen` and `engine`. */
class ToolForm extends View {
  #engine = "";

  set tool(tool) {
    this.shown = tool;
    this.update();
  }

  set chosen(chosen) {
    this.values = chosen;
    this.update();
  }

  set size(size) {
    this.pictureSize = size;
    this.update();
  }

  mounted() {
    this.watch(language);
    this.watch(features);
    loadFeatures();
  }

  get engine() {
    return engineFields(this.#engine);
  }

  #set(name, value) {
    this.emit("chosen", { ...this.values, [name]: value });
  }

  template() {
    const tool = this.shown;
    if (!tool) return nothing;
    const engines = enginesOf(tool.feature);
    return html`
      ${tool.fields.filter(field => !field.when || field.when(this.values)).map(field => this.#field(field, this.values[field.name]))}
      ${engines.length > 1 ? html`<label>${t("images.model")}
        <select @change=${event => { this.#engine = event.target.value; }}>
          <option value="">${t("images.model-best")}</option>${engines.map(name => html`<option value=${name} ?selected=${name === this.#engine}>${name}</option>`)}
        </select></label>` : nothing}`;
  }

  #field(field, value) {
    const label = t(`images.field.${field.name}`);
    const wordsOf = one => field.words?.(one) ?? t(`images.${field.name}.${one}`);
    switch (field.kind) {
      case "choice":
      case "chips":
        return html`<div class="tool-field"><span class="field-name">${label}</span>
          <div class=${field.kind === "chips" ? "style-chips" : "segments"} role="group" aria-label=${label}>${field.values.map(one => html`
            <button type="button" aria-pressed=${String(one === value)} @click=${() => this.#set(field.name, one)}>${wordsOf(one)}</button>`)}</div></div>`;
      case "list":
        return html`<label>${label}<select @change=${event => this.#set(field.name, event.target.value)}>${field.values.map(one => html`
          <option value=${one} ?selected=${one === value}>${wordsOf(one)}</option>`)}</select></label>`;
      case "range":
        return this.#range(label, value, field.least, field.most, 1, number(value), each => this.#set(field.name, each));
      case "words":
        return html`<label>${label}<textarea rows="2" maxlength="4000" placeholder=${t(`images.${this.shown.intent}.example`)} .value=${live(value)}
          @input=${event => this.#set(field.name, event.target.value)}></textarea></label>`;
      case "colour":
        return html`<label class="colour">${label}<input type="color" .value=${live(value)} @input=${event => this.#set(field.name, event.target.value)}></label>`;
      case "picture":
        return html`<picture-input .label=${label} .file=${value} @picture=${event => this.#set(field.name, event.detail)}></picture-input>`;
      case "light":
        return this.#light(value);
      case "frame":
        return this.#frame(value);
      default:
        return nothing;
    }
  }

  #range(label, value, least, most, step, shown, run) {
    return html`<label class="range">${label}<output>${shown}</output>
      <input type="range" min=${least} max=${most} step=${step} .value=${live(String(value))} @input=${event => run(Number(event.target.value))}></label>`;
  }

  #light(light) {
    const set = change => this.#set("light", { ...light, ...change });
    return html`
      <p class="field-note">${t("images.light.how")}</p>
      ${this.#range(t("images.light.azimuth"), light.azimuth, 0, 359, 1, `${number(light.azimuth)}°`, azimuth => set({ azimuth }))}
      ${this.#range(t("images.light.elevation"), light.elevation, 0, 90, 1, `${number(light.elevation)}°`, elevation => set({ elevation }))}
      ${this.#range(t("images.light.kelvin"), light.kelvin, 1800, 12000, 100, `${number(light.kelvin)} K`, kelvin => set({ kelvin }))}
      ${this.#range(t("images.light.intensity"), light.intensity, 0.2, 3, 0.05, number(light.intensity, { maximumFractionDigits: 2 }), intensity => set({ intensity }))}
      ${this.#range(t("images.light.softness"), light.softness, 0, 1, 0.05, number(light.softness, { maximumFractionDigits: 2 }), softness => set({ softness }))}`;
  }

  #frame(frame) {
    const grown = ({ share }) => {
      const { width, height } = this.pictureSize;
      const wider = Math.max(0, Math.round(height * share) - width);
      const taller = Math.max(0, Math.round(width / share) - height);
      const half = whole => [Math.min(MOST, Math.floor(whole / 2)), Math.min(MOST, Math.ceil(whole / 2))];
      const [left, right] = half(wider);
      const [top, bottom] = half(taller);
      this.#set("frame", { left, right, top, bottom });
    };
    return html`
      <p class="field-note">${t("images.frame.how")}</p>
      <div class="tool-field"><span class="field-name">${t("images.frame.shape")}</span>
        <div class="style-chips" role="group" aria-label=${t("images.frame.shape")}>${SHAPES.map(ratioOf).map(one => html`
          <button type="button" @click=${() => grown(one)}>${one.label}</button>`)}</div></div>
      <div class="sides">${SIDES.map(side => html`<label>${t(`images.frame.${side}`)}<input type="number" min="0" max=${MOST} step="1" .value=${live(String(frame[side]))}
        @input=${event => this.#set("frame", { ...frame, [side]: Math.max(0, Math.min(MOST, Math.round(event.target.valueAsNumber || 0))) })}></label>`)}</div>
      <p class="field-note">${t("images.frame.size", {
        width: this.pictureSize.width + frame.left + frame.right, height: this.pictureSize.height + frame.top + frame.bottom,
      })}</p>`;
  }
}

customElements.define("tool-form", ToolForm);

export const toolOf = feature => TOOLS.find(tool => tool.feature === feature);
