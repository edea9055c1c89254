// Makes one tree of elements like another, touching only what differs: what somebody has selected or scrolled stays so.

/**
 * Makes the children of `parent` from `first` on like those of `wanted`.
 *
 * @param {ChildNode | null} first the first child that may be changed
 */
export function morphChildren(parent, first, wanted) {
  let old = first;
  for (const fresh of [...wanted.childNodes]) {
    if (!old) {
      parent.append(fresh);
      continue;
    }
    const next = old.nextSibling;
    morph(old, fresh);
    old = next;
  }
  while (old) {
    const next = old.nextSibling;
    old.remove();
    old = next;
  }
}

function morph(old, fresh) {
  if (old.nodeType !== fresh.nodeType || old.nodeName !== fresh.nodeName) {
    old.replaceWith(fresh);
    return;
  }
  if (old.nodeType !== Node.ELEMENT_NODE) {
    if (old.data !== fresh.data) write(old, fresh.data);
    return;
  }
  // What was completed after it was inserted (a picture, a formula) names what it was made of.
  if (old.dataset.keep !== undefined || fresh.dataset.keep !== undefined) {
    if (old.dataset.keep !== fresh.dataset.keep) old.replaceWith(fresh);
    return;
  }
  for (const { name, value } of [...fresh.attributes]) {
    if (old.getAttribute(name) !== value && name !== "aria-pressed") old.setAttribute(name, value);
  }
  for (const { name } of [...old.attributes]) {
    if (!fresh.hasAttribute(name)) old.removeAttribute(name);
  }
  morphChildren(old, old.firstChild, fresh);
}

/** Text that only grew is appended to, so that a selection in it stays. */
function write(old, data) {
  if (data.startsWith(old.data)) old.appendData(data.slice(old.length));
  else old.data = data;
}
