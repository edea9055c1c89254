// The page: its language, its frame, and the place that the address names. A place is loaded when it is first shown.
import "./core/toast.js";
import { connection, token } from "./core/api.js";
import { registerCommands } from "./core/commands.js";
import { openDialog } from "./core/dialog.js";
import { html, keyed, nothing } from "./core/html.js";
import { icon } from "./core/icons.js";
import { language, preferredLanguage, setLanguage, t } from "./core/i18n.js";
import { openPalette } from "./core/palette.js";
import { navigate, route } from "./core/router.js";
import { State } from "./core/state.js";
import { View } from "./core/view.js";

/** The places, in the order of the rail. Each is drawn anew in another language. */
const PLACES = {
  chat: { path: "/", icon: "chat", load: () => import("./chat/place.js"), show: () => html`<chat-place></chat-place>` },
  data: { path: "/data", icon: "data", load: () => import("./data/place.js"), show: () => html`<data-place></data-place>` },
  images: {
    path: "/images", icon: "images", load: () => import("./images/place.js"), show: () => html`<images-place></images-place>`,
  },
  prompts: {
    path: "/prompts", icon: "prompts", load: () => import("./prompts/place.js"),
    show: () => html`<prompts-place></prompts-place>`,
  },
  settings: {
    path: "/settings", icon: "settings", load: () => import("./settings/place.js"),
    show: () => html`<settings-place></settings-place>`,
  },
};

const frame = new State({ loaded: Object.freeze([]) });

async function load(place) {
  if (frame.value.loaded.includes(place)) return;
  await PLACES[place].load();
  frame.set({ loaded: Object.freeze([...frame.value.loaded, place]) });
}

class AppShell extends View {
  mounted() {
    this.watch(route, (now, before) => now.place !== before.place && load(now.place));
    this.watch(frame);
    this.watch(language);
    this.watch(connection, now => now.tokenWanted && askForToken());
    registerCommands(() => [
      { id: "palette", label: t("palette.open"), icon: "search", keys: "Mod+K", run: openPalette },
      ...Object.entries(PLACES).map(([name, place], index) => ({
        id: `go-${name}`, label: t("go", { place: t(`place.${name}`) }), icon: place.icon, keys: `Alt+${index + 1}`,
        run: () => navigate(place.path),
      })),
    ]);
    load(route.value.place);
  }

  template() {
    const { place } = route.value;
    return html`
      <a class="skip" href="#main">${t("skip")}</a>
      <nav class="rail" aria-label=${t("places")}>
        <a class="mark" href="/" aria-label="Parley"><img src=${new URL("./icon.svg", import.meta.url).pathname} alt="" width="26" height="26"></a>
        ${Object.entries(PLACES).map(([name, one]) => html`
          <a href=${one.path} class="stop" aria-current=${name === place ? "page" : nothing} title=${t(`place.${name}`)}>
            ${icon(one.icon)}<span>${t(`place.${name}`)}</span>
          </a>`)}
      </nav>
      <div class="place" id="main" tabindex="-1">
        ${frame.value.loaded.includes(place) ? keyed(language.value.code, PLACES[place].show()) : nothing}
      </div>
      ${connection.value.online ? nothing : html`<div class="banner" role="status">${icon("warning")} ${t("unreachable")}</div>`}
      <toast-list></toast-list>`;
  }
}

let asking = false;

async function askForToken() {
  if (asking) return;
  asking = true;
  try {
    let given;
    while (!given) {
      given = await openDialog({
        title: t("token.title"),
        className: "small",
        body: close => html`
          <form @submit=${event => { event.preventDefault(); close(new FormData(event.target).get("token").trim()); }}>
            <p>${t("token.how")}</p>
            <label>${t("token.label")}<input name="token" type="password" autocomplete="off" required autofocus></label>
            <footer><button class="primary">${t("token.go")}</button></footer>
          </form>`,
      });
    }
    token.set(given);
  } finally {
    asking = false;
  }
}

await setLanguage(preferredLanguage(), { remember: false });
customElements.define("app-shell", AppShell);
