// Anthropic's own client, as its documentation shows it.
import assert from "node:assert/strict";
import Anthropic from "@anthropic-ai/sdk";

const { PARLEY_URL: baseURL, PARLEY_TOKEN: apiKey } = process.env;
const model = "builtin/parley";
const client = new Anthropic({ baseURL, apiKey, maxRetries: 0 });
const ask = (content) => ({ model, max_tokens: 1000, messages: [{ role: "user", content }] });
const tools = [
  {
    name: "get_weather",
    description: "Get the weather of a city",
    input_schema: { type: "object", properties: { city: { type: "string" } }, required: ["city"] },
  },
];

// The quick start.
const message = await client.messages.create({
  model: "claude-sonnet-4-5",
  max_tokens: 1024,
  messages: [{ role: "user", content: "Hello, Claude" }],
});
assert.equal(message.content[0].type, "text");
assert.ok(message._request_id);

// A stream is the same answer.
const whole = await client.messages.create(ask("/fault tokens 30"));
let text = "";
const stream = client.messages.stream(ask("/fault tokens 30")).on("text", (piece) => (text += piece));
const streamed = await stream.finalMessage();
assert.equal(text, whole.content[0].text);
assert.deepEqual(streamed.content, whole.content);
assert.equal(streamed.stop_reason, "end_turn");
assert.equal(streamed.usage.output_tokens, whole.usage.output_tokens);

// A tool is called, in a stream, and its result told.
const question = ask("What is the weather in Paris?");
const asked = await client.messages.stream({ ...question, tools }).finalMessage();
assert.equal(asked.stop_reason, "tool_use");
const call = asked.content.find((block) => block.type === "tool_use");
assert.equal(call.input.city, "Paris");
const told = await client.messages.create({
  ...question,
  tools,
  messages: [
    ...question.messages,
    { role: "assistant", content: asked.content },
    { role: "user", content: [{ type: "tool_result", tool_use_id: call.id, content: "18 degrees" }] },
  ],
});
assert.match(told.content[0].text, /18 degrees/);

// Tokens and models.
const counted = await client.messages.countTokens({ model, messages: question.messages });
assert.ok(counted.input_tokens > 0);
const ids = [];
for await (const listed of client.models.list()) ids.push(listed.id);
assert.ok(ids.includes(model));
assert.equal((await client.models.retrieve(model)).type, "model");

// Failures.
await assert.rejects(client.messages.create({ ...ask("Hi"), model: "nobody/nothing" }), Anthropic.NotFoundError);
await assert.rejects(client.messages.create({ ...ask("Hi"), temperature: 9 }), Anthropic.BadRequestError);
await assert.rejects(client.messages.create(ask("/fault rate-limit 30")), Anthropic.RateLimitError);
await assert.rejects(
  new Anthropic({ baseURL, apiKey: "wrong" }).messages.create(ask("Hi")),
  Anthropic.AuthenticationError,
);
let calls = 0;
const counting = new Anthropic({
  baseURL,
  apiKey,
  maxRetries: 2,
  fetch: (...request) => {
    calls++;
    return fetch(...request);
  },
});
await assert.rejects(counting.messages.create(ask("/fault refuse")), Anthropic.APIError);
assert.equal(calls, 1, "what is pointless to repeat is not repeated");

// A stream that breaks is an error, not a short answer.
await assert.rejects(client.messages.stream(ask("/fault error-after 2")).finalMessage(), Anthropic.APIError);

console.log("ok");
