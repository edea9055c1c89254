// State that views watch.

/**
 * Holds an object; whoever watches is told after a change.
 *
 * @template {object} T
 */
export class State {
  #value;
  #watchers = new Set();

  /** @param {T} value */
  constructor(value) {
    this.#value = Object.freeze({ ...value });
  }

  /** @returns {Readonly<T>} */
  get value() {
    return this.#value;
  }

  /** Changes some members. @param {Partial<T>} change */
  set(change) {
    const before = this.#value;
    if (Object.keys(change).every(key => Object.is(before[key], change[key]))) return;
    this.#value = Object.freeze({ ...before, ...change });
    for (const watcher of [...this.#watchers]) watcher(this.#value, before);
  }

  /**
   * @param {(value: T, before: T) => void} watcher
   * @returns {() => void} ends the watching
   */
  watch(watcher) {
    this.#watchers.add(watcher);
    return () => this.#watchers.delete(watcher);
  }
}
