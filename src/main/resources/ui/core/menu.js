// A menu below a button: arrow keys, Escape, a click elsewhere.
import { html, nothing, render } from "./html.js";
import { icon } from "./icons.js";

/**
 * Opens a menu at an element.
 *
 * @param {HTMLElement} anchor what it belongs to
 * @param {Array<{ label: string, icon?: string, run: () => void, danger?: boolean, checked?: boolean, hint?: string,
 *   disabled?: boolean } | "line">} entries
 */
export function openMenu(anchor, entries) {
  const menu = document.createElement("div");
  menu.className = "menu";
  menu.setAttribute("role", "menu");
  menu.popover = "auto";
  const choose = entry => {
    menu.hidePopover();
    entry.run();
  };
  render(html`${entries.map(entry => entry === "line" ? html`<hr>` : html`
    <button type="button" role=${entry.checked === undefined ? "menuitem" : "menuitemradio"} tabindex="-1"
            aria-checked=${entry.checked === undefined ? nothing : String(entry.checked)}
            class=${entry.danger ? "danger" : ""} ?disabled=${entry.disabled ?? false} @click=${() => choose(entry)}>
      ${entry.icon ? icon(entry.icon) : nothing}<span>${entry.label}</span>
      ${entry.checked ? icon("check") : nothing}
      ${entry.hint ? html`<small>${entry.hint}</small>` : nothing}
    </button>`)}`, menu);
  document.body.append(menu);
  menu.showPopover();
  place(menu, anchor);
  anchor.setAttribute("aria-expanded", "true");
  const items = [...menu.querySelectorAll("button:not(:disabled)")];
  items[0]?.focus();
  menu.addEventListener("keydown", event => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const at = items.indexOf(document.activeElement);
    if (step) items.at((at + step) % items.length)?.focus();
    else if (event.key === "Home") items[0]?.focus();
    else if (event.key === "End") items.at(-1)?.focus();
    else if (event.key === "Tab") menu.hidePopover();
    else return;
    event.preventDefault();
  });
  menu.addEventListener("toggle", event => {
    if (event.newState !== "closed") return;
    anchor.removeAttribute("aria-expanded");
    if (menu.contains(document.activeElement) || document.activeElement === document.body) anchor.focus();
    menu.remove();
  });
}

function place(menu, anchor) {
  const at = anchor.getBoundingClientRect();
  const size = menu.getBoundingClientRect();
  const below = at.bottom + 4 + size.height <= innerHeight;
  // What it belongs to may be out of sight: the menu never is.
  const top = below ? at.bottom + 4 : at.top - size.height - 4;
  menu.style.top = `${Math.max(8, Math.min(top, innerHeight - size.height - 8))}px`;
  menu.style.left = `${Math.max(8, Math.min(at.left, innerWidth - size.width - 8))}px`;
}
