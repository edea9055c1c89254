// Maths in Markdown: $…$, $$…$$, \(…\), \[…\]. It stays text until Temml, which is loaded when the first formula is met,
// makes MathML of it.
import DOMPurify from "../lib/dompurify.js";
import { loadScript } from "./script.js";

const LONGEST = 5000;
const MOST_LINES = 200;
/** More formulas than this in one text stay as they were written. */
const MOST_SHOWN = 400;

/** A plug-in for markdown-it. */
export function maths(markdown) {
  markdown.inline.ruler.before("escape", "maths", inline);
  markdown.block.ruler.before("fence", "maths", block, { alt: ["paragraph", "reference", "blockquote", "list"] });
  const write = (tokens, index) => formula(markdown.utils.escapeHtml(tokens[index].content), tokens[index].markup);
  markdown.renderer.rules.maths = write;
}

function formula(tex, display) {
  const tag = display === "block" ? "div" : "span";
  return `<${tag} class="maths ${display}" data-keep="${display}:${tex}" data-tex="${tex}">${tex}</${tag}>`;
}

const PAIRS = [["$$", "$$", "display"], ["$", "$", "inline"], ["\\(", "\\)", "inline"], ["\\[", "\\]", "display"]];

function inline(state, silent) {
  for (const [open, close, display] of PAIRS) {
    if (!state.src.startsWith(open, state.pos)) continue;
    const from = state.pos + open.length;
    const to = endOf(state, from, close);
    if (to < 0) continue;
    const tex = state.src.slice(from, to);
    if (!isFormula(tex, open, state.src[to + 1])) continue;
    if (!silent) add(state, tex, display);
    state.pos = to + close.length;
    return true;
  }
  return false;
}

function add(state, tex, markup) {
  const token = state.push("maths", "", 0);
  token.content = tex.trim();
  token.markup = markup;
  return token;
}

/** Where a formula ends, or -1. What was found last is remembered: many openings without an end cost no more than one. */
function endOf(state, from, close) {
  state.closings ??= {};
  const known = state.closings[close];
  if (known && known.from <= from && (known.at < 0 || known.at >= from)) return within(known.at, from, state);
  let at = from - 1;
  do {
    at = state.src.indexOf(close, at + 1);
  } while (at > 0 && isEscaped(state.src, at));
  state.closings[close] = { from, at };
  return within(at, from, state);
}

const within = (at, from, state) => at >= 0 && at < state.posMax && at - from <= LONGEST ? at : -1;

function isEscaped(source, at) {
  let slashes = 0;
  while (source[at - 1 - slashes] === "\\") slashes++;
  return slashes % 2 === 1;
}

/** Amounts of money, and brackets that Markdown escapes, are no formulas. */
function isFormula(tex, open, after) {
  if (!tex.trim()) return false;
  if (open === "$") return !/^\s|\s$|\n\s*\n/.test(tex) && !/\d/.test(after ?? "") && !tex.includes("$");
  if (open === "$$") return true;
  const words = tex.replace(/\\(?:text|mathrm|operatorname|mbox)\{[^}]*\}|\\[a-zA-Z]+/g, "");
  return !/[a-zA-Z]{3}/.test(words) && (/[\\^_={}<>+*/]/.test(tex) || /^\s*[a-zA-Z]\s*$/.test(tex));
}

function block(state, startLine, endLine, silent) {
  const start = state.bMarks[startLine] + state.tShift[startLine];
  const first = state.src.slice(start, state.eMarks[startLine]);
  const open = first.startsWith("$$") ? "$$" : first.startsWith("\\[") ? "\\[" : null;
  if (!open || state.sCount[startLine] - state.blkIndent >= 4) return false;
  const close = open === "$$" ? "$$" : "\\]";
  const lines = [];
  for (let line = startLine; line < Math.min(endLine, startLine + MOST_LINES); line++) {
    if (line > startLine && state.sCount[line] < state.blkIndent) return false;
    const text = state.src.slice(state.bMarks[line] + state.tShift[line], state.eMarks[line]).trimEnd();
    const rest = line === startLine ? text.slice(2) : text;
    if (rest.endsWith(close)) {
      lines.push(rest.slice(0, -2));
      if (silent) return true;
      const tex = lines.join("\n");
      if (!tex.trim() || tex.length > LONGEST) return false;
      const token = add(state, tex, "block");
      token.block = true;
      token.map = [startLine, line + 1];
      state.line = line + 1;
      return true;
    }
    if (rest.includes(close)) return false;
    lines.push(rest);
  }
  return false;
}

const STYLES = new Set([
  "color", "background-color", "font-size", "font-style", "font-weight", "font-family", "text-align", "vertical-align", "width", "height", "min-width",
  "max-width", "padding", "padding-left", "padding-right", "padding-top", "padding-bottom", "margin", "margin-left", "margin-right", "margin-top",
  "margin-bottom", "border", "border-left", "border-right", "border-top", "border-bottom", "display", "math-depth", "math-style", "letter-spacing",
  "text-decoration", "line-height", "white-space", "float",
]);

/** Makes MathML of the formulas below an element. */
export async function showMaths(root) {
  const waiting = [...root.querySelectorAll(".maths:not([data-done])")];
  waiting.splice(Math.max(0, MOST_SHOWN - root.querySelectorAll(".maths[data-done]").length));
  if (!waiting.length) return;
  await loadScript("vendor/temml/temml.min.js");
  for (const element of waiting) {
    if (element.dataset.done) continue;
    element.dataset.done = "yes";
    show(element);
  }
}

function show(element) {
  const tex = element.dataset.tex;
  let source;
  try {
    source = window.temml.renderToString(tex, {
      displayMode: !element.classList.contains("inline"), throwOnError: true, trust: false, maxExpand: 200, maxSize: [20, 50], annotate: false,
    });
  } catch {
    element.classList.add("wrong");
    return;
  }
  // A style attribute is forbidden by the page's policy; what it says is set in another way, once the element is there.
  const made = DOMPurify.sanitize(source.replaceAll(" style=\"", " data-style=\""), {
    USE_PROFILES: { mathMl: true }, RETURN_DOM_FRAGMENT: true, FORBID_TAGS: ["img", "a", "style"], FORBID_ATTR: ["href", "src", "style"],
  });
  for (const styled of made.querySelectorAll("[data-style]")) {
    for (const declaration of styled.dataset.style.split(";")) {
      const [name, value] = declaration.split(/:(.*)/).map(part => part?.trim());
      if (value && STYLES.has(name) && !/url|\(.*\(|expression/i.test(value)) styled.style.setProperty(name, value);
    }
    styled.removeAttribute("data-style");
  }
  made.querySelector("math")?.setAttribute("aria-label", tex);
  element.replaceChildren(made);
}
