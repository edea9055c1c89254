// Which keys do what.
import { allCommands, showKeys } from "../core/commands.js";
import { openDialog } from "../core/dialog.js";
import { html } from "../core/html.js";
import { t } from "../core/i18n.js";

let open = false;

export async function showKeyboard() {
  if (open) return;
  open = true;
  const rows = [
    ...allCommands().filter(command => command.keys).map(({ label, keys }) => [label, [showKeys(keys)]]),
  ];
  const writing = [
    [t("chat.keys.send"), ["Enter"]], [t("chat.keys.line"), ["Shift+Enter"]], [t("chat.keys.stop"), ["Esc"]], [t("chat.keys.editLast"), ["↑"]],
    [t("chat.keys.prompts"), ["/"]],
  ];
  const list = [
    [t("chat.keys.move"), ["↑", "↓"]], [t("chat.keys.open"), ["Enter"]], [t("rename"), ["F2"]], [t("delete"), ["Del"]],
  ];
  const group = (name, entries) => html`<section><h3>${name}</h3><dl>${entries.map(([label, keys]) => html`
    <div><dt>${label}</dt><dd>${keys.map(key => html`<kbd>${key}</kbd> `)}</dd></div>`)}</dl></section>`;
  await openDialog({
    title: t("chat.keys"),
    className: "keys",
    body: () => html`<div class="keys-list">
      ${group(t("chat.keys.everywhere"), rows)}${group(t("chat.keys.writing"), writing)}${group(t("chat.keys.inList"), list)}</div>`,
  });
  open = false;
}
