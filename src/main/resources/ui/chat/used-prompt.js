// A prompt that somebody chose in the place of prompts, to be used here.
import { get } from "../core/api.js";

const CHOSEN = "parley.prompt-to-use";

/** The prompt with the values that were given, once. */
export async function promptToUse() {
  const chosen = sessionStorage.getItem(CHOSEN);
  if (!chosen) return null;
  sessionStorage.removeItem(CHOSEN);
  const { id, values } = JSON.parse(chosen);
  return { prompt: await get(`/v1/prompts/${id}`), values };
}
