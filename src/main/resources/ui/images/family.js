// What a picture was made of, and what was made of it: a small tree.
import { html, nothing } from "../core/html.js";
import { t } from "../core/i18n.js";
import { thumbnailOf, wordsOf } from "./gallery.js";

/** The pictures as a forest: each below the first of its parents that is there. */
export function forestOf(images) {
  const nodes = new Map(images.map(image => [image.id, { image, children: [], also: 0 }]));
  const roots = [];
  for (const node of nodes.values()) {
    const parents = node.image.parent_ids.filter(id => nodes.has(id) && id !== node.image.id);
    node.also = Math.max(0, parents.length - 1);
    if (parents.length) nodes.get(parents[0]).children.push(node);
    else roots.push(node);
  }
  return roots;
}

export function familyTree(images, currentId) {
  if (images.length < 2) return nothing;
  return html`
    <section class="family" aria-labelledby="family-name">
      <h2 id="family-name">${t("images.family")}</h2>
      <div class="scroll-x" tabindex="0"><ul class="tree">${forestOf(images).map(node => branch(node, currentId))}</ul></div>
    </section>`;
}

function branch({ image, children, also }, currentId) {
  const what = t(`images.one.${image.intent}`);
  return html`
    <li>
      <a href="/images/${image.id}" aria-current=${image.id === currentId ? "true" : nothing} title=${wordsOf(image)}>
        <own-picture class="checker" src=${thumbnailOf(image)} alt=${image.prompt ?? ""}></own-picture>
        <small>${what}${also ? ` +${also}` : ""}</small>
      </a>
      ${children.length ? html`<ul>${children.map(child => branch(child, currentId))}</ul>` : nothing}
    </li>`;
}
