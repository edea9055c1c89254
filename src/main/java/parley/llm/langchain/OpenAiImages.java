package parley.llm.langchain;

import dev.langchain4j.http.client.HttpMethod;
import dev.langchain4j.http.client.HttpRequest;
import java.net.URI;
import java.util.Base64;
import java.util.Map;
import java.util.OptionalLong;
import parley.llm.FinishReason;
import parley.llm.ModelEvent;
import parley.llm.ModelEvents;
import parley.llm.ModelRequest;
import parley.llm.ReportedUsage;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Paints what the user asked for last: `POST /images/generations`.
final class OpenAiImages {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final BlockingHttpClient client;
    private final URI baseUrl;
    private final Map<String, String> headers;
    private final ProviderErrors errors;

    OpenAiImages(
            BlockingHttpClient client,
            URI baseUrl,
            Map<String, String> headers,
            ProviderErrors errors) {
        this.client = client;
        this.baseUrl = baseUrl;
        this.headers = headers;
        this.errors = errors;
    }

    void run(ModelRequest request, ModelEvents events) {
        ObjectNode body =
                JSON.createObjectNode()
                        .put("model", request.model())
                        .put("prompt", Painting.prompt(request, errors))
                        .put("n", 1);
        // GPT's image models answer in Base64 only, and refuse to be asked for it.
        if (!request.model().contains("gpt-image")) {
            body.put("response_format", "b64_json");
        }
        JsonNode answer = ask(body.toString());
        events.accept(new ModelEvent.ImageMade(Painting.picture(file(answer), errors)));
        JsonNode usage = answer.path("usage");
        if (usage.path("input_tokens").isIntegralNumber()) {
            events.accept(
                    new ModelEvent.UsageReported(
                            new ReportedUsage(
                                    OptionalLong.of(usage.path("input_tokens").asLong()),
                                    OptionalLong.of(usage.path("output_tokens").asLong(0)),
                                    OptionalLong.empty(),
                                    OptionalLong.empty(),
                                    true)));
        }
        events.accept(new ModelEvent.Finished(FinishReason.STOP));
    }

    private JsonNode ask(String body) {
        HttpRequest request =
                HttpRequest.builder()
                        .method(HttpMethod.POST)
                        .url(baseUrl + "/images/generations")
                        .addHeaders(headers)
                        .addHeader("Content-Type", "application/json")
                        .body(body)
                        .build();
        try {
            return JSON.readTree(client.execute(request).body());
        } catch (JacksonException e) {
            throw errors.badResponse("sent something that is not an answer.", e);
        }
    }

    private byte[] file(JsonNode answer) {
        try {
            return Base64.getDecoder()
                    .decode(answer.path("data").path(0).path("b64_json").asString(""));
        } catch (IllegalArgumentException e) {
            throw errors.badResponse("sent a picture that is not Base64.", e);
        }
    }
}
