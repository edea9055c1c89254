// The page: a list of conversations, a log, a message box. Text of messages is only ever set as text.
import { answer, call, events } from "/ui/server.js";

const byId = id => document.getElementById(id);
const log = byId("log");
const box = byId("message");
const state = { conversation: null, turn: null };

const ideas = ["What can you do?", "Tell me a story", "What is 15% of 80?", "How do I connect a model?"];

async function showConversations() {
  const page = await call("GET", "/v1/conversations?limit=100");
  byId("conversations").replaceChildren(...page.conversations.map(conversation => {
    const link = document.createElement("a");
    link.href = "#" + conversation.id;
    link.textContent = conversation.title || "New conversation";
    link.title = link.textContent;
    if (conversation.id === state.conversation) link.setAttribute("aria-current", "page");
    return link;
  }));
}

function addMessage(role, text) {
  log.querySelector(".welcome")?.remove();
  const element = document.createElement("div");
  element.className = "message " + role;
  element.append(document.createTextNode(text));
  log.append(element);
  return element;
}

function isAtEnd() {
  return log.scrollHeight - log.scrollTop - log.clientHeight < 60;
}

function scrollToEnd() {
  log.scrollTop = log.scrollHeight;
}

const endings = {
  interrupted: "The server stopped while it answered.",
  cancelled: "Stopped.",
  failed: "The answer failed.",
};

function showEnd(element, turnId, status, error) {
  element.classList.remove("growing");
  if (!endings[status]) return;
  const line = document.createElement("span");
  line.className = "state";
  line.textContent = error?.sentence ?? endings[status];
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = "Continue";
  button.addEventListener("click", () => {
    line.remove();
    follow(element, turnId, answer("POST", `/v1/turns/${turnId}/continue`, { stream: true }));
  });
  line.append(button);
  element.append(line);
}

// Writes the events of a turn into an element, and listens again where a connection breaks.
async function follow(element, turnId, response, after = 0) {
  state.turn = turnId;
  let heard = after;
  element.classList.add("growing");
  showBusy(true);
  try {
    for (;;) {
      try {
        for await (const event of events(await response)) {
          if (event.name === "started") {
            state.turn = turnId = event.data.turn_id;
            enter(event.data.conversation_id);
          }
          if (event.name === "text") {
            const follows = isAtEnd();
            heard = event.id;
            element.firstChild.appendData(event.data.text);
            if (follows) scrollToEnd();
          }
          if (event.name === "end") {
            showEnd(element, turnId, event.data.status, event.data.error);
            byId("notice").textContent = "";
            return;
          }
        }
      } catch (problem) {
        if (problem.status || turnId === null) throw problem;
      }
      byId("notice").textContent = "The connection broke. Listening again…";
      await new Promise(resolve => setTimeout(resolve, 1000));
      response = answer("GET", `/v1/turns/${turnId}/events?after=${heard}`);
    }
  } catch (problem) {
    element.classList.remove("growing");
    byId("notice").textContent = problem.message;
  } finally {
    showBusy(false);
  }
}

function showBusy(busy) {
  byId("stop").hidden = !busy;
  byId("send").hidden = busy;
  if (!busy) state.turn = null;
}

// A message without a conversation makes one: the page goes there.
function enter(conversation) {
  if (conversation !== state.conversation) {
    state.conversation = conversation;
    history.pushState(null, "", "#" + conversation);
  }
  showConversations().catch(show);
}

async function send(text) {
  byId("notice").textContent = "";
  addMessage("user", text);
  const element = addMessage("assistant", "");
  scrollToEnd();
  const request = { message: text, stream: true };
  if (state.conversation !== null) request.conversation_id = state.conversation;
  const response = answer("POST", "/v1/turns", request, { "Idempotency-Key": crypto.randomUUID() });
  await follow(element, null, response);
}

async function open() {
  state.conversation = Number(location.hash.slice(1)) || null;
  log.replaceChildren();
  await showConversations();
  if (state.conversation === null) return welcome();
  const page = await call("GET", `/v1/conversations/${state.conversation}/messages?limit=200`);
  let running = null;
  for (const message of page.messages) {
    if (message.role === "system") continue;
    const element = addMessage(message.role, message.content);
    if (message.status === "running" || message.status === "queued") {
      running = () => follow(element, message.id,
          answer("GET", `/v1/turns/${message.id}/events?after=${message.content.length}`), message.content.length);
    } else if (message.role === "assistant") {
      showEnd(element, message.id, message.status, null);
    }
  }
  scrollToEnd();
  running?.();
}

function welcome() {
  const element = document.createElement("section");
  element.className = "welcome";
  const heading = document.createElement("h1");
  heading.textContent = "What shall we talk about?";
  const line = document.createElement("p");
  line.textContent = "Answers survive a refresh, another device, a crash.";
  const row = document.createElement("div");
  row.className = "ideas";
  for (const idea of ideas) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = idea;
    button.addEventListener("click", () => send(idea));
    row.append(button);
  }
  element.append(heading, line, row);
  log.replaceChildren(element);
}

byId("composer").addEventListener("submit", event => {
  event.preventDefault();
  const text = box.value;
  if (!text.trim() || state.turn !== null) return;
  box.value = "";
  send(text);
});
box.addEventListener("keydown", event => {
  if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
    event.preventDefault();
    byId("composer").requestSubmit();
  }
});
byId("stop").addEventListener("click", () => {
  if (state.turn !== null) call("POST", `/v1/turns/${state.turn}/stop`);
});
byId("new").addEventListener("click", () => {
  location.hash = "";
  box.focus();
});
addEventListener("hashchange", () => open().catch(show));
addEventListener("popstate", () => open().catch(show));

function show(problem) {
  byId("notice").textContent = problem.message;
}

call("GET", "/v1/model-catalog").then(catalog => { byId("model").textContent = catalog.default_model; }).catch(show);
open().catch(show);
