// What can be done here, for the palette and for keys: each place registers its own.

const sources = new Set();

/**
 * @typedef {{ id: string, label: string, hint?: string, icon?: string, keys?: string, run: () => void }} Command
 * `keys` as in `Mod+K`: Mod is Ctrl, or Command on a Mac
 */

/**
 * Registers commands for as long as the caller wants.
 *
 * @param {() => Command[]} source asked each time, so that commands can depend on what is shown
 * @returns {() => void} takes them back
 */
export function registerCommands(source) {
  sources.add(source);
  return () => sources.delete(source);
}

/** All commands of now. */
export function allCommands() {
  return [...sources].flatMap(source => source());
}

const mac = /Mac|iPhone|iPad/.test(navigator.platform);

function keysOf(event) {
  const modifiers = [
    (mac ? event.metaKey : event.ctrlKey) && "Mod", event.altKey && "Alt", event.shiftKey && event.key.length > 1 && "Shift",
  ];
  const key = event.key.length === 1 ? event.key.toUpperCase() : event.key;
  return [...modifiers.filter(Boolean), key].join("+");
}

/** Keys as this machine writes them. */
export function showKeys(keys) {
  return mac ? keys.replace("Mod+", "⌘").replace("Shift+", "⇧").replace("Alt+", "⌥") : keys.replace("Mod", "Ctrl");
}

addEventListener("keydown", event => {
  if (event.defaultPrevented || event.isComposing) return;
  const pressed = keysOf(event);
  const typing = event.target.closest?.("input, textarea, select, [contenteditable]");
  if (typing && !pressed.includes("Mod+") && !pressed.includes("Alt+")) return;
  const command = allCommands().find(one => one.keys === pressed);
  if (!command) return;
  event.preventDefault();
  command.run();
});
