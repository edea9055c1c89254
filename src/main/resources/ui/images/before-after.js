// Two states of a picture, one over the other, with a border that can be moved: pointer, touch, arrow keys.
import { html } from "../core/html.js";
import { language, number, t } from "../core/i18n.js";
import { View } from "../core/view.js";

/** `<before-after>` with the properties `before` and `after`: `{ src, alt, width, height }`. */
class BeforeAfter extends View {
  #share = 0.5;

  set pictures({ before, after }) {
    this.before = before;
    this.after = after;
    this.update();
  }

  mounted() {
    this.watch(language);
  }

  #to(share) {
    this.#share = Math.max(0, Math.min(1, share));
    this.style.setProperty("--share", String(this.#share));
    this.querySelector("input").value = String(Math.round(this.#share * 100));
  }

  #moved(event) {
    if (event.type === "pointermove" && !event.buttons) return;
    if (event.type === "pointerdown") event.currentTarget.setPointerCapture(event.pointerId);
    const { left, width } = this.querySelector(".pair").getBoundingClientRect();
    this.#to((event.clientX - left) / width);
  }

  template() {
    const { before, after } = this;
    return html`
      <div class="pair" .style=${`aspect-ratio:${after.width}/${after.height};--ratio:${after.width / after.height}`}
           @pointerdown=${event => this.#moved(event)} @pointermove=${event => this.#moved(event)}>
        <own-picture class="checker" src=${after.src} alt=${after.alt}></own-picture>
        <own-picture class="over checker" src=${before.src} alt=${before.alt}></own-picture>
        <span class="border" aria-hidden="true"></span>
        <span class="when before" aria-hidden="true">${t("images.before")}</span><span class="when after" aria-hidden="true">${t("images.after")}</span>
        <input type="range" min="0" max="100" value="50" aria-label=${t("images.compare-how")} aria-valuetext=${t("images.compare-share", { share: number(this.#share, { style: "percent" }) })}
               @input=${event => this.#to(Number(event.target.value) / 100)}>
      </div>`;
  }
}

customElements.define("before-after", BeforeAfter);
