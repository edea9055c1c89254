// How the page speaks to the server: JSON calls, and server-sent events over fetch.

const tokenKey = "parley.token";

function askForToken() {
  const dialog = document.getElementById("sign-in");
  dialog.showModal();
  return new Promise(resolve => dialog.addEventListener("close", () => {
    sessionStorage.setItem(tokenKey, document.getElementById("token").value.trim());
    resolve();
  }, { once: true }));
}

/** Sends a request; asks for a token where one is needed. Throws an Error with `status` for an error answer. */
export async function answer(method, path, body, headers = {}) {
  for (;;) {
    const token = sessionStorage.getItem(tokenKey);
    const response = await fetch(path, {
      method,
      headers: {
        ...(body === undefined ? {} : { "Content-Type": "application/json" }),
        ...(token ? { Authorization: "Bearer " + token } : {}),
        ...headers,
      },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    if (response.ok) return response;
    if (response.status === 401) {
      await askForToken();
      continue;
    }
    const problem = new Error((await response.json().catch(() => ({}))).detail ?? `The server answered ${response.status}.`);
    problem.status = response.status;
    throw problem;
  }
}

/** Sends a request and reads JSON. */
export async function call(method, path, body) {
  return (await answer(method, path, body)).json();
}

/** Reads the server-sent events of a response: { name, id, data } with data parsed as JSON. */
export async function* events(response) {
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = "";
  for (;;) {
    const { value, done } = await reader.read();
    if (done) return;
    rest += value;
    const blocks = rest.split("\n\n");
    rest = blocks.pop();
    for (const block of blocks) {
      const event = { name: "message", id: 0, data: "" };
      for (const line of block.split("\n")) {
        if (line.startsWith("event: ")) event.name = line.slice(7);
        if (line.startsWith("id: ")) event.id = Number(line.slice(4));
        if (line.startsWith("data: ")) event.data += line.slice(6);
      }
      if (event.data) yield { ...event, data: JSON.parse(event.data) };
    }
  }
}
