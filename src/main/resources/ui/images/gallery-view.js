// The gallery: rows of pictures in their own shapes, more as one scrolls.
import { html, live, nothing, repeat } from "../core/html.js";
import { icon } from "../core/icons.js";
import { language, t } from "../core/i18n.js";
import { openMenu } from "../core/menu.js";
import { navigate } from "../core/router.js";
import { View } from "../core/view.js";
import { deleteImage, gallery, INTENTS, loadImages, searchImages, showIntent, shownImages, thumbnailOf, wordsOf } from "./gallery.js";
import { openLightbox, savePicture } from "./lightbox.js";
import { taskCards } from "./task-card.js";
import { tasks } from "./tasks.js";

class ImageGallery extends View {
  mounted() {
    this.watch(gallery);
    this.watch(tasks);
    this.watch(language);
    const observer = new IntersectionObserver(entries => entries.some(one => one.isIntersecting) && loadImages(), { rootMargin: "600px" });
    this.watchEnd = end => {
      observer.disconnect();
      if (end) observer.observe(end);
    };
    this.onLeave(() => observer.disconnect());
    loadImages({ afresh: true });
  }

  updated() {
    this.watchEnd(this.querySelector(".gallery-end"));
  }

  #pressed(event, image) {
    if (event.key === "Delete") deleteImage(image);
    else if (event.key === " ") openLightbox(image);
    else if (event.key.startsWith("Arrow")) this.#step(event);
    else return;
    event.preventDefault();
  }

  /** Arrows go from picture to picture, up and down to the nearest of the other row. */
  #step(event) {
    const links = [...this.querySelectorAll(".picture-card > a")];
    const at = links.indexOf(event.currentTarget);
    const middle = link => {
      const box = link.getBoundingClientRect();
      return { x: box.left + box.width / 2, y: box.top + box.height / 2 };
    };
    const here = middle(links[at]);
    const side = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (side) return links[at + side]?.focus();
    const down = event.key === "ArrowDown" ? 1 : -1;
    const others = links.map(link => ({ link, ...middle(link) })).filter(one => (one.y - here.y) * down > 8);
    const row = down > 0 ? Math.min(...others.map(one => one.y)) : Math.max(...others.map(one => one.y));
    const nearest = others.filter(one => Math.abs(one.y - row) < 8).sort((one, other) => Math.abs(one.x - here.x) - Math.abs(other.x - here.x))[0];
    return nearest?.link.focus();
  }

  template() {
    const { list, count, intent, q, problem, loading } = gallery.value;
    const images = shownImages();
    const going = tasks.value.list;
    return html`
      ${list?.length || intent || q || (list && loading) ? html`
        <div class="gallery-tools">
          <div class="segments filter" role="group" aria-label=${t("images.filter")}>
            ${["", ...INTENTS].map(name => html`<button type="button" aria-pressed=${String(name === intent)} @click=${() => showIntent(name)}>
              ${t(name ? `images.intent.${name}` : "images.all")}</button>`)}
          </div>
          <input type="search" aria-label=${t("images.search")} placeholder=${t("images.search")} maxlength="500" .value=${live(q)}
                 @input=${event => searchImages(event.target.value)}>
        </div>` : nothing}
      ${problem ? html`<div class="note bad" role="alert">${icon("warning")} <span class="grow">${problem}</span>
        <button type="button" class="small" @click=${() => loadImages({ afresh: true })}>${t("retry")}</button></div>` : nothing}
      ${list === null ? html`<div class="gallery" aria-busy="true">${[1.6, 1, 0.75, 1.33, 1, 1.5].map(ratio => html`
        <div class="picture-card ghost" .style=${`--ratio:${ratio}`}></div>`)}</div>` : nothing}
      ${list ? html`
        <div class="gallery">
          ${repeat(going, task => task.key, taskCards)}
          ${repeat(images, image => image.id, image => this.#card(image))}
          <i class="filler" aria-hidden="true"></i>
        </div>
        ${list.length < count ? html`<div class="gallery-end">${loading ? html`<span class="spinner"></span>` : nothing}</div>` : nothing}
        ${!images.length && !going.length && !loading && (intent || q) ? html`<p class="none-of">${t(q ? "images.none-found" : "images.none-of")}</p>` : nothing}` : nothing}`;
  }

  #card(image) {
    return html`
      <figure class="picture-card" .style=${`--ratio:${Math.max(0.4, Math.min(3, image.width / image.height))}`}>
        <a href="/images/${image.id}" aria-label=${wordsOf(image)} @keydown=${event => this.#pressed(event, image)}>
          <own-picture class="checker" src=${thumbnailOf(image)} alt=""></own-picture></a>
        <figcaption>
          <span>${wordsOf(image)}</span>
          <button type="button" class="icon small" aria-label=${t("images.more-of", { name: wordsOf(image) })} aria-haspopup="menu" @click=${event => openMenu(event.currentTarget, [
            { label: t("images.work-on"), icon: "wand", run: () => navigate(`/images/${image.id}`) },
            { label: t("images.full"), icon: "expand", run: () => openLightbox(image) },
            { label: t("images.save"), icon: "download", run: () => savePicture(image) },
            "line",
            { label: t("delete"), icon: "trash", danger: true, run: () => deleteImage(image) },
          ])}>${icon("more")}</button>
        </figcaption>
      </figure>`;
  }
}

customElements.define("image-gallery", ImageGallery);
