import { State } from "./state.js";

const STORED = "parley.theme";

/** `light`, `dark`, or `system`. */
export const theme = new State({ name: localStorage.getItem(STORED) ?? "system" });

export function setTheme(name) {
  if (name === "system") {
    localStorage.removeItem(STORED);
    delete document.documentElement.dataset.theme;
  } else {
    localStorage.setItem(STORED, name);
    document.documentElement.dataset.theme = name;
  }
  theme.set({ name });
}
