// A picture in a frame whose edges are dragged to where it shall reach.
import { html } from "../core/html.js";
import { language, number, t } from "../core/i18n.js";
import { View } from "../core/view.js";

const MOST = 2048;
const STEP = 32;
const WAYS = { left: [-1, 0], right: [1, 0], top: [0, -1], bottom: [0, 1] };

/** `<expand-frame>` with the property `state`: `{ frame, picture: { src, alt, width, height } }`; the event `frame`. */
class ExpandFrame extends View {
  #dragged = null;

  set state({ frame, picture }) {
    this.frame = frame;
    this.picture = picture;
    this.update();
  }

  mounted() {
    this.watch(language);
  }

  #begin(event, side) {
    event.preventDefault();
    event.currentTarget.setPointerCapture(event.pointerId);
    const box = this.querySelector(".frame").getBoundingClientRect();
    const { width } = this.picture;
    // The frame shrinks on the screen while it grows: the scale of the beginning stays.
    this.#dragged = { side, x: event.clientX, y: event.clientY, was: this.frame[side], scale: (width + this.frame.left + this.frame.right) / box.width };
    event.currentTarget.focus();
  }

  #moved(event) {
    if (!this.#dragged) return;
    const { side, x, y, was, scale } = this.#dragged;
    const [across, down] = WAYS[side];
    this.#set(side, was + (across * (event.clientX - x) + down * (event.clientY - y)) * scale);
  }

  #set(side, pixels) {
    this.emit("frame", { ...this.frame, [side]: Math.max(0, Math.min(MOST, Math.round(pixels))) });
  }

  #pressed(event, side) {
    const [across, down] = WAYS[side];
    const way = { ArrowLeft: -across, ArrowRight: across, ArrowUp: -down, ArrowDown: down }[event.key];
    if (!way) return;
    event.preventDefault();
    this.#set(side, this.frame[side] + way * STEP * (event.shiftKey ? 4 : 1));
  }

  template() {
    const { frame, picture } = this;
    const width = picture.width + frame.left + frame.right;
    const height = picture.height + frame.top + frame.bottom;
    const inset = [frame.top / height, frame.right / width, frame.bottom / height, frame.left / width].map(share => `${share * 100}%`).join(" ");
    return html`
      <div class="frame" .style=${`aspect-ratio:${width}/${height};--ratio:${width / height}`}>
        <div class="inside" .style=${`inset:${inset}`}><own-picture src=${picture.src} alt=${picture.alt}></own-picture></div>
        ${Object.keys(WAYS).map(side => html`
          <button type="button" class="edge ${side}" role="slider" aria-label=${t(`images.frame.${side}`)} aria-valuemin="0" aria-valuemax=${MOST}
            aria-valuenow=${frame[side]} aria-valuetext=${t("images.frame.pixels", { pixels: number(frame[side]) })}
            aria-orientation=${side === "top" || side === "bottom" ? "vertical" : "horizontal"}
            @pointerdown=${event => this.#begin(event, side)} @pointermove=${event => this.#moved(event)}
            @pointerup=${() => { this.#dragged = null; }} @pointercancel=${() => { this.#dragged = null; }} @keydown=${event => this.#pressed(event, side)}></button>`)}
      </div>`;
  }
}

customElements.define("expand-frame", ExpandFrame);
