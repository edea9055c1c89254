// The icons: strokes on a grid of 24, in the colour of the text around them.
import { html, svg } from "./html.js";

const PATHS = {
  chat: "M4 5.5A1.5 1.5 0 0 1 5.5 4h13A1.5 1.5 0 0 1 20 5.5v9a1.5 1.5 0 0 1-1.5 1.5H11l-5 4v-4h-.5A1.5 1.5 0 0 1 4 14.5z",
  data: "M4 20V4M4 20h16M8 15l3-4 3 2 5-7",
  images: "M4 6.5A1.5 1.5 0 0 1 5.5 5h13A1.5 1.5 0 0 1 20 6.5v11a1.5 1.5 0 0 1-1.5 1.5h-13A1.5 1.5 0 0 1 4 17.5zM4 16l4.5-4.5 4 4 2.5-2.5 5 5M15.5 9.5h.01",
  prompts: "M6 4h9l4 4v12H6zM14 4v5h5M9 13h7M9 16.5h5",
  settings: "M4 7h9M17 7h3M4 17h3M11 17h9M13 4.5v5M17 4.5v5H13v-5zM7 14.5v5M11 14.5v5H7v-5z",
  plus: "M12 5v14M5 12h14",
  close: "M6 6l12 12M18 6L6 18",
  check: "M5 12.5l4.5 4.5L19 7",
  menu: "M4 7h16M4 12h16M4 17h16",
  more: "M6 12h.01M12 12h.01M18 12h.01",
  search: "M10.5 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13zM20 20l-4.8-4.8",
  send: "M12 19V5M6 11l6-6 6 6",
  stop: "M7 7h10v10H7z",
  retry: "M19 12a7 7 0 1 1-2.2-5.1M19 4v4h-4",
  play: "M8 5.5v13l10-6.5z",
  copy: "M9 9h10v10H9zM15 9V5H5v10h4",
  edit: "M5 19h3.5L19 8.5 15.5 5 5 15.5z",
  branch: "M7 5v14M7 13c0-4 10-2 10-7M17 6h.01M7 5h.01M7 19h.01",
  pin: "M9 4h6l-1 6 3 3H7l3-3zM12 13v7",
  trash: "M5 7h14M9.5 7V4.5h5V7M7 7l1 12.5h8L17 7M10.5 10.5v5.5M13.5 10.5v5.5",
  download: "M12 4v11M7.5 11l4.5 4.5 4.5-4.5M5 19.5h14",
  upload: "M12 16V5M7.5 9L12 4.5 16.5 9M5 19.5h14",
  attach: "M18.5 11.5l-6.7 6.7a4 4 0 0 1-5.7-5.7l7-7a2.7 2.7 0 0 1 3.8 3.8l-6.8 6.8a1.3 1.3 0 0 1-1.9-1.9l6.2-6.2",
  file: "M6.5 3.5h7.5l4 4v13h-11.5zM13.5 3.5v4.5h4.5",
  table: "M4 5h16v14H4zM4 10h16M4 14.5h16M10 5v14",
  code: "M8.5 7L4 12l4.5 5M15.5 7l4.5 5-4.5 5",
  source: "M6 4.5h9.5A2.5 2.5 0 0 1 18 7v12.5H8A2 2 0 0 1 6 17.5zM6 17.5a2 2 0 0 1 2-2h10",
  clock: "M12 20a8 8 0 1 0 0-16 8 8 0 0 0 0 16zM12 8v4.5l3 2",
  warning: "M12 4.5L3.5 19h17zM12 10v4M12 16.5h.01",
  info: "M12 20a8 8 0 1 0 0-16 8 8 0 0 0 0 16zM12 11v5M12 8h.01",
  sun: "M12 16a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM12 3v2M12 19v2M3 12h2M19 12h2M5.6 5.6L7 7M17 17l1.4 1.4M5.6 18.4L7 17M17 7l1.4-1.4",
  moon: "M19 14.5A7.5 7.5 0 0 1 9.5 5a7.5 7.5 0 1 0 9.5 9.5z",
  screen: "M4 5h16v11H4zM9 20h6M12 16v4",
  key: "M14.5 13a4 4 0 1 0-3.7-2.5L4 17.3V20h3v-2h2v-2h2l1-1.1M15.5 8.5h.01",
  link: "M10 14a4 4 0 0 0 5.7 0l3-3A4 4 0 0 0 13 5.3l-1 1M14 10a4 4 0 0 0-5.7 0l-3 3A4 4 0 0 0 11 18.7l1-1",
  chevron: "M9 6l6 6-6 6",
  down: "M6 9l6 6 6-6",
  left: "M15 6l-6 6 6 6",
  spark: "M12 4l1.8 5.2L19 11l-5.2 1.8L12 18l-1.8-5.2L5 11l5.2-1.8zM18.5 16.5v3M17 18h3",
  expand: "M14 4h6v6M10 20H4v-6M20 4l-7 7M4 20l7-7",
  filter: "M4 6h16l-6 7.5V19l-4-2v-3.5z",
  lock: "M7 11h10v8.5H7zM9 11V8a3 3 0 0 1 6 0v3",
  brush: "M19.5 4.5l-8 9M11.5 13.5c-2-1.6-4.6-.4-4.8 2-.2 2-1 3-2.7 3.6 3.6 1.4 8.6.6 8.6-2.9 0-1.2-.4-2-1.1-2.7z",
  scissors: "M7.5 9.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5zM7.5 19.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5zM9.5 8.5L20 16M9.5 15.5L20 8",
  frame: "M8 8h8v8H8zM4 8V4h4M16 4h4v4M20 16v4h-4M8 20H4v-4",
  wand: "M5 19L15 9M17 7l-.5.5M17 3v2M21 7h-2M19.5 4.5L18.4 5.6M19.8 9.8l-1.1-1.1",
  compare: "M12 4v16M5 6h4.5v12H5zM14.5 6H19v12h-4.5z",
  globe: "M12 20a8 8 0 1 0 0-16 8 8 0 0 0 0 16zM4 12h16M12 4c-5 5-5 11 0 16M12 4c5 5 5 11 0 16",
};

/** An icon. It says nothing to a screen reader: the button around it has the name. */
export function icon(name) {
  return html`<svg class="icon-${name}" viewBox="0 0 24 24" width="18" height="18" fill="none" stroke="currentColor"
    stroke-width="1.7" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true">${svg`<path d=${PATHS[name]}/>`}</svg>`;
}
