import { render } from "./html.js";

/**
 * An element that shows a template. It has no shadow: the page's style sheets and its labels reach everything.
 *
 * A view overrides `template()`, and, where it needs them, `mounted()` and `updated()`.
 */
export class View extends HTMLElement {
  #scheduled = null;
  #endings = [];

  connectedCallback() {
    this.mounted();
    this.update();
  }

  disconnectedCallback() {
    for (const end of this.#endings.splice(0)) end();
  }

  /** Called each time the element enters the page, before its template. */
  mounted() {}

  /** Called after the template was drawn. */
  updated() {}

  /** What the element shows. */
  template() {
    throw new TypeError(`${this.localName} shows nothing`);
  }

  /** Draws the template again, once, however often it is asked for before. Resolves when that is done. */
  update() {
    this.#scheduled ??= Promise.resolve().then(() => {
      this.#scheduled = null;
      if (!this.isConnected) return;
      render(this.template(), this, { host: this });
      this.updated();
    });
    return this.#scheduled;
  }

  /** Draws again whenever the state changes, for as long as the element is in the page. */
  watch(state, also) {
    this.#endings.push(state.watch((value, before) => {
      also?.(value, before);
      this.update();
    }));
  }

  /** Listens for as long as the element is in the page. */
  listen(target, name, listener, options) {
    target.addEventListener(name, listener, options);
    this.#endings.push(() => target.removeEventListener(name, listener, options));
  }

  /** Does something when the element leaves the page. */
  onLeave(ending) {
    this.#endings.push(ending);
  }

  /** Tells the elements around it. */
  emit(name, detail) {
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true }));
  }
}
