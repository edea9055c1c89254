const loading = new Map();
const own = address => {
  const url = new URL(address, location.href);
  if (url.origin !== location.origin) throw new TypeError(`${url.href} is no script of this server.`);
  return url.href;
};
// The page's policy lets scripts be named only by this rule.
const addresses = window.trustedTypes?.createPolicy("parley", { createScriptURL: own }) ?? { createScriptURL: own };

/**
 * Loads a classic script of this server once: libraries that set a global instead of exporting.
 *
 * @param {string} path seen from the folder of the page's modules
 */
export function loadScript(path) {
  let found = loading.get(path);
  if (!found) {
    found = new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.src = addresses.createScriptURL(new URL(`../${path}`, import.meta.url).href);
      script.onload = () => resolve();
      script.onerror = () => {
        loading.delete(path);
        script.remove();
        reject(new Error(`${path} could not be loaded.`));
      };
      document.head.append(script);
    });
    loading.set(path, found);
  }
  return found;
}
