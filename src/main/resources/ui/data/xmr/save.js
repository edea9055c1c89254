// A chart as a file: drawn by the server where it knows all that was chosen, else as it is shown here.
import { request, saveBlob } from "../../core/api.js";
import { t } from "../../core/i18n.js";
import { toastProblem } from "../../core/toast.js";
import { csvOf } from "../csv.js";
import { requestOf } from "./options.js";
import { numbersOf } from "./point-table.js";

const SVG = "http://www.w3.org/2000/svg";
const EDGE = 16;
const TITLE = 32;

/** What a style sheet can say of an element of a picture, and what needs no saying. */
const DRAWN = { opacity: "1", "paint-order": "normal" };
const STROKED = { stroke: "none", "stroke-width": "1px", "stroke-dasharray": "none", "stroke-linejoin": "miter" };
const WRITTEN = { "font-size": "", "font-weight": "400", "font-family": "", "text-anchor": "start", "dominant-baseline": "auto" };

export function saveMenu(view) {
  // The server has no switch for a single rule, and its axis is always fitted.
  const own = view.options.without.length > 0 || view.look.fromZero;
  const kinds = own ? [] : [
    { label: t("data.save.png"), icon: "images", run: () => fromServer(view, "main", "png") },
    { label: t("data.save.svg"), icon: "images", run: () => fromServer(view, "main", "svg") },
    { label: t("data.save.summary"), icon: "images", run: () => fromServer(view, "summary", "png") },
    "line",
  ];
  const drawn = view.look.shown === "chart";
  return [
    ...kinds,
    { label: t("data.save.shown-png"), icon: "screen", disabled: !drawn, run: () => asPng(view) },
    { label: t("data.save.shown-svg"), icon: "screen", disabled: !drawn, run: () => saveBlob(new Blob([standalone(view)], { type: "image/svg+xml" }), `${fileName(view)}.svg`) },
    "line",
    { label: t("data.save.numbers"), icon: "table", run: () => saveNumbers(view) },
  ];
}

const fileName = view => `xmr-${view.names.valueName.replace(/[^\p{L}\p{N}_-]+/gu, "-").slice(0, 60)}`;

const dark = () => getComputedStyle(document.documentElement).colorScheme === "dark"
  || (!document.documentElement.dataset.theme && matchMedia("(prefers-color-scheme: dark)").matches);

async function fromServer(view, picture, format) {
  try {
    const body = { ...requestOf(view.points, view.options, view.names), picture, format, theme: dark() ? "dark" : "light" };
    const response = await request("POST", "/api/xmr/chart", { body });
    saveBlob(await response.blob(), `${fileName(view)}${picture === "summary" ? "-summary" : ""}.${format}`);
  } catch (problem) {
    toastProblem(problem);
  }
}

function saveNumbers(view) {
  const { columns, rows } = numbersOf(view);
  saveBlob(new Blob([csvOf(columns, rows)], { type: "text/csv" }), `${fileName(view)}.csv`);
}

/** The picture as a file of its own: what the style sheets say is written into it. */
function standalone(view) {
  const shown = view.querySelector(".chart-plot > svg");
  const copy = shown.cloneNode(true);
  const originals = shown.querySelectorAll("*");
  copy.querySelectorAll("*").forEach((element, index) => write(element, getComputedStyle(originals[index])));
  copy.querySelectorAll(".cross, .ring, .stretch").forEach(element => element.remove());
  copy.querySelectorAll("[class]").forEach(element => element.removeAttribute("class"));
  const comments = document.createTreeWalker(copy, NodeFilter.SHOW_COMMENT);
  const found = [];
  while (comments.nextNode()) found.push(comments.currentNode);
  found.forEach(comment => comment.remove());
  addTitle(copy, shown, view.names.title);
  return new XMLSerializer().serializeToString(copy);
}

/** Some room around it, the page's ground, and what it is called. */
function addTitle(copy, shown, words) {
  const { width, height } = shown.getBoundingClientRect();
  const frame = { x: -EDGE, y: -EDGE - TITLE, width: width + 2 * EDGE, height: height + 2 * EDGE + TITLE };
  const make = (name, attributes) => {
    const element = document.createElementNS(SVG, name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    return element;
  };
  const style = getComputedStyle(document.body);
  const title = make("text", { x: 0, y: -TITLE / 2, fill: style.color, "font-size": 16, "font-weight": 600, "font-family": style.fontFamily });
  title.textContent = words;
  copy.prepend(make("rect", { ...frame, fill: style.backgroundColor }), title);
  copy.setAttribute("xmlns", SVG);
  copy.setAttribute("viewBox", Object.values(frame).join(" "));
  copy.setAttribute("width", frame.width);
  copy.setAttribute("height", frame.height);
  copy.removeAttribute("aria-hidden");
}

function write(element, style) {
  const text = element.localName === "text" || element.localName === "tspan";
  element.setAttribute("fill", style.fill);
  for (const [property, usual] of Object.entries({ ...DRAWN, ...(style.stroke === "none" ? {} : STROKED), ...(text ? WRITTEN : {}) })) {
    const value = style.getPropertyValue(property);
    // Without units, which not every program reads there.
    if (value && value !== usual) element.setAttribute(property, value.replace(/(?<=\d)px/g, ""));
  }
}

async function asPng(view) {
  const url = URL.createObjectURL(new Blob([standalone(view)], { type: "image/svg+xml" }));
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    const canvas = document.createElement("canvas");
    canvas.width = image.naturalWidth * 3;
    canvas.height = image.naturalHeight * 3;
    canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
    canvas.toBlob(blob => saveBlob(blob, `${fileName(view)}.png`), "image/png");
  } catch (problem) {
    toastProblem(problem);
  } finally {
    URL.revokeObjectURL(url);
  }
}
