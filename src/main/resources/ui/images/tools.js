// The features as tools on a picture: what each can be told.
import { t } from "../core/i18n.js";

const PAINTED = [
  "oil", "watercolour", "pencil", "charcoal", "ink", "halftone", "low_poly", "mosaic", "pointillism", "cartoon", "pixel_art", "sepia", "vintage", "pop_art",
];
const FLAVOURS = ["faithful", "gen_z", "psychedelia", "detaily", "clear", "donotstyle", "donotstyle_sharp"];
const LIGHTS = ["standard", "darker_but_realistic", "clean", "smooth", "brighter", "contrasted_n_hdr", "just_composition"];

const choice = (name, values, usual, more = {}) => ({ kind: "choice", name, values, usual, ...more });
const list = (name, values, usual, more = {}) => ({ kind: "list", name, values, usual, ...more });
const percent = (name, usual, more = {}) => ({ kind: "range", name, least: 0, most: 100, usual, ...more });
const words = (name, more = {}) => ({ kind: "words", name, usual: "", ...more });
const picture = (name, more = {}) => ({ kind: "picture", name, usual: null, ...more });

/**
 * `fields`: in the order of the form. `when` says whether a field means something, with what is chosen so far.
 * `lacks` says in words what is still to be chosen, or nothing.
 */
export const TOOLS = [
  {
    feature: "upscale", intent: "upscale", icon: "expand",
    fields: [
      choice("scale_factor", [2, 4, 8, 16], 2, { words: value => `${value}×` }),
      percent("sharpen", 0), percent("creativity", 0),
    ],
  },
  {
    feature: "remove-background", intent: "remove_background", icon: "scissors",
    fields: [
      choice("background", ["transparent", "blur", "colour", "image"], "transparent"),
      { kind: "colour", name: "colour", usual: "#f4efe6", when: chosen => chosen.background === "colour" },
      picture("background_image", { when: chosen => chosen.background === "image" }),
    ],
    lacks: chosen => (chosen.background === "image" && !chosen.background_image ? t("images.lacks.background") : ""),
    send: ({ background, colour, background_image: image }) => ({ background: background === "colour" ? colour : background, background_image: image }),
  },
  {
    feature: "relight", intent: "relight", icon: "sun",
    fields: [
      choice("by", ["hand", "words", "picture"], "hand"),
      { kind: "light", name: "light", usual: { azimuth: 135, elevation: 40, kelvin: 5500, intensity: 1, softness: 0.5 }, when: chosen => chosen.by === "hand" },
      words("prompt", { when: chosen => chosen.by === "words" }),
      picture("reference_image", { when: chosen => chosen.by === "picture" }),
      percent("strength", 100), list("style", LIGHTS, "standard"),
    ],
    lacks: chosen => (chosen.by === "words" && !chosen.prompt.trim() ? t("images.lacks.light")
      : chosen.by === "picture" && !chosen.reference_image ? t("images.lacks.reference") : ""),
    send: ({ by, light, prompt, reference_image: image, strength, style }) => ({
      light: by === "hand" ? JSON.stringify(light) : "", prompt: by === "words" ? prompt : "", reference_image: by === "picture" ? image : null, strength, style,
    }),
  },
  {
    feature: "style-transfer", intent: "style_transfer", icon: "brush",
    fields: [
      choice("by", ["painted", "picture"], "painted"),
      { kind: "chips", name: "engine_style", values: PAINTED, usual: "oil", when: chosen => chosen.by === "painted" },
      picture("reference_image", { when: chosen => chosen.by === "picture" }),
      percent("style_strength", 100), percent("structure_strength", 50),
      list("flavor", FLAVOURS, "faithful", { when: chosen => chosen.by === "picture" }),
    ],
    lacks: chosen => (chosen.by === "picture" && !chosen.reference_image ? t("images.lacks.style") : ""),
    send: ({ by, engine_style: style, reference_image: image, flavor, ...strengths }) => (by === "painted"
      ? { engine_style: style, ...strengths } : { reference_image: image, flavor, ...strengths }),
  },
  {
    feature: "reimagine", intent: "reimagine", icon: "wand",
    fields: [
      choice("imagination", ["subtle", "vivid", "wild"], "vivid"), words("prompt"),
      choice("num_images", [1, 2, 3, 4], 1, { words: String }),
    ],
  },
  {
    feature: "image-expand", intent: "image_expand", icon: "frame",
    fields: [{ kind: "frame", name: "frame", usual: { left: 0, right: 0, top: 0, bottom: 0 } }, words("prompt")],
    lacks: ({ frame }) => (Object.values(frame).some(Boolean) ? "" : t("images.lacks.frame")),
    send: ({ frame, prompt }) => ({ ...frame, prompt }),
  },
];

/** What a tool begins with. */
export const usualOf = tool => Object.fromEntries(tool.fields.map(field => [field.name, field.usual]));

/** The fields of the request. */
export const sentBy = (tool, chosen) => (tool.send ? tool.send(chosen) : chosen);
