// The templates of the page: everything in them is text unless a module says otherwise by name.
export { html, svg, render, nothing } from "../lib/lit-html/lit-html.js";
export { repeat } from "../lib/lit-html/directives/repeat.js";
export { classMap } from "../lib/lit-html/directives/class-map.js";
export { guard } from "../lib/lit-html/directives/guard.js";
export { keyed } from "../lib/lit-html/directives/keyed.js";
export { live } from "../lib/lit-html/directives/live.js";
export { ref, createRef } from "../lib/lit-html/directives/ref.js";
