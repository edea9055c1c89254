// The providers of models: what was found, what would make another available, and whether it answers.
import { get, post } from "../core/api.js";
import { html, nothing } from "../core/html.js";
import { icon } from "../core/icons.js";
import { number, t } from "../core/i18n.js";
import { toastProblem } from "../core/toast.js";
import { View } from "../core/view.js";

class SettingsModels extends View {
  #catalog = null;
  #tests = new Map();

  async mounted() {
    try {
      this.#catalog = await get("/v1/model-catalog");
    } catch (problem) {
      this.#catalog = { providers: [] };
      toastProblem(problem);
    }
    this.update();
  }

  async #test(name) {
    this.#tests.set(name, { running: true });
    this.update();
    try {
      this.#tests.set(name, await post(`/v1/model-catalog/${encodeURIComponent(name)}/test`));
    } catch (problem) {
      this.#tests.set(name, { ok: false, sentence: problem.message });
    }
    this.update();
  }

  template() {
    if (!this.#catalog) return html`<p>${t("loading")}</p>`;
    const there = this.#catalog.providers.filter(provider => provider.available);
    const others = this.#catalog.providers.filter(provider => !provider.available);
    const offline = there.every(provider => provider.name === "builtin");
    return html`
      ${offline ? html`<p class="note">${icon("info")}<span>${t("settings.offline")}</span></p>` : nothing}
      ${there.length ? html`<h2>${t("settings.available")}</h2>` : nothing}
      ${there.map(provider => this.#provider(provider))}
      ${others.length ? html`<h2>${t("settings.not-available")}</h2>` : nothing}
      ${others.map(provider => this.#provider(provider))}`;
  }

  #provider(provider) {
    const test = this.#tests.get(provider.name);
    return html`
      <article class="card provider">
        <header class="row">
          <h3 class="grow">${provider.name}</h3>
          ${provider.available ? html`<span class="chip good">${icon("check")}${t("settings.found")}</span>` : nothing}
          ${provider.available || provider.found ? html`
            <button type="button" class="small" ?disabled=${test?.running ?? false} @click=${() => this.#test(provider.name)}>
              ${test?.running ? html`<span class="spinner"></span>` : nothing}${t("settings.test")}</button>` : nothing}
        </header>
        ${provider.available ? nothing : html`<p class="reason">${provider.reason}</p>`}
        ${provider.problem ? html`<p class="note warn">${icon("warning")}<span>${provider.problem}</span></p>` : nothing}
        ${test && !test.running ? html`<p class="note ${test.ok ? "" : "bad"}" role="status">${icon(test.ok ? "check" : "warning")}
          <span>${test.sentence}</span></p>` : nothing}
        ${provider.available && provider.details?.length ? this.#models(provider) : nothing}
      </article>`;
  }

  #models(provider) {
    return html`<details ?open=${provider.details.length <= 4}>
      <summary>${t("settings.models-count", { count: provider.details.length })}</summary>
      <div class="scroll-x" tabindex="0" role="region" aria-label=${t("settings.models-of", { name: provider.name })}>
        <table class="plain">
          <thead><tr><th scope="col">${t("settings.model")}</th><th scope="col">${t("settings.abilities")}</th>
            <th scope="col" class="number">${t("settings.context")}</th><th scope="col" class="number">${t("settings.price")}</th></tr></thead>
          <tbody>${provider.details.map(model => html`<tr>
            <th scope="row">${model.name}${model.full_name === this.#catalog.default_model ? html` <span class="chip">${t("settings.default")}</span>` : nothing}</th>
            <td>${[model.vision && t("settings.vision"), model.tools && t("settings.tools")].filter(Boolean).join(", ") || "–"}</td>
            <td class="number">${model.context_tokens ? number(model.context_tokens) : "–"}</td>
            <td class="number">${this.#price(model.price)}</td></tr>`)}</tbody>
        </table>
      </div>
    </details>`;
  }

  #price(price) {
    if (!price) return "–";
    const money = value => number(value, { style: "currency", currency: "USD", maximumFractionDigits: 2 });
    return `${money(price.input_usd)} / ${money(price.output_usd)}`;
  }
}

customElements.define("settings-models", SettingsModels);
