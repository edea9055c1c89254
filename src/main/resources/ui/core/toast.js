// Short notes at the edge of the page.
import { html, nothing, repeat } from "./html.js";
import { t } from "./i18n.js";
import { icon } from "./icons.js";
import { State } from "./state.js";
import { View } from "./view.js";

const toasts = new State({ list: [] });
const USUAL = 6000;
let made = 0;

/**
 * Shows a note, for some seconds, or for as long as the pointer or the focus rests on it.
 *
 * @param {{ kind?: "plain" | "good" | "bad", action?: { label: string, run: () => void }, lasts?: number,
 *   onGone?: () => void }} options `onGone` runs when the note leaves without its action
 */
export function toast(text, options = {}) {
  const one = { id: ++made, text, kind: "plain", lasts: USUAL, ...options };
  toasts.set({ list: [...toasts.value.list.slice(-3), one] });
  one.timer = setTimeout(() => leave(one), one.lasts);
  return () => leave(one);
}

/** Shows what went wrong. */
export function toastProblem(problem) {
  if (problem?.name === "AbortError") return;
  toast(problem?.message || t("problem"), { kind: "bad", lasts: 9000 });
}

function leave(one, acted = false) {
  clearTimeout(one.timer);
  if (!toasts.value.list.includes(one)) return;
  toasts.set({ list: toasts.value.list.filter(other => other !== one) });
  if (!acted) one.onGone?.();
}

function hold(one) {
  clearTimeout(one.timer);
}

function release(one) {
  one.timer = setTimeout(() => leave(one), 2500);
}

class ToastList extends View {
  mounted() {
    this.setAttribute("role", "status");
    this.watch(toasts);
  }

  template() {
    return html`${repeat(toasts.value.list, one => one.id, one => html`
      <div class="toast ${one.kind}" @pointerenter=${() => hold(one)} @pointerleave=${() => release(one)}
           @focusin=${() => hold(one)} @focusout=${() => release(one)}>
        <span>${one.text}</span>
        ${one.action ? html`<button type="button" class="quiet" @click=${() => { leave(one, true); one.action.run(); }}>
          ${one.action.label}</button>` : nothing}
        <button type="button" class="icon" aria-label=${t("close")} @click=${() => leave(one)}>${icon("close")}</button>
      </div>`)}`;
  }
}

customElements.define("toast-list", ToastList);
