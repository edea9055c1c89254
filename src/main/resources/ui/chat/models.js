// Which models there are, what can be used now, and why something cannot.
import { get } from "../core/api.js";
import { openDialog } from "../core/dialog.js";
import { html, nothing } from "../core/html.js";
import { icon } from "../core/icons.js";
import { number, t } from "../core/i18n.js";
import { State } from "../core/state.js";
import { View } from "../core/view.js";

/** The catalogue; empty until it was asked for. */
export const catalog = new State({ loaded: false, defaultModel: null, providers: Object.freeze([]) });

export async function loadCatalog() {
  const found = await get("/v1/model-catalog");
  catalog.set({ loaded: true, defaultModel: found.default_model, providers: Object.freeze(found.providers) });
}

/** Whether nothing but the built-in engine can answer. */
export const onlyBuiltIn = () => catalog.value.loaded && !catalog.value.providers.some(one => one.available && one.name !== "builtin");

/** How a model is called in a few letters: without its provider. */
export function shortName(model) {
  if (!model) return "";
  return model === "builtin/parley" ? t("chat.builtin") : model.slice(model.indexOf("/") + 1);
}

/** What a model costs for a million tokens read and written, and whether it sees pictures. */
function noteOf(detail) {
  if (!detail) return "";
  const dollars = value => number(value, { style: "currency", currency: "USD", maximumFractionDigits: 2 });
  const price = detail.price ? t("chat.models.price", { read: dollars(detail.price.input_usd), written: dollars(detail.price.output_usd) }) : "";
  return [detail.vision ? t("chat.models.sees") : "", price].filter(Boolean).join(" · ");
}

class ModelPicker extends View {
  #typed = "";
  /** The chosen model, null for the server's own choice. */
  chosen = null;
  /** Whether the server's own choice can be taken. */
  withDefault = true;

  mounted() {
    this.watch(catalog);
    loadCatalog().catch(() => {});
  }

  template() {
    const wanted = this.#typed.toLowerCase();
    const { providers, defaultModel } = catalog.value;
    const available = providers.filter(one => one.available);
    const rest = providers.filter(one => !one.available);
    const fits = name => name.toLowerCase().includes(wanted);
    return html`
      <input type="search" autofocus placeholder=${t("chat.models.search")} aria-label=${t("chat.models.search")}
             @input=${event => { this.#typed = event.target.value; this.update(); }}>
      <div class="models">
        ${this.withDefault && defaultModel && !wanted
          ? this.#choice(null, t("chat.models.default"), t("chat.models.defaultIs", { model: shortName(defaultModel) })) : nothing}
        ${available.map(one => {
          const models = one.models.filter(model => fits(`${one.name}/${model}`));
          return models.length ? html`<h3>${one.name === "builtin" ? t("chat.builtin") : one.name}</h3>
            ${models.map(model => this.#choice(`${one.name}/${model}`, one.name === "builtin" ? t("chat.models.offline") : model,
              noteOf(one.details?.find(detail => detail.name === model))))}` : nothing;
        })}
        ${rest.length && !wanted ? html`<details ?open=${available.length < 2}>
          <summary>${t("chat.models.others", { count: rest.length })}</summary>
          <dl>${rest.map(one => html`<dt>${one.name}</dt><dd>${one.reason}</dd>`)}</dl></details>` : nothing}
      </div>`;
  }

  #choice(model, label, note = "") {
    const is = (this.chosen ?? null) === model;
    return html`<button type="button" class="quiet choice" aria-pressed=${String(is)} @click=${() => this.emit("chosen", { model })}>
      <span><bdi>${label}</bdi>${note ? html` <small>${note}</small>` : nothing}</span>${is ? icon("check") : nothing}</button>`;
  }
}

customElements.define("model-picker", ModelPicker);

/** Lets somebody choose. @returns {Promise<{ model: string | null } | undefined>} */
export function chooseModel(chosen, { title = t("chat.models.title"), withDefault = true } = {}) {
  return openDialog({
    title,
    className: "models-dialog",
    body: close => html`<model-picker .chosen=${chosen} .withDefault=${withDefault} @chosen=${event => close(event.detail)}></model-picker>`,
  });
}
