package parley.llm.langchain.huggingface;

import dev.langchain4j.http.client.HttpRequest;
import java.util.ArrayList;
import java.util.List;
import parley.llm.ModelEvents;
import parley.llm.ModelRequest;
import parley.llm.Sampling;
import parley.llm.langchain.ProviderErrors;
import parley.llm.langchain.StreamState;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Has a model complete a conversation: `{"inputs", "parameters"}` is answered by
/// `[{"generated_text"}]`, or by a stream of tokens from servers that have one. Text only: the form
/// knows neither tools nor pictures nor schemas.
final class TextGeneration {
    private static final JsonMapper JSON = JsonMapper.shared();

    /// Where nobody says how long an answer may be; the service's own default is 20.
    private static final int USUAL_TOKENS = 500;

    private final ModelEndpoint endpoint;
    private final ProviderErrors errors;

    TextGeneration(ModelEndpoint endpoint, ProviderErrors errors) {
        this.endpoint = endpoint;
        this.errors = errors;
    }

    void run(ModelRequest request, ModelEvents events) {
        Prompt prompt = Prompt.of(request);
        Completion completion = new Completion(request, prompt, events, errors);
        ObjectNode body = JSON.createObjectNode().put("inputs", prompt.text());
        body.set("parameters", parameters(request.sampling(), prompt));
        if (request.streamed()) {
            body.put("stream", true);
            runStreamed(endpoint.request(request.model(), body, "text/event-stream"), completion);
            return;
        }
        finishWhole(
                endpoint.client()
                        .execute(endpoint.request(request.model(), body, "application/json"))
                        .body(),
                completion);
    }

    private static ObjectNode parameters(Sampling sampling, Prompt prompt) {
        ObjectNode parameters =
                JSON.createObjectNode()
                        .put("max_new_tokens", sampling.maxTokens().orElse(USUAL_TOKENS))
                        .put("return_full_text", false)
                        .put("details", true);
        List<String> stops = new ArrayList<>(prompt.stop());
        stops.addAll(sampling.stop());
        ArrayNode stop = parameters.putArray("stop");
        stops.forEach(stop::add);
        // The service takes neither a temperature of 0 nor a top_p of 0 or 1: they mean no sampling
        // and no bound.
        sampling.temperature()
                .ifPresent(value -> {
                    if (value > 0) {
                        parameters.put("temperature", value);
                    } else {
                        parameters.put("do_sample", false);
                    }
                });
        sampling.topP()
                .ifPresent(value -> {
                    if (value > 0 && value < 1) {
                        parameters.put("top_p", value);
                    }
                });
        sampling.seed().ifPresent(seed -> parameters.put("seed", seed));
        return parameters;
    }

    private void runStreamed(HttpRequest request, Completion completion) {
        StreamState state = new StreamState();
        TokenStream stream = new TokenStream(completion, state, errors, this::finishWhole);
        ScopedValue.where(StreamState.CURRENT, state)
                .run(() -> endpoint.client().execute(request, stream));
        if (!stream.finished()) {
            throw errors.badResponse("ended its stream before its answer ended.", null);
        }
    }

    private void finishWhole(String body, Completion completion) {
        JsonNode answer = read(body);
        JsonNode first = answer.isArray() ? answer.path(0) : answer;
        if (!first.path("generated_text").isString()) {
            throw errors.badResponse("sent something that is not an answer.", null);
        }
        completion.addWhole(first.path("generated_text").asString());
        completion.finish(first.path("details"));
    }

    private JsonNode read(String body) {
        try {
            return JSON.readTree(body);
        } catch (JacksonException e) {
            throw errors.badResponse("sent something that is not JSON.", e);
        }
    }
}
