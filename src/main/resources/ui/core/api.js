// How the page speaks to the server: JSON, uploads, server-sent events, and pictures that need the token.
import { State } from "./state.js";

const TOKEN = "parley.token";

/** Whether the server wants a token, and whether it can be reached. */
export const connection = new State({ online: true, tokenWanted: false });

/** An answer that is an error. */
export class ApiError extends Error {
  /**
   * @param {number} status 0 if the server could not be reached
   * @param {string} sentence for a person
   * @param {number | null} retryAfter seconds
   * @param {Headers | null} headers of the answer
   */
  constructor(status, sentence, retryAfter = null, headers = null) {
    super(sentence);
    this.status = status;
    this.retryAfter = retryAfter;
    this.headers = headers;
  }
}

export const token = {
  get: () => localStorage.getItem(TOKEN) ?? "",
  set(value) {
    if (value) localStorage.setItem(TOKEN, value);
    else localStorage.removeItem(TOKEN);
    signedIn.splice(0).forEach(go => go());
    connection.set({ tokenWanted: false });
  },
};

const signedIn = [];

/** Waits until somebody has given a token. */
function awaitToken() {
  return new Promise(resolve => {
    signedIn.push(resolve);
    connection.set({ tokenWanted: true });
  });
}

function headersOf(body, more) {
  const headers = new Headers(more);
  if (token.get()) headers.set("Authorization", `Bearer ${token.get()}`);
  if (body !== undefined && !(body instanceof FormData)) headers.set("Content-Type", "application/json");
  return headers;
}

/** The sentence of an error body, whatever the contract's form. */
export function sentenceOf(body, status) {
  const found = body?.detail ?? body?.error?.message ?? body?.error ?? body?.message;
  return typeof found === "string" && found ? found : `The server answered ${status}.`;
}

async function problemOf(response) {
  const body = await response.json().catch(() => null);
  const retryAfter = Number(response.headers.get("Retry-After")) || null;
  return new ApiError(response.status, sentenceOf(body, response.status), retryAfter, response.headers);
}

/**
 * Sends a request, and asks for a token where one is needed.
 *
 * @throws {ApiError}
 * @returns {Promise<Response>} one that is ok
 */
export async function request(method, path, { body, headers, signal, keepalive } = {}) {
  for (;;) {
    let response;
    try {
      response = await fetch(path, {
        method,
        headers: headersOf(body, headers),
        body: body === undefined || body instanceof FormData ? body : JSON.stringify(body),
        signal,
        keepalive,
      });
    } catch (failure) {
      if (failure.name === "AbortError") throw failure;
      connection.set({ online: false });
      throw new ApiError(0, "The server cannot be reached.");
    }
    connection.set({ online: true });
    if (response.ok) return response;
    if (response.status !== 401) throw await problemOf(response);
    await awaitToken();
  }
}

async function json(method, path, options) {
  const response = await request(method, path, options);
  return response.status === 204 ? null : response.json();
}

export const get = (path, options) => json("GET", path, options);
export const post = (path, body = {}, options) => json("POST", path, { ...options, body });
export const put = (path, body, options) => json("PUT", path, { ...options, body });
export const patch = (path, body, options) => json("PATCH", path, { ...options, body });
export const remove = (path, options) => json("DELETE", path, options);

/** Adds a query, leaving out what has no value. */
export function withQuery(path, query) {
  const given = Object.entries(query).filter(([, value]) => value !== undefined && value !== null && value !== "");
  return given.length ? `${path}?${new URLSearchParams(given)}` : path;
}

/**
 * Sends a form with files.
 *
 * @param {(share: number) => void} onProgress from 0 to 1
 */
export function upload(path, form, { onProgress, signal } = {}) {
  return new Promise((resolve, reject) => {
    const call = new XMLHttpRequest();
    call.open("POST", path);
    if (token.get()) call.setRequestHeader("Authorization", `Bearer ${token.get()}`);
    call.responseType = "json";
    call.upload.onprogress = event => event.lengthComputable && onProgress?.(event.loaded / event.total);
    call.onload = async () => {
      if (call.status < 300) return resolve(call.response);
      if (call.status === 401) {
        await awaitToken();
        return upload(path, form, { onProgress, signal }).then(resolve, reject);
      }
      const retryAfter = Number(call.getResponseHeader("Retry-After")) || null;
      return reject(new ApiError(call.status, sentenceOf(call.response, call.status), retryAfter));
    };
    call.onerror = () => reject(new ApiError(0, "The server cannot be reached."));
    call.onabort = () => reject(new DOMException("The upload was ended.", "AbortError"));
    signal?.addEventListener("abort", () => call.abort());
    call.send(form);
  });
}

/**
 * Reads server-sent events, data parsed as JSON.
 *
 * @returns {AsyncGenerator<{name: string, id: number, data: any}>}
 */
export async function* stream(method, path, { body, headers, signal } = {}) {
  const response = await request(method, path, {
    body, signal, headers: { Accept: "text/event-stream", ...headers },
  });
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = "";
  for (;;) {
    const { value, done } = await reader.read();
    if (done) return;
    const blocks = (rest + value).split("\n\n");
    rest = blocks.pop();
    for (const block of blocks) {
      const event = eventOf(block);
      if (event) yield event;
    }
  }
}

function eventOf(block) {
  let name = "message";
  let id = 0;
  const data = [];
  for (const line of block.split("\n")) {
    if (line.startsWith("event: ")) name = line.slice(7);
    else if (line.startsWith("id: ")) id = Number(line.slice(4));
    else if (line.startsWith("data: ")) data.push(line.slice(6));
  }
  return data.length ? { name, id, data: JSON.parse(data.join("\n")) } : null;
}

/** Saves what a route sends as a file. */
export async function download(path, filename) {
  const response = await request("GET", path);
  saveBlob(await response.blob(), filename ?? nameOf(response) ?? "download");
}

/** Saves a blob as a file. */
export function saveBlob(blob, filename) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = filename;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

function nameOf(response) {
  const disposition = response.headers.get("Content-Disposition") ?? "";
  const encoded = /filename\*=UTF-8''([^;]+)/i.exec(disposition)?.[1];
  return encoded ? decodeURIComponent(encoded) : /filename="([^"]*)"/i.exec(disposition)?.[1];
}
