// Markdown of models and documents, as elements that cannot run, fetch or leave the page: markdown-it without raw HTML,
// then DOMPurify with a short list of what may be there at all.
import DOMPurify from "../lib/dompurify.js";
import markdownit from "../lib/markdown-it.js";
import { t } from "./i18n.js";
import { footnotes } from "./markdown-footnotes.js";
import { maths } from "./markdown-maths.js";

const ALLOWED = {
  ALLOWED_TAGS: [
    "p", "br", "hr", "h3", "h4", "h5", "h6", "ul", "ol", "li", "blockquote", "pre", "code", "em", "strong", "s", "a", "table", "thead", "tbody",
    "tr", "th", "td", "sup", "span", "div", "section", "figure", "figcaption", "button", "small",
  ],
  ALLOWED_ATTR: ["href", "title", "start", "class", "dir", "tabindex", "role", "aria-label", "aria-pressed", "type", "target", "rel"],
  ALLOW_ARIA_ATTR: false,
  // What is no address is not judged as one.
  ADD_URI_SAFE_ATTR: ["start", "dir", "tabindex", "type", "target", "rel", "aria-label", "aria-pressed"],
  ALLOWED_URI_REGEXP: /^(?:https?:|mailto:|\/(?!\/)|#)/i,
  RETURN_DOM_FRAGMENT: true,
};

/** Pictures that this server keeps. Their address may name another of its hosts: the path decides, and is asked of here. */
const OWN_PICTURES = [
  /^\/v1\/gallery\/[\w-]+\/(?:file|thumbnail)$/, /^\/api\/charts\/[\w.-]+$/, /^\/api\/sessions\/\d+\/messages\/\d+\/image$/,
  /^\/api\/download\/\d+$/,
];
const RASTER = /^data:image\/(?:png|jpe?g|gif|webp|avif);base64,[a-z\d+/=\s]+$/i;

// Deep nesting is cut off: it says nothing more to a reader, and costs the browser more with every level.
const markdown = markdownit({ html: false, linkify: true, maxNesting: 40 });
markdown.linkify.set({ fuzzyLink: false, fuzzyEmail: false, fuzzyIP: false });
markdown.use(maths).use(footnotes);
const { escapeHtml } = markdown.utils;
const validImage = markdown.validateLink;
markdown.validateLink = address => /^(?:https?:|mailto:|\/|#)/i.test(address.trim()) || (RASTER.test(address) && validImage(address));

/** The path of a picture of this server, or null. */
export function ownPicture(address) {
  try {
    const url = new URL(address, location.href);
    return /^https?:$/.test(url.protocol) && OWN_PICTURES.some(pattern => pattern.test(url.pathname)) ? url.pathname : null;
  } catch {
    return null;
  }
}

const rules = markdown.renderer.rules;

rules.link_open = (tokens, index) => {
  const href = tokens[index].attrGet("href") ?? "";
  const title = tokens[index].attrGet("title");
  const inside = href.startsWith("#") || /^\/(?!\/)/.test(href);
  return `<a href="${escapeHtml(href)}"${title ? ` title="${escapeHtml(title)}"` : ""}`
    + `${inside ? "" : ` target="_blank" rel="noopener noreferrer nofollow"`}>`;
};

rules.image = (tokens, index, options, env, self) => {
  const address = tokens[index].attrGet("src") ?? "";
  const words = self.renderInlineAsText(tokens[index].children ?? [], options, env);
  const own = ownPicture(address);
  if (own || RASTER.test(address)) {
    return `<span class="picture" data-keep="${escapeHtml(own ?? address)}" data-src="${escapeHtml(own ?? address)}" data-alt="${escapeHtml(words)}"></span>`;
  }
  if (!/^https?:/i.test(address)) return escapeHtml(words);
  const host = URL.canParse(address) ? new URL(address).host : address;
  return `<span class="foreign"><a href="${escapeHtml(address)}" target="_blank" rel="noopener noreferrer nofollow">`
    + `${escapeHtml(words || address)}</a> <small>${escapeHtml(t("prose.foreign", { host }))}</small></span>`;
};

rules.fence = (tokens, index) => codeBlock(tokens[index].content, tokens[index].info.trim().split(/\s+/)[0] ?? "");
rules.code_block = (tokens, index) => codeBlock(tokens[index].content, "");

function codeBlock(content, language) {
  const name = /^[\w+#.-]{1,30}$/.test(language) ? language : "";
  const button = (does, more = "") => `<button type="button" class="quiet small" data-does="${does}"${more}>${escapeHtml(t(`prose.${does}`))}</button>`;
  return `<figure class="code" data-language="${escapeHtml(name)}"><figcaption><span>${escapeHtml(name || t("prose.code"))}</span>`
    + `${button("wrap", " aria-pressed=\"false\"")}${button("copy")}</figcaption>`
    + `<pre tabindex="0" dir="ltr"><code>${escapeHtml(content.replace(/\n$/, ""))}</code></pre></figure>`;
}

rules.table_open = () => `<div class="table" tabindex="0" role="region" aria-label="${escapeHtml(t("prose.table"))}"><table dir="auto">`;
rules.table_close = () => "</table></div>";
for (const cell of ["th", "td"]) {
  // The alignment as a class: a style attribute is forbidden by the page's policy.
  rules[`${cell}_open`] = (tokens, index) => {
    const side = /text-align:(\w+)/.exec(tokens[index].attrGet("style") ?? "")?.[1];
    return side ? `<${cell} class="to-${side}">` : `<${cell}>`;
  };
}
// The page's own headings come first.
rules.heading_open = (tokens, index) => `<h${level(tokens[index])} dir="auto">`;
rules.heading_close = (tokens, index) => `</h${level(tokens[index])}>`;
const level = token => Math.min(6, Number(token.tag.slice(1)) + 2);
for (const block of ["paragraph", "blockquote", "bullet_list", "ordered_list"]) {
  rules[`${block}_open`] = (tokens, index, options, env, self) => {
    if (tokens[index].hidden) return "";
    tokens[index].attrSet("dir", "auto");
    return self.renderToken(tokens, index, options);
  };
}

/**
 * The blocks of a text, in order.
 *
 * @param {object} env what footnotes and references are kept in; the same for all parts of one text
 * @returns {Array<{ tokens: object[], from: number, to: number }>} from and to are lines
 */
export function blocksOf(text, env) {
  const blocks = [];
  let depth = 0;
  for (const token of markdown.parse(text, env)) {
    if (depth === 0) blocks.push({ tokens: [], from: token.map?.[0] ?? 0, to: token.map?.[1] ?? 0 });
    blocks.at(-1).tokens.push(token);
    depth += token.nesting;
  }
  return blocks;
}

/** A block as elements, safe to insert. */
export function renderBlock(block, env) {
  return clean(markdown.renderer.render(block.tokens, markdown.options, env));
}

/** A whole text as elements, safe to insert. */
export function renderMarkdown(text) {
  return clean(markdown.render(text));
}

function clean(source) {
  return DOMPurify.sanitize(source, ALLOWED);
}

/** The inline Markdown of a note. */
export function renderInline(text, env) {
  return clean(markdown.renderInline(text, env));
}

/** What a highlighter wrote, as elements. */
export function onlySpans(source) {
  return DOMPurify.sanitize(source, { ALLOWED_TAGS: ["span"], ALLOWED_ATTR: ["class"], RETURN_DOM_FRAGMENT: true });
}

/** The words of a Markdown text, without its marks: for snippets, titles and what is read aloud. */
export function plainText(text) {
  return text
    .replace(/```[^\n]*\n?|~~~[^\n]*\n?/g, " ")
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, "$1")
    .replace(/^\s{0,3}(?:#{1,6}|>|[-*+]|\d+[.)])\s+/gm, "")
    .replace(/(\*\*|__|~~|`)/g, "")
    .replace(/\\([\\`*_{}[\]()#+\-.!|])/g, "$1")
    .replace(/\s+/g, " ")
    .trim();
}
