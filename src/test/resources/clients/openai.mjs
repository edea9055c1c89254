// OpenAI's own client, as its documentation shows it.
import assert from "node:assert/strict";
import OpenAI from "openai";

const { PARLEY_URL: url, PARLEY_TOKEN: apiKey } = process.env;
const model = "builtin/parley";
const client = new OpenAI({ baseURL: `${url}/v1`, apiKey, maxRetries: 0 });
const ask = (content) => ({ model, messages: [{ role: "user", content }] });
const tools = [
  {
    type: "function",
    function: {
      name: "get_weather",
      description: "Get the weather of a city",
      parameters: { type: "object", properties: { city: { type: "string" } }, required: ["city"] },
    },
  },
];

// The quick start, with a base URL that lacks /v1 as well.
for (const baseURL of [`${url}/v1`, url]) {
  const completion = await new OpenAI({ baseURL, apiKey }).chat.completions.create({
    model: "gpt-4",
    messages: [
      { role: "developer", content: "Talk like a pirate." },
      { role: "user", content: "Are semicolons optional in JavaScript?" },
    ],
  });
  assert.ok(completion.choices[0].message.content);
  assert.ok(completion._request_id);
}

// A stream is the same answer, and ends with its tokens.
const whole = await client.chat.completions.create(ask("/fault tokens 30"));
const stream = await client.chat.completions.create({
  ...ask("/fault tokens 30"),
  stream: true,
  stream_options: { include_usage: true },
});
let text = "";
let usage;
for await (const chunk of stream) {
  text += chunk.choices[0]?.delta?.content ?? "";
  usage = chunk.usage ?? usage;
}
assert.equal(text, whole.choices[0].message.content);
assert.equal(usage.completion_tokens, 30);
assert.deepEqual(usage, whole.usage);

// What the client's own helper makes of a stream with a tool call.
const question = ask("What is the weather in Paris?");
const asked = await client.chat.completions.stream({ ...question, tools }).finalChatCompletion();
assert.equal(asked.choices[0].finish_reason, "tool_calls");
const [call] = asked.choices[0].message.tool_calls;
assert.equal(call.function.name, "get_weather");
assert.match(call.function.arguments, /Paris/);
const told = await client.chat.completions.create({
  model,
  tools,
  messages: [
    ...question.messages,
    asked.choices[0].message,
    { role: "tool", tool_call_id: call.id, content: "18 degrees" },
  ],
});
assert.match(told.choices[0].message.content, /18 degrees/);

// Several choices.
const three = await client.chat.completions.create({ ...ask("/fault tokens 2"), n: 3 });
assert.deepEqual(
  three.choices.map((choice) => choice.index),
  [0, 1, 2],
);

// Models.
const ids = [];
for await (const listed of client.models.list()) ids.push(listed.id);
assert.ok(ids.includes(model));
assert.equal((await client.models.retrieve(model)).owned_by, "builtin");

// What is stored is found again.
const stored = await client.chat.completions.create({ ...ask("/fault tokens 3"), store: true });
assert.deepEqual((await client.chat.completions.retrieve(stored.id)).choices, stored.choices);
assert.ok((await client.chat.completions.delete(stored.id)).deleted);

// Failures.
await assert.rejects(client.chat.completions.create({ ...ask("Hi"), model: "nobody/nothing" }), (e) => {
  assert.ok(e instanceof OpenAI.NotFoundError);
  assert.deepEqual([e.code, e.param], ["model_not_found", "model"]);
  return true;
});
await assert.rejects(client.chat.completions.create({ ...ask("Hi"), temperature: 9 }), OpenAI.BadRequestError);
await assert.rejects(client.chat.completions.create(ask("/fault rate-limit 30")), OpenAI.RateLimitError);
await assert.rejects(
  new OpenAI({ baseURL: `${url}/v1`, apiKey: "wrong" }).models.list(),
  OpenAI.AuthenticationError,
);
let calls = 0;
const counting = new OpenAI({
  baseURL: `${url}/v1`,
  apiKey,
  maxRetries: 2,
  fetch: (...request) => {
    calls++;
    return fetch(...request);
  },
});
await assert.rejects(counting.chat.completions.create(ask("/fault refuse")), OpenAI.InternalServerError);
assert.equal(calls, 1, "what is pointless to repeat is not repeated");

// A stream that breaks is an error, not a short answer.
await assert.rejects(async () => {
  for await (const chunk of await client.chat.completions.create({
    ...ask("/fault error-after 2"),
    stream: true,
  })) {
    assert.equal(chunk.object, "chat.completion.chunk");
  }
}, OpenAI.APIError);

// Going away ends it.
const left = await client.chat.completions.create({ ...ask("/fault silence-after 1"), stream: true });
for await (const chunk of left) {
  if (chunk.choices[0].delta.content) break;
}

console.log("ok");
