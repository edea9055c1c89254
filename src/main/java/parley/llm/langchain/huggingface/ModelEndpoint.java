package parley.llm.langchain.huggingface;

import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpMethod;
import dev.langchain4j.http.client.HttpRequest;
import java.util.regex.Pattern;
import parley.llm.langchain.ProviderErrors;
import tools.jackson.databind.node.ObjectNode;

/// Where models take `inputs`: `POST …/models/{model}`.
record ModelEndpoint(HuggingFaceSettings settings, HttpClient client, ProviderErrors errors) {
    /// `owner/name` or `name`: nothing that leads elsewhere.
    private static final Pattern MODEL =
            Pattern.compile("[A-Za-z0-9_][\\w.-]{0,127}(/[A-Za-z0-9_][\\w.-]{0,127})?");

    /// @param accept the media type of the answer
    /// @throws parley.llm.ProviderException if the model's name cannot be part of an address
    HttpRequest request(String model, ObjectNode body, String accept) {
        if (!MODEL.matcher(model).matches()) {
            throw errors.refused(
                    "has no model \"%s\". A model's name is owner/name.".formatted(model), null);
        }
        HttpRequest.Builder request =
                HttpRequest.builder()
                        .method(HttpMethod.POST)
                        .url(settings.addressOf(model).toString())
                        .addHeader("User-Agent", "Parley")
                        .addHeader("Content-Type", "application/json")
                        .addHeader("Accept", accept)
                        .body(body.toString());
        if (!settings.apiKey().isEmpty()) {
            request.addHeader("Authorization", "Bearer " + settings.apiKey());
        }
        return request.build();
    }
}
