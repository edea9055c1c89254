// A picture in full size, over everything: arrows go on, Escape goes back.
import { pictureUrl } from "../core/picture.js";
import { html, nothing, render } from "../core/html.js";
import { icon } from "../core/icons.js";
import { number, t } from "../core/i18n.js";
import { fileOf, loadImages, shownImages, wordsOf } from "./gallery.js";

/**
 * @param {object} image where to begin
 * @param {(image: object) => void} [onLeave] told which one was seen last
 */
export function openLightbox(image, onLeave) {
  const dialog = document.createElement("dialog");
  const before = document.activeElement;
  dialog.className = "lightbox";
  dialog.setAttribute("aria-label", t("images.full"));
  let shown = image;
  let whole = false;

  const go = async step => {
    const list = shownImages();
    const at = list.findIndex(one => one.id === shown.id);
    const next = at < 0 ? undefined : list[at + step];
    if (!next) return;
    shown = next;
    whole = false;
    draw();
    if (list.length - list.indexOf(next) < 5) loadImages();
  };

  function draw() {
    const list = shownImages();
    const at = list.findIndex(one => one.id === shown.id);
    const button = (name, label, run, off = false) => html`<button type="button" class="icon" aria-label=${label} title=${label} ?disabled=${off} @click=${run}>${icon(name)}</button>`;
    render(html`
      <div class="lightbox-stage ${whole ? "whole" : ""}" tabindex="-1" @click=${event => event.target === event.currentTarget && dialog.close()}>
        <own-picture class="checker" src=${fileOf(shown)} alt=${wordsOf(shown)} width=${shown.width} height=${shown.height}
          @click=${() => { whole = !whole; draw(); }}></own-picture>
      </div>
      <div class="lightbox-bar">
        ${at >= 0 ? html`${button("left", t("images.previous"), () => go(-1), at <= 0)}
        <small>${t("images.place-of", { place: at + 1, total: list.length })}</small>
        ${button("chevron", t("images.next"), () => go(1), at >= list.length - 1)}` : nothing}
        <p>${wordsOf(shown)}</p>
        <small>${number(shown.width)} × ${number(shown.height)}</small>
        ${button(whole ? "screen" : "expand", t(whole ? "images.fit" : "images.actual"), () => { whole = !whole; draw(); })}
        ${button("close", t("close"), () => dialog.close())}
      </div>`, dialog);
  }

  dialog.addEventListener("keydown", event => {
    const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (!step || whole) return;
    event.preventDefault();
    go(step);
  });
  dialog.addEventListener("close", () => {
    dialog.remove();
    before?.focus?.();
    onLeave?.(shown);
  });
  document.body.append(dialog);
  draw();
  dialog.showModal();
}

/** Saves a picture's file. */
export async function savePicture(image) {
  const link = document.createElement("a");
  link.href = await pictureUrl(fileOf(image));
  const words = wordsOf(image).toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-|-$/g, "").slice(0, 48);
  link.download = `${words || image.id}.png`;
  link.click();
}
