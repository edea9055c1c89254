// The account's tokens: the secret is shown once.
import { get, post, remove } from "../core/api.js";
import { confirm } from "../core/dialog.js";
import { html, nothing, repeat } from "../core/html.js";
import { icon } from "../core/icons.js";
import { ago, dateTime, t } from "../core/i18n.js";
import { toast, toastProblem } from "../core/toast.js";
import { View } from "../core/view.js";

class SettingsTokens extends View {
  #tokens = null;
  #made = null;

  mounted() {
    this.#load();
  }

  async #load() {
    try {
      this.#tokens = (await get("/v1/tokens")).tokens;
    } catch (problem) {
      this.#tokens ??= [];
      toastProblem(problem);
    }
    this.update();
  }

  async #make(event) {
    event.preventDefault();
    const form = event.target;
    try {
      this.#made = await post("/v1/tokens", { name: new FormData(form).get("name").trim() });
      form.reset();
      await this.#load();
    } catch (problem) {
      toastProblem(problem);
    }
  }

  async #remove(token) {
    const sure = await confirm({
      title: t("settings.token-remove", { name: token.name || token.preview }),
      text: token.current ? t("settings.token-remove-current") : t("settings.token-remove-text"),
      action: t("settings.token-revoke"),
      danger: true,
    });
    if (!sure) return;
    try {
      await remove(`/v1/tokens/${token.id}`);
      if (this.#made?.id === token.id) this.#made = null;
      await this.#load();
    } catch (problem) {
      toastProblem(problem);
    }
  }

  async #copy() {
    await navigator.clipboard.writeText(this.#made.token);
    toast(t("copied"));
  }

  template() {
    return html`
      <p>${t("settings.tokens-text")}</p>
      <form class="row make" @submit=${event => this.#make(event)}>
        <input class="grow" name="name" required maxlength="100" aria-label=${t("settings.token-name")} placeholder=${t("settings.token-name")}>
        <button class="primary">${icon("plus")}${t("settings.token-make")}</button>
      </form>
      ${this.#made ? html`
        <div class="card new-token" role="status">
          <p>${t("settings.token-once")}</p>
          <div class="row"><code class="grow">${this.#made.token}</code>
            <button type="button" @click=${() => this.#copy()}>${icon("copy")}${t("copy")}</button></div>
        </div>` : nothing}
      ${this.#tokens === null ? html`<p>${t("loading")}</p>` : html`
        <ul class="rows">${repeat(this.#tokens, token => token.id, token => html`
          <li class="row">
            <span class="grow"><strong>${token.name || t("settings.token-unnamed")}</strong>
              ${token.current ? html`<span class="chip good">${t("settings.token-current")}</span>` : nothing}
              <small>${t("settings.token-made", { when: dateTime(token.created_at, { dateStyle: "medium" }) })} ·
                ${token.last_used_at ? t("settings.token-used", { when: ago(token.last_used_at) }) : t("settings.token-unused")}</small></span>
            <button type="button" class="small danger" @click=${() => this.#remove(token)}>${t("settings.token-revoke")}</button>
          </li>`)}</ul>`}`;
  }
}

customElements.define("settings-tokens", SettingsTokens);
