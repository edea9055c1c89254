package parley.llm.langchain.anthropic;

import java.util.Optional;
import java.util.OptionalInt;
import parley.llm.ModelRequest;
import parley.llm.Role;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// A request as `POST /messages` takes it.
///
/// @param body the JSON
/// @param prefill what the body has the model begin its answer with: the answer so far without the
///   white space at its end, which the API refuses; empty if it does not
/// @param answerTool the tool whose arguments are the answer; empty if none is
record MessageRequest(ObjectNode body, String prefill, Optional<String> answerTool) {
    /// Where the API cannot begin an answer for the model, the model is asked to go on with its own
    /// last message.
    static final String CONTINUE =
            "Your last message was cut off. Continue it exactly where it stopped, beginning with the"
                    + " very next character. Repeat nothing of it, and say nothing about this request.";

    /// Stands at the end of a history that ends with an answer, which newer models refuse.
    static final String GO_ON = "Go on.";

    /// @param mostTokens the most tokens of one answer, where the provider said
    static MessageRequest of(ModelRequest request, OptionalInt mostTokens) {
        return new Writer(request, mostTokens).write();
    }

    private static final class Writer {
        private final ModelRequest request;
        private final ClaudeModel model;
        private final int maxTokens;
        private final JsonAnswer json;
        private final ToolList tools;
        private final MessageList messages;
        private final ObjectNode body = JsonMapper.shared().createObjectNode();
        private boolean thinks;

        Writer(ModelRequest request, OptionalInt mostTokens) {
            this.request = request;
            this.model = ClaudeModel.of(request.model());
            this.maxTokens = maxTokens(mostTokens);
            this.json =
                    JsonAnswer.of(
                            request.options().format(), model, !request.answerSoFar().isBlank());
            this.tools = ToolList.of(request.options().tools(), json, request.messages(), model);
            this.messages = MessageList.of(request.messages());
        }

        private int maxTokens(OptionalInt said) {
            int most = said.orElseGet(model::outputTokens);
            OptionalInt wanted = request.sampling().maxTokens();
            if (wanted.isEmpty()) {
                return model.usualOutputTokens(most);
            }
            boolean mostIsKnown = said.isPresent() || model.isKnown();
            return mostIsKnown ? Math.min(wanted.getAsInt(), most) : wanted.getAsInt();
        }

        MessageRequest write() {
            body.put("model", request.model()).put("max_tokens", maxTokens);
            if (request.streamed()) {
                body.put("stream", true);
            }
            writeThinking();
            String prefill = continueAnswer();
            writeSystem();
            body.set("messages", messages.messages());
            tools.writeTo(body);
            if (json instanceof JsonAnswer.Held(ObjectNode schema)) {
                outputSettings()
                        .putObject("format")
                        .put("type", "json_schema")
                        .set("schema", schema);
            }
            writeSampling();
            return new MessageRequest(body, prefill, tools.answerTool());
        }

        private ObjectNode outputSettings() {
            return body.withObject("/output_config");
        }

        /// The API has a model think only if it is free to call a tool or not, and, with a fixed
        /// budget, only if it began the turn with a thought.
        private void writeThinking() {
            String effort = request.options().reasoningEffort().orElse("");
            if (effort.equals("none") || tools.isForced()) {
                if (model.thinksUnasked()) {
                    body.putObject("thinking").put("type", "disabled");
                }
                return;
            }
            if (effort.isEmpty()) {
                return;
            }
            switch (model.thinking()) {
                case NONE -> {}
                case BUDGET -> writeBudget(effort);
                case ADAPTIVE -> writeAdaptive(effort);
            }
        }

        private void writeBudget(String effort) {
            OptionalInt budget = ThinkingBudget.of(effort, maxTokens);
            boolean begunWithoutThought = OpenTurn.of(request.messages()).beganWithoutThought();
            if (budget.isEmpty() || begunWithoutThought || !request.answerSoFar().isBlank()) {
                return;
            }
            thinks = true;
            body.putObject("thinking")
                    .put("type", "enabled")
                    .put("budget_tokens", budget.getAsInt());
        }

        private void writeAdaptive(String effort) {
            thinks = true;
            ObjectNode thinking = body.putObject("thinking").put("type", "adaptive");
            if (model.hidesThoughts()) {
                thinking.put("display", "summarized");
            }
            ThinkingBudget.effort(effort).ifPresent(level -> outputSettings().put("effort", level));
        }

        /// @return what the answer begins with for the model
        private String continueAnswer() {
            String answer = request.answerSoFar();
            if (answer.isBlank()) {
                if (messages.endsWithAssistant()) {
                    messages.addText(Role.USER, GO_ON);
                }
                return "";
            }
            boolean prefills = model.continuesPrefill() && !tools.isForced();
            messages.addText(Role.ASSISTANT, prefills ? answer.stripTrailing() : answer);
            if (prefills) {
                return answer.stripTrailing();
            }
            messages.addText(Role.USER, CONTINUE);
            return "";
        }

        private void writeSystem() {
            String system = messages.system();
            if (json instanceof JsonAnswer.Told(String instruction)) {
                system = system.isEmpty() ? instruction : system + "\n\n" + instruction;
            }
            if (!system.isEmpty()) {
                body.put("system", system);
            }
        }

        /// Anthropic's temperatures end at 1 where others' end at 2; what is above becomes 1.
        private void writeSampling() {
            if (!request.sampling().stop().isEmpty()) {
                ArrayNode stops = body.putArray("stop_sequences");
                request.sampling().stop().forEach(stops::add);
            }
            if (thinks || model.samplers() == 0) {
                return;
            }
            request.sampling()
                    .temperature()
                    .ifPresent(value -> body.put("temperature", Math.min(1, value)));
            if (model.samplers() > 1 || !body.has("temperature")) {
                request.sampling().topP().ifPresent(value -> body.put("top_p", value));
            }
        }
    }
}
