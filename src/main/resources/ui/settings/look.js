// The theme and the language of the page.
import { html } from "../core/html.js";
import { icon } from "../core/icons.js";
import { LANGUAGES, language, setLanguage, t } from "../core/i18n.js";
import { setTheme, theme } from "../core/theme.js";
import { View } from "../core/view.js";

const THEMES = { system: "screen", light: "sun", dark: "moon" };

class SettingsLook extends View {
  mounted() {
    this.watch(theme);
    this.watch(language);
  }

  template() {
    return html`
      <div class="card setting">
        <div class="grow"><h2 id="theme-title">${t("settings.theme")}</h2><p>${t("settings.theme-text")}</p></div>
        <div class="segments" role="group" aria-labelledby="theme-title">
          ${Object.entries(THEMES).map(([name, sign]) => html`
            <button type="button" aria-pressed=${String(theme.value.name === name)} @click=${() => setTheme(name)}>
              ${icon(sign)}${t(`settings.theme-${name}`)}</button>`)}
        </div>
      </div>
      <div class="card setting">
        <div class="grow"><h2 id="language-title">${t("settings.language")}</h2><p>${t("settings.language-text")}</p></div>
        <div class="segments" role="group" aria-labelledby="language-title">
          ${Object.entries(LANGUAGES).map(([code, name]) => html`
            <button type="button" lang=${code} aria-pressed=${String(language.value.code === code)}
              @click=${() => setLanguage(code)}>${name}</button>`)}
        </div>
      </div>`;
  }
}

customElements.define("settings-look", SettingsLook);
