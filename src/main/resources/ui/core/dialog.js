// Windows over the page, on the browser's own dialog element: focus, Escape and the rest come with it.
import { html, nothing, render } from "./html.js";
import { t } from "./i18n.js";
import { icon } from "./icons.js";

/**
 * Opens a dialog.
 *
 * @param {{ title: string, body: (close: (value?: any) => void) => unknown, className?: string }} options
 * @returns {Promise<any>} what it was closed with; undefined if it was dismissed
 */
export function openDialog({ title, body, className = "" }) {
  const dialog = document.createElement("dialog");
  const before = document.activeElement;
  dialog.className = className;
  dialog.setAttribute("aria-label", title);
  let value;
  const close = result => {
    value = result;
    dialog.close();
  };
  render(html`
    <header>
      <h2>${title}</h2>
      <button type="button" class="icon" aria-label=${t("close")} @click=${() => close()}>${icon("close")}</button>
    </header>
    ${body(close)}`, dialog);
  dialog.addEventListener("pointerdown", event => {
    if (event.target === dialog) close();
  });
  document.body.append(dialog);
  dialog.showModal();
  dialog.querySelector("[autofocus]")?.focus();
  return new Promise(resolve => dialog.addEventListener("close", () => {
    dialog.remove();
    before?.focus?.();
    resolve(value);
  }));
}

/** Asks before something that cannot be undone. @returns {Promise<boolean>} */
export async function confirm({ title, text, action, danger = false }) {
  return await openDialog({
    title,
    className: "small",
    body: close => html`
      ${text ? html`<p>${text}</p>` : nothing}
      <footer>
        <button type="button" class="quiet" @click=${() => close(false)}>${t("cancel")}</button>
        <button type="button" class=${danger ? "danger" : "primary"} autofocus @click=${() => close(true)}>${action}</button>
      </footer>`,
  }) === true;
}
