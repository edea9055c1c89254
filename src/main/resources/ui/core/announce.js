// Tells a screen reader what changed, without moving the focus.

const regions = new Map();

/** @param {"polite" | "assertive"} manner */
export function announce(text, manner = "polite") {
  let region = regions.get(manner);
  if (!region) {
    region = document.createElement("div");
    region.className = "unseen";
    region.setAttribute("aria-live", manner);
    document.body.append(region);
    regions.set(manner, region);
  }
  region.textContent = "";
  setTimeout(() => { region.textContent = text; }, 50);
}
