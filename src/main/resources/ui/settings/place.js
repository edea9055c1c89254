// Settings: what can be set at the side, the chosen part beside it.
import { html, nothing } from "../core/html.js";
import { icon } from "../core/icons.js";
import { t } from "../core/i18n.js";
import { navigate, route } from "../core/router.js";
import { View } from "../core/view.js";
import "./look.js";
import "./models.js";
import "./own-data.js";
import "./tokens.js";
import "./usage.js";
import "./about.js";

/** The parts, in their order. */
const PARTS = {
  look: { icon: "sun", show: () => html`<settings-look></settings-look>` },
  models: { icon: "spark", show: () => html`<settings-models></settings-models>` },
  tokens: { icon: "key", show: () => html`<settings-tokens></settings-tokens>` },
  usage: { icon: "clock", show: () => html`<settings-usage></settings-usage>` },
  data: { icon: "download", show: () => html`<settings-own-data></settings-own-data>` },
  about: { icon: "info", show: () => html`<settings-about></settings-about>` },
};

class SettingsPlace extends View {
  mounted() {
    this.watch(route);
  }

  template() {
    const { id } = route.value;
    const part = id in PARTS ? id : "look";
    return html`
      <div class="sided" ?open=${!id}>
        <aside aria-label=${t("place.settings")}>
          <header><h1>${t("place.settings")}</h1></header>
          <nav aria-label=${t("place.settings")}>
            ${Object.entries(PARTS).map(([name, one]) => html`
              <a href="/settings/${name}" aria-current=${name === part ? "page" : nothing}>
                ${icon(one.icon)}<span>${t(`settings.${name}`)}</span></a>`)}
          </nav>
        </aside>
        <main>
          <section class="page settings">
            <header>
              <button type="button" class="icon narrow-only" aria-label=${t("settings.list")} @click=${() => navigate("/settings")}>${icon("left")}</button>
              <h1>${t(`settings.${part}`)}</h1>
            </header>
            ${PARTS[part].show()}
          </section>
        </main>
      </div>`;
  }
}

customElements.define("settings-place", SettingsPlace);
