// A picture of this server. It is fetched with the token, so that it shows where tokens are required too; pictures of
// other servers are never fetched.
import { request } from "./api.js";

const kept = new Map();
const MOST = 200;

/** An address that an `<img>` can show, for a path of this server. */
export async function pictureUrl(path) {
  const url = new URL(path, location.href);
  if (url.protocol === "data:" || url.protocol === "blob:") return path;
  const own = url.pathname + url.search;
  let made = kept.get(own);
  if (!made) {
    made = request("GET", own).then(async response => URL.createObjectURL(await response.blob()));
    kept.set(own, made);
    made.catch(() => kept.delete(own));
    forgetOldest();
  }
  return made;
}

function forgetOldest() {
  if (kept.size <= MOST) return;
  const [path, url] = kept.entries().next().value;
  kept.delete(path);
  url.then(made => URL.revokeObjectURL(made), () => {});
}

/** `<own-picture src alt>`: sizes itself like an image; `width` and `height` keep its place while it loads. */
class OwnPicture extends HTMLElement {
  static observedAttributes = ["src", "alt"];

  attributeChangedCallback() {
    if (this.isConnected) this.#show();
  }

  connectedCallback() {
    this.#show();
  }

  async #show() {
    const path = this.getAttribute("src");
    if (!path) return;
    const image = this.querySelector("img") ?? this.appendChild(document.createElement("img"));
    image.alt = this.getAttribute("alt") ?? "";
    image.loading = "lazy";
    image.decoding = "async";
    for (const side of ["width", "height"]) {
      if (this.hasAttribute(side)) image.setAttribute(side, this.getAttribute(side));
    }
    try {
      const url = await pictureUrl(path);
      if (path === this.getAttribute("src")) image.src = url;
    } catch {
      this.classList.add("missing");
    }
  }
}

customElements.define("own-picture", OwnPicture);
