package parley.llm.langchain;

import dev.langchain4j.http.client.HttpMethod;
import dev.langchain4j.http.client.HttpRequest;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import parley.llm.EmbeddingModel;
import parley.llm.TokenCounter;
import parley.llm.Usage;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Vectors from a server of OpenAI's API: `POST /embeddings`.
final class OpenAiEmbeddings implements EmbeddingModel {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TokenCounter ABOUT = text -> (text.length() + 3) / 4;

    private final BlockingHttpClient client;
    private final URI baseUrl;
    private final Map<String, String> headers;
    private final ProviderErrors errors;

    OpenAiEmbeddings(
            BlockingHttpClient client,
            URI baseUrl,
            Map<String, String> headers,
            ProviderErrors errors) {
        this.client = client;
        this.baseUrl = baseUrl;
        this.headers = headers;
        this.errors = errors;
    }

    @Override
    public Embeddings embed(String model, List<String> texts, OptionalInt dimensions)
            throws InterruptedException {
        ObjectNode body =
                JSON.createObjectNode().put("model", model).put("encoding_format", "float");
        texts.forEach(body.putArray("input")::add);
        dimensions.ifPresent(length -> body.put("dimensions", length));
        HttpRequest request =
                HttpRequest.builder()
                        .method(HttpMethod.POST)
                        .url(baseUrl + "/embeddings")
                        .addHeaders(headers)
                        .addHeader("Content-Type", "application/json")
                        .body(body.toString())
                        .build();
        try {
            return read(JSON.readTree(client.execute(request).body()), texts);
        } catch (JacksonException e) {
            throw errors.badResponse("sent vectors that cannot be read.", e);
        } catch (CallInterrupted e) {
            Thread.interrupted();
            throw new InterruptedException("The provider's call was cancelled.");
        }
    }

    private Embeddings read(JsonNode answer, List<String> texts) {
        float[][] vectors = new float[texts.size()][];
        int index = 0;
        for (JsonNode one : answer.path("data")) {
            int place = one.path("index").asInt(index++);
            if (place < 0 || place >= vectors.length || !one.path("embedding").isArray()) {
                throw errors.badResponse("sent vectors that nobody asked for.", null);
            }
            vectors[place] = vector(one.path("embedding"));
        }
        for (float[] vector : vectors) {
            if (vector == null || vector.length != vectors[0].length || vector.length == 0) {
                throw errors.badResponse("sent fewer vectors than were asked for.", null);
            }
        }
        return new Embeddings(List.of(vectors), usage(answer.path("usage"), texts));
    }

    private static float[] vector(JsonNode numbers) {
        float[] vector = new float[numbers.size()];
        for (int i = 0; i < vector.length; i++) {
            vector[i] = (float) numbers.get(i).asDouble();
        }
        return vector;
    }

    private static Usage usage(JsonNode usage, List<String> texts) {
        JsonNode read = usage.path("prompt_tokens");
        return read.isIntegralNumber()
                ? Usage.exact(Math.max(0, read.asLong()), 0)
                : Usage.estimated(
                        texts.stream().mapToLong(ABOUT::count).sum(),
                        0,
                        "the provider sent no counts");
    }
}
