package parley.dialect.openai;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.OptionalInt;
import parley.completion.EmbeddingService;
import parley.completion.EmbeddingService.Embedded;
import parley.dialect.ModelName;
import parley.dialect.UnknownModel;
import parley.dialect.WhileConnected;
import parley.http.Exchange;
import parley.http.Handler;
import parley.http.RequestFields;
import parley.llm.EmbeddingModel.Embeddings;
import tools.jackson.databind.JsonNode;

/// Turns texts into vectors.
final class EmbeddingHandler implements Handler {
    private static final int MOST_TEXTS = 2048;
    private static final int MOST_DIMENSIONS = 65_536;

    private final EmbeddingService embeddings;

    EmbeddingHandler(EmbeddingService embeddings) {
        this.embeddings = embeddings;
    }

    record EmbeddingList(String object, List<Vector> data, String model, Tokens usage) {}

    /// @param embedding an array of numbers; or their bytes, little endian, in Base64
    record Vector(String object, int index, Object embedding) {}

    record Tokens(
            @JsonProperty("prompt_tokens") long promptTokens,
            @JsonProperty("total_tokens") long totalTokens) {}

    @Override
    public void handle(Exchange exchange) throws InterruptedException {
        RequestFields body = new RequestFields(exchange.json());
        List<String> texts = input(body);
        boolean base64 = isBase64(body);
        OptionalInt dimensions = body.optionalInt("dimensions", 1, MOST_DIMENSIONS);
        EmbeddingService.Request request =
                new EmbeddingService.Request(
                        exchange.caller().id(),
                        OpenAiDialect.NAME,
                        ModelName.optional(body),
                        texts,
                        dimensions);
        Embedded embedded =
                WhileConnected.perform(
                        exchange, () -> UnknownModel.asNotFound(() -> embeddings.embed(request)));
        exchange.setHeader("X-Model-Used", embedded.model());
        exchange.respond(shown(embedded, base64));
    }

    private static List<String> input(RequestFields body) {
        JsonNode input = body.find("input").orElseThrow(() -> body.missing("input"));
        List<String> texts = input.isString() ? List.of(input.stringValue()) : several(body, input);
        if (texts.isEmpty() || texts.size() > MOST_TEXTS) {
            throw body.wrong("input", "a text, or 1 to %d texts".formatted(MOST_TEXTS));
        }
        if (texts.stream().anyMatch(String::isEmpty)) {
            throw body.wrong("input", "a text, or texts, none of them empty");
        }
        return texts;
    }

    private static List<String> several(RequestFields body, JsonNode input) {
        JsonNode first = input.path(0);
        if (first.isNumber() || first.isArray()) {
            throw body.wrong(
                    "input",
                    "text: numbers of tokens are not the same from one model to another, so they"
                            + " are not taken");
        }
        return body.texts("input");
    }

    private static boolean isBase64(RequestFields body) {
        String format = body.optionalText("encoding_format").orElse("float");
        return switch (format) {
            case "float" -> false;
            case "base64" -> true;
            default -> throw body.wrong("encoding_format", "float or base64");
        };
    }

    private static EmbeddingList shown(Embedded embedded, boolean base64) {
        Embeddings made = embedded.embeddings();
        List<Vector> vectors = new ArrayList<>();
        for (float[] vector : made.vectors()) {
            vectors.add(new Vector("embedding", vectors.size(), base64 ? bytes(vector) : vector));
        }
        long tokens = made.usage().inputTokens();
        return new EmbeddingList("list", vectors, embedded.model(), new Tokens(tokens, tokens));
    }

    private static String bytes(float[] vector) {
        ByteBuffer bytes = ByteBuffer.allocate(vector.length * 4).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(vector);
        return Base64.getEncoder().encodeToString(bytes.array());
    }
}
