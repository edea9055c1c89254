// What is known of a picture.
import { html, nothing } from "../core/html.js";
import { icon } from "../core/icons.js";
import { dateTime, number, t } from "../core/i18n.js";
import { toast } from "../core/toast.js";
import { ratioOf } from "./features.js";

export function details(image, task) {
  if (!image.id) return nothing;
  const { prompt: said, seed, ...params } = task?.params ?? {};
  const engine = [task?.engine, task?.model].filter(Boolean).join(" / ");
  const rows = [
    [t("images.details.prompt"), said || image.prompt], [t("images.refined"), task?.refined_prompt], [t("images.made-by"), t(`images.one.${image.intent}`)],
    [t("images.size"), `${number(image.width)} × ${number(image.height)}`], [t("images.model"), engine],
    [t("images.seed"), seed === undefined ? "" : html`${String(seed)} <button type="button" class="icon tiny" aria-label=${t("copy")} @click=${() => copy(String(seed))}>${icon("copy")}</button>`],
    [t("images.date"), dateTime(image.created_at, { dateStyle: "medium", timeStyle: "short" })],
    [t("images.confidence"), typeof task?.confidence === "number" ? number(task.confidence, { style: "percent" }) : ""],
  ].filter(([, value]) => value);
  const more = Object.entries(params).filter(([, value]) => value !== null && value !== "");
  return html`
    <details class="picture-details" open>
      <summary>${t("images.details")}</summary>
      <dl>
        ${rows.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}
        ${more.map(([name, value]) => html`<div><dt>${known(`images.field.${name}`, name.replaceAll("_", " "))}</dt><dd>${shown(name, value)}</dd></div>`)}
      </dl>
    </details>`;
}

/** The page's words for a parameter, where it has any. */
function known(key, otherwise) {
  const words = t(key);
  return words === key ? otherwise : words;
}

function shown(name, value) {
  if (name === "aspect_ratio" && /_\d+_\d+$/.test(value)) return ratioOf(value).label;
  if (typeof value === "number") return number(value);
  if (typeof value === "object") {
    return Object.entries(value).map(([part, one]) => `${known(`images.${name}.${part}`, part)} ${typeof one === "number" ? number(one) : String(one)}`).join(", ");
  }
  return known(`images.${name}.${value}`, String(value));
}

async function copy(text) {
  await navigator.clipboard.writeText(text);
  toast(t("copied"), { kind: "good" });
}
