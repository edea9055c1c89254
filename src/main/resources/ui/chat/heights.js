// How high the entries of a long list are: measured where they were shown, guessed where not.
const GUESS = 120;

export class Heights {
  #known = new Map();

  /** @returns {boolean} whether that is another height than before */
  measure(key, height) {
    if (Math.abs((this.#known.get(key) ?? -1) - height) < .5) return false;
    this.#known.set(key, height);
    return true;
  }

  /** The height that was measured, if it was. */
  measured(key) {
    return this.#known.get(key);
  }

  of(item) {
    return this.#known.get(item.key) ?? item.guess ?? GUESS;
  }

  /**
   * Which entries lie between two heights.
   *
   * @returns {{ from: number, to: number, before: number, after: number }} `to` is behind the last; before and after are
   *   the heights of what is left out
   */
  range(items, top, bottom) {
    let at = 0;
    let from = 0;
    while (from < items.length && at + this.of(items[from]) < top) at += this.of(items[from++]);
    const before = at;
    let to = from;
    while (to < items.length && at < bottom) at += this.of(items[to++]);
    let after = 0;
    for (let index = to; index < items.length; index++) after += this.of(items[index]);
    return { from, to, before, after };
  }
}
