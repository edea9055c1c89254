// The Vercel AI SDK over its provider for servers of OpenAI's API.
import assert from "node:assert/strict";
import { createOpenAICompatible } from "@ai-sdk/openai-compatible";
import { APICallError, generateObject, generateText, stepCountIs, streamText, tool } from "ai";
import { z } from "zod";

const { PARLEY_URL: url, PARLEY_TOKEN: apiKey } = process.env;
const parley = createOpenAICompatible({
  name: "parley",
  baseURL: `${url}/v1`,
  apiKey,
  includeUsage: true,
  supportsStructuredOutputs: true,
});
const model = parley("builtin/parley");

// The quick start.
const { text } = await generateText({ model, prompt: "Write a vegetarian lasagna recipe." });
assert.ok(text);

// A stream is the same answer, and ends with its tokens.
const whole = await generateText({ model, prompt: "/fault tokens 30" });
const stream = streamText({ model, prompt: "/fault tokens 30" });
let streamed = "";
for await (const piece of stream.textStream) streamed += piece;
assert.equal(streamed, whole.text);
assert.equal(await stream.finishReason, "stop");
assert.equal((await stream.usage).outputTokens, 30);

// A tool is called and its result told, whole and streamed.
const tools = {
  get_weather: tool({
    description: "Get the weather of a city",
    inputSchema: z.object({ city: z.string() }),
    execute: async ({ city }) => `18 degrees in ${city}`,
  }),
};
const wish = { model, tools, stopWhen: stepCountIs(3), prompt: "What is the weather in Paris?" };
assert.match((await generateText(wish)).text, /18 degrees in Paris/);
const steps = streamText(wish);
assert.match(await steps.text, /18 degrees in Paris/);

// An object that keeps to a schema.
const { object } = await generateObject({
  model,
  schema: z.object({ name: z.string(), age: z.number() }),
  prompt: "Ada is 36 years old.",
});
assert.equal(typeof object.age, "number");

// Vectors from no model that makes any, and other failures.
await assert.rejects(
  generateText({ model: parley("nobody/nothing"), prompt: "Hi", maxRetries: 0 }),
  (e) => APICallError.isInstance(e) && e.statusCode === 404,
);
const errors = [];
const broken = streamText({
  model,
  prompt: "/fault error-after 2",
  maxRetries: 0,
  onError: ({ error }) => errors.push(error),
});
for await (const part of broken.fullStream) assert.ok(part.type);
assert.equal(errors.length, 1, "a stream that breaks is an error");

console.log("ok");
