// What this server is, and the keys of the page.
import { get } from "../core/api.js";
import { allCommands, showKeys } from "../core/commands.js";
import { html } from "../core/html.js";
import { t } from "../core/i18n.js";
import { View } from "../core/view.js";

class SettingsAbout extends View {
  #me = null;

  async mounted() {
    this.#me = await get("/v1/me").catch(() => null);
    this.update();
  }

  template() {
    const keyed = allCommands().filter(command => command.keys);
    return html`
      <dl class="facts">
        <dt>${t("settings.version")}</dt><dd>Parley ${this.#me?.version ?? ""}</dd>
        <dt>${t("settings.account")}</dt><dd>${this.#me?.name ?? ""}</dd>
        <dt>${t("settings.api")}</dt><dd><a href="/docs">/docs</a></dd>
      </dl>
      <h2>${t("settings.keys")}</h2>
      <table class="plain keys"><tbody>
        ${keyed.map(command => html`<tr><th scope="row">${command.label}</th><td><kbd>${showKeys(command.keys)}</kbd></td></tr>`)}
      </tbody></table>`;
  }
}

customElements.define("settings-about", SettingsAbout);
