// What the server's engines can do.
import { get } from "../core/api.js";
import { State } from "../core/state.js";

export const features = new State({ list: Object.freeze([]), ratios: Object.freeze(["square_1_1"]) });

let loading = null;

export function loadFeatures() {
  loading ??= get("/v1/features")
    .then(found => features.set({ list: Object.freeze(found.features), ratios: Object.freeze(found.aspect_ratios) }))
    .catch(() => { loading = null; });
  return loading;
}

/** `widescreen_16_9` as `{ name, width, height }`. */
export function ratioOf(name) {
  const [, width, height] = /_(\d+)_(\d+)$/.exec(name) ?? [null, "1", "1"];
  return { name, width: Number(width), height: Number(height), label: `${width}:${height}`, share: width / height };
}

/** The engines and models that a request may name, as `engine` or `engine/model`. */
export function enginesOf(feature) {
  const found = features.value.list.find(one => one.feature === feature);
  return (found?.engines ?? []).flatMap(engine => [engine.name, ...engine.models.map(model => `${engine.name}/${model}`)]);
}

/** The fields of a request for a chosen `engine/model`. */
export function engineFields(chosen) {
  if (!chosen) return {};
  const [engine, ...model] = chosen.split("/");
  return { engine, model: model.join("/") };
}
