// What a message has beside its text: pictures, files, thoughts, tools, rows and charts.
import { html, nothing } from "../core/html.js";
import { icon } from "../core/icons.js";
import { number, t } from "../core/i18n.js";

const RASTER = /^image\/(?:png|jpe?g|gif|webp|avif)$/;

/** The pictures of a message, with what can be done with them. */
export function picturesOf(message, size, act) {
  const sent = (message.parts ?? []).filter(part => part.type === "image" && RASTER.test(part.media_type ?? ""))
    .map(part => ({ url: part.data.startsWith("data:") ? part.data : `data:${part.media_type};base64,${part.data}`, prompt: "" }));
  const pictures = message.images?.length ? message.images : sent;
  if (!pictures.length) return nothing;
  return html`<div class="pictures ${size}">${pictures.map(picture => html`
    <figure>
      <own-picture src=${size === "small" ? picture.thumbnail_url ?? picture.url : picture.url} alt=${picture.prompt ?? ""}
        width=${picture.width ?? nothing} height=${picture.height ?? nothing}
        .style=${picture.width ? `--ratio:${picture.width}/${picture.height};--wide:${picture.width}px` : ""}></own-picture>
      ${act ? html`<figcaption>
        ${picture.id ? html`<a class="button quiet small" href="/images/${picture.id}">${icon("images")} ${t("chat.openInGallery")}</a>` : nothing}
        <button type="button" class="quiet small" @click=${() => act("download", picture)}>${icon("download")} ${t("download")}</button>
      </figcaption>` : nothing}
    </figure>`)}</div>`;
}

/** The files that came with a message. */
export function attachedFiles(message) {
  if (!message.files?.length) return nothing;
  return html`<ul class="files">${message.files.map(file => html`<li class="chip">${icon("file")} <bdi>${file.filename ?? file.name}</bdi></li>`)}</ul>`;
}

/** What a model thought, and which tools it wanted. */
export function thoughtsOf(message, heard) {
  const reasoning = heard?.reasoning || (message.parts ?? []).filter(part => part.type === "reasoning").map(part => part.text).join("\n\n");
  const tools = heard?.tools.length ? heard.tools.filter(Boolean) : (message.parts ?? []).filter(part => part.type === "tool_call");
  return html`
    ${reasoning ? html`<details class="thoughts" ?open=${Boolean(heard && !heard.text)}>
      <summary>${icon("spark")} ${t("chat.thoughts")}</summary><div dir="auto">${reasoning}</div></details>` : nothing}
    ${tools.map(tool => html`<details class="thoughts"><summary>${icon("code")} ${t("chat.tool", { name: tool.name })}</summary>
      <pre>${tool.arguments}</pre></details>`)}`;
}

let answers = "none";

/** Rows and charts: through the data place's element, else in a simple form. */
export function dataOf(message, source) {
  if (!message.data) return nothing;
  if (answers === "none") {
    answers = "loading";
    import("../data/answer.js").then(() => { answers = "there"; document.dispatchEvent(new Event("data-answers")); }, () => { answers = "missing"; });
  }
  if (customElements.get("data-answer")) {
    return html`<data-answer .data=${message.data} .source=${source}></data-answer>`;
  }
  return plainData(message.data);
}

const MOST = 12;
const dark = matchMedia("(prefers-color-scheme: dark)");

function withTheme(url) {
  const chosen = document.documentElement.dataset.theme ?? (dark.matches ? "dark" : "light");
  return `${url}${url.includes("?") ? "&" : "?"}theme=${chosen}`;
}

/** A chart as a picture, and the first rows. */
export function plainData(data, most = MOST) {
  const rows = data.rows?.slice(0, most) ?? [];
  const chart = data.chart?.png_url;
  return html`
    ${chart ? html`<own-picture class="chart" src=${withTheme(chart)} alt=${data.chart.alt ?? data.chart.title ?? ""}></own-picture>` : nothing}
    ${rows.length && (!chart || most > MOST) ? html`<div class="scroll-x" tabindex="0" role="region" aria-label=${t("chat.rows")}><table class="plain">
      <thead><tr>${data.columns.map(column => html`<th class=${column.type}>${column.name}</th>`)}</tr></thead>
      <tbody>${rows.map(row => html`<tr>${row.map((cell, at) => html`<td class=${data.columns[at]?.type ?? ""}>${cell ?? "—"}</td>`)}</tr>`)}</tbody>
    </table></div>
    ${data.row_count > rows.length ? html`<p class="quietly">${t("chat.rowsOf", { shown: number(rows.length), all: number(data.row_count) })}</p>` : nothing}` : nothing}`;
}
