import chat from "./chat.js";
import core from "./core.js";
import data from "./data.js";
import images from "./images.js";
import prompts from "./prompts.js";
import settings from "./settings.js";

export default { ...core, ...chat, ...data, ...images, ...prompts, ...settings };
