// What was used: limits as meters, tokens a day, and sums by model.
import { get } from "../core/api.js";
import { html, nothing, svg } from "../core/html.js";
import { dateTime, number, t } from "../core/i18n.js";
import { toastProblem } from "../core/toast.js";
import { View } from "../core/view.js";

const DAY = 86_400_000;
const SHOWN_DAYS = 30;

class SettingsUsage extends View {
  #usage = null;
  #me = null;

  async mounted() {
    const from = new Date(Date.now() - (SHOWN_DAYS - 1) * DAY).toISOString().slice(0, 10);
    try {
      [this.#usage, this.#me] = await Promise.all([get(`/v1/usage?from=${from}T00:00:00Z`), get("/v1/me")]);
    } catch (problem) {
      toastProblem(problem);
    }
    this.update();
  }

  template() {
    if (!this.#usage) return html`<p>${t("loading")}</p>`;
    const { total } = this.#usage;
    return html`
      <div class="tiles">
        ${this.#tile(t("settings.requests"), number(total.requests))}
        ${this.#tile(t("settings.tokens-in"), number(total.input_tokens))}
        ${this.#tile(t("settings.tokens-out"), number(total.output_tokens))}
        ${this.#tile(t("settings.pictures"), number(total.images))}
        ${this.#tile(t("settings.cost"), money(total.cost_nano_dollars))}
      </div>
      ${total.unpriced_requests ? html`<p class="field-note">${t("settings.unpriced", { count: total.unpriced_requests })}</p>` : nothing}
      <h2>${t("settings.by-day")}</h2>
      ${this.#days()}
      <h2>${t("settings.limits")}</h2>
      ${this.#limits()}
      <h2>${t("settings.by-model")}</h2>
      ${this.#byModel()}`;
  }

  #tile(name, value) {
    return html`<div class="card tile"><small>${name}</small><strong>${value}</strong></div>`;
  }

  #days() {
    const known = new Map((this.#usage.by_day ?? []).map(day => [day.day, day.input_tokens + day.output_tokens]));
    const days = Array.from({ length: SHOWN_DAYS }, (_, index) => {
      const day = new Date(Date.now() - (SHOWN_DAYS - 1 - index) * DAY).toISOString().slice(0, 10);
      return { day, tokens: known.get(day) ?? 0 };
    });
    const most = Math.max(1, ...days.map(day => day.tokens));
    const width = 100 / SHOWN_DAYS;
    return html`<figure class="card days">
      <svg viewBox="0 0 100 24" preserveAspectRatio="none" role="img" aria-label=${t("settings.by-day-label", { most })}>
        ${days.map((day, index) => svg`<rect x=${index * width + width * .15} width=${width * .7} y=${24 - 23 * day.tokens / most}
          height=${Math.max(.25, 23 * day.tokens / most)} rx=".4"><title>${dateTime(day.day, { dateStyle: "medium", timeZone: "UTC" })}: ${number(day.tokens)}</title></rect>`)}
      </svg>
      <figcaption class="row"><small class="grow">${dateTime(days[0].day, { dateStyle: "medium", timeZone: "UTC" })}</small>
        <small>${t("settings.most-a-day", { most })}</small>
        <small>${dateTime(days.at(-1).day, { dateStyle: "medium", timeZone: "UTC" })}</small></figcaption>
    </figure>`;
  }

  #limits() {
    const limits = this.#me?.limits ?? [];
    if (!limits.length) return html`<p>${t("settings.no-limits", { tier: this.#me?.tier ?? this.#usage.tier })}</p>`;
    return html`<ul class="rows">${limits.map(limit => this.#limit(limit))}</ul>`;
  }

  #limit(limit) {
    const amount = value => limit.unit === "micro_dollars" ? money(value * 1000) : number(value);
    const name = t(`settings.limit-${limit.unit}`);
    const used = t("settings.used-of", { used: amount(limit.used), limit: amount(limit.limit) });
    return html`<li>
      <div class="row">
        <strong class="grow">${limit.window_seconds
          ? t("settings.limit", { name, limit: amount(limit.limit), window: duration(limit.window_seconds) })
          : t("settings.limit-at-once", { name, limit: amount(limit.limit) })}</strong>
        <small>${used}</small>
      </div>
      <meter min="0" max=${limit.limit} high=${limit.limit * .8} .value=${limit.used} aria-label=${`${name}: ${used}`}></meter>
      ${limit.resets_at
        ? html`<small>${t("settings.resets", { when: dateTime(limit.resets_at, { dateStyle: "medium", timeStyle: "short" }) })}</small>`
        : nothing}
    </li>`;
  }

  #byModel() {
    const models = this.#usage.by_model ?? [];
    if (!models.length) return html`<p>${t("settings.nothing-used")}</p>`;
    return html`<div class="scroll-x" tabindex="0" role="region" aria-label=${t("settings.by-model")}><table class="plain">
      <thead><tr><th scope="col">${t("settings.model")}</th><th scope="col" class="number">${t("settings.requests")}</th>
        <th scope="col" class="number">${t("settings.tokens-in")}</th><th scope="col" class="number">${t("settings.tokens-out")}</th>
        <th scope="col" class="number">${t("settings.cost")}</th></tr></thead>
      <tbody>${models.map(one => html`<tr><th scope="row">${one.model}</th><td class="number">${number(one.requests)}</td>
        <td class="number">${number(one.input_tokens)}</td><td class="number">${number(one.output_tokens)}</td>
        <td class="number">${money(one.cost_nano_dollars)}</td></tr>`)}</tbody></table></div>`;
  }
}

function money(nanoDollars) {
  return number(nanoDollars / 1e9, { style: "currency", currency: "USD", maximumFractionDigits: nanoDollars && nanoDollars < 1e8 ? 5 : 2 });
}

function duration(seconds) {
  const [unit, length] = [["day", 86_400], ["hour", 3600], ["minute", 60], ["second", 1]].find(([, one]) => seconds % one === 0);
  return number(seconds / length, { style: "unit", unit, unitDisplay: "long" });
}

customElements.define("settings-usage", SettingsUsage);
