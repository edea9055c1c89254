// A light that is placed on a picture: its direction from the middle is where it comes from, its distance from the edge
// how far it stands in front.
import { html } from "../core/html.js";
import { language, number, t } from "../core/i18n.js";
import { View } from "../core/view.js";

/** The colour of a black body, roughly (Tanner Helland's fit), for showing the light alone. */
function colourOf(kelvin) {
  const hundreds = kelvin / 100;
  const red = hundreds <= 66 ? 255 : 329.7 * (hundreds - 60) ** -0.1332;
  const green = hundreds <= 66 ? 99.47 * Math.log(hundreds) - 161.1 : 288.1 * (hundreds - 60) ** -0.0755;
  const blue = hundreds >= 66 ? 255 : hundreds <= 19 ? 0 : 138.5 * Math.log(hundreds - 10) - 305;
  return `rgb(${[red, green, blue].map(value => Math.round(Math.max(0, Math.min(255, value)))).join(" ")})`;
}

/** `<light-pad>` over a picture, with the property `light`; the event `light` has the changed one. */
class LightPad extends View {
  set light(light) {
    this.rig = light;
    this.update();
  }

  mounted() {
    this.watch(language);
  }

  #moved(event) {
    if (event.type === "pointermove" && !event.buttons) return;
    if (event.type === "pointerdown") event.currentTarget.setPointerCapture(event.pointerId);
    const box = this.getBoundingClientRect();
    const x = (event.clientX - box.left - box.width / 2) / (box.width / 2);
    const y = -(event.clientY - box.top - box.height / 2) / (box.height / 2);
    const azimuth = (Math.round(Math.atan2(y, x) * 180 / Math.PI) + 360) % 360;
    this.#set({ azimuth, elevation: Math.round(90 * (1 - Math.min(1, Math.hypot(x, y)))) });
  }

  #set(change) {
    this.emit("light", { ...this.rig, ...change });
  }

  #pressed(event) {
    const { azimuth, elevation } = this.rig;
    const step = event.shiftKey ? 15 : 5;
    const change = {
      ArrowLeft: { azimuth: (azimuth + step) % 360 }, ArrowRight: { azimuth: (azimuth - step + 360) % 360 },
      ArrowUp: { elevation: Math.min(90, elevation + step) }, ArrowDown: { elevation: Math.max(0, elevation - step) },
    }[event.key];
    if (!change) return;
    event.preventDefault();
    this.#set(change);
  }

  template() {
    const { azimuth, elevation, kelvin, intensity, softness } = this.rig;
    const angle = azimuth * Math.PI / 180;
    const far = 1 - elevation / 90;
    const [left, top] = [50 + 50 * far * Math.cos(angle), 50 - 50 * far * Math.sin(angle)];
    const said = t("images.light.said", { azimuth: number(azimuth), elevation: number(elevation) });
    return html`
      <div class="pad" @pointerdown=${event => this.#moved(event)} @pointermove=${event => this.#moved(event)}
           .style=${`--x:${left}%;--y:${top}%;--light:${colourOf(kelvin)};--strength:${Math.min(1, 0.3 + intensity / 4)};--reach:${25 + softness * 45}%`}>
        <div class="glow"></div>
        <button type="button" class="lamp" role="slider" aria-label=${t("images.light.lamp")} aria-valuemin="0" aria-valuemax="359" aria-valuenow=${azimuth}
                aria-valuetext=${said} @keydown=${event => this.#pressed(event)}></button>
      </div>`;
  }
}

customElements.define("light-pad", LightPad);
