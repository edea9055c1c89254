// The shapes of points, the same as in the server's pictures: each can be told from the others without colour.
import { html, svg } from "../../core/html.js";

function regular(corners, radius, turn, reversed = false) {
  return Array.from({ length: corners }, (_, i) => {
    const angle = 2 * Math.PI * (turn + (reversed ? -i : i) / corners);
    return [radius * Math.cos(angle), -radius * Math.sin(angle)];
  });
}

function star(points, outer, inner) {
  return Array.from({ length: 2 * points }, (_, i) => {
    const angle = 2 * Math.PI * (0.25 + i / (2 * points));
    const radius = i % 2 ? inner : outer;
    return [radius * Math.cos(angle), -radius * Math.sin(angle)];
  });
}

function plus(arm, half, turn = 0) {
  const corners = [[-half, -arm], [half, -arm], [half, -half], [arm, -half], [arm, half], [half, half], [half, arm], [-half, arm], [-half, half],
    [-arm, half], [-arm, -half], [-half, -half]];
  const [cos, sin] = [Math.cos(2 * Math.PI * turn), Math.sin(2 * Math.PI * turn)];
  return corners.map(([x, y]) => [x * cos - y * sin, x * sin + y * cos]);
}

/** Closed outlines for a radius of 1. */
const SHAPES = {
  normal: [regular(12, 1, 0)],
  "outside-limits": [regular(4, 1.3, 0.25)],
  range: [regular(3, 1.4, 0.25)],
  "near-limit": [regular(4, 1.27, 0.125)],
  run: [regular(24, 1.15, 0), regular(24, 0.55, 0, true)],
  trend: [star(5, 1.45, 0.6)],
  alternating: [plus(1.25, 0.42, 0.125)],
  "within-one-sigma": [plus(1.3, 0.42)],
  "beyond-one-sigma": [[[-1.1, -1.15], [1.1, -1.15], [-1.1, 1.15], [1.1, 1.15]]],
};

const short = value => Math.round(value * 100) / 100;

/** Many marks as one path, so that a thousand points are not a thousand elements. */
export function marksPath(shape, places, radius) {
  return places.map(([x, y]) => SHAPES[shape].map(outline =>
    `M${outline.map(([dx, dy]) => `${short(x + dx * radius)} ${short(y + dy * radius)}`).join("L")}Z`).join("")).join("");
}

/** A mark among words. */
export function markIcon(rule) {
  return html`<svg class="mark rule-${rule}" viewBox="-8 -8 16 16" width="14" height="14" aria-hidden="true">
    ${svg`<path d=${marksPath(rule, [[0, 0]], 5)}/>`}</svg>`;
}
