// Which place of the page is shown: the address says it, so that a refresh or another tab shows the same.
import { State } from "./state.js";

/** The places, as patterns of addresses. */
const PLACES = [
  ["chat", /^\/$/],
  ["chat", /^\/c\/(?<id>\d+)$/],
  ["data", /^\/data(?:\/(?<id>\d+))?$/],
  ["images", /^\/images(?:\/(?<id>[\w-]+))?$/],
  ["prompts", /^\/prompts(?:\/(?<id>\w+))?$/],
  ["settings", /^\/settings(?:\/(?<id>\w+))?$/],
];

function read() {
  for (const [place, pattern] of PLACES) {
    const found = pattern.exec(location.pathname);
    if (found) return { place, id: found.groups?.id ?? null, query: location.search };
  }
  return { place: "chat", id: null, query: location.search };
}

/** `{ place, id, query }` of the address. */
export const route = new State(read());

/** Goes to an address of the page. */
export function navigate(path, { replace = false } = {}) {
  if (path === location.pathname + location.search) return;
  history[replace ? "replaceState" : "pushState"](null, "", path);
  route.set(read());
}

addEventListener("popstate", () => route.set(read()));

// A plain click on a link of the page stays in the page.
document.addEventListener("click", event => {
  const link = event.target.closest?.("a[href]");
  if (!link || event.defaultPrevented || event.button !== 0 || link.target || link.hasAttribute("download")) return;
  if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  if (link.origin !== location.origin || !PLACES.some(([, pattern]) => pattern.test(link.pathname))) return;
  event.preventDefault();
  navigate(link.pathname + link.search);
});
