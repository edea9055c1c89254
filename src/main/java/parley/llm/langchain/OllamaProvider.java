package parley.llm.langchain;

import dev.langchain4j.http.client.HttpMethod;
import dev.langchain4j.http.client.HttpRequest;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLSocketFactory;
import parley.llm.Capability;
import parley.llm.EmbeddingModel;
import parley.llm.ModelEvents;
import parley.llm.ModelInfo;
import parley.llm.ModelProvider;
import parley.llm.ModelRequest;
import parley.llm.Price;
import parley.llm.ProviderException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Ollama: answers through its form of OpenAI's API, and tells what its models can do through its
/// own.
///
/// It reads no more than the context a model was loaded with, cuts the rest off without a word, and
/// its form of OpenAI's API cannot ask for more. So a model's context is what Ollama says of the
/// loaded model. While it is not loaded, it is what the model's own parameters ask for (`num_ctx`),
/// or 4,096 tokens, Ollama's usual size.
public final class OllamaProvider implements ModelProvider {
    private static final Duration CONNECT_TIMEOUT = Duration.ofMillis(200);
    private static final int USUAL_CONTEXT = 4096;
    private static final Pattern WISHED_CONTEXT =
            Pattern.compile("(?m)^num_ctx\\s+(\\d{1,9})\\s*$");

    private final OllamaSettings settings;
    private final OpenAiProvider chat;
    private final BlockingHttpClient client;
    private final Map<String, JsonNode> shown = new ConcurrentHashMap<>();

    public OllamaProvider(OllamaSettings settings, InstantSource clock) {
        SSLSocketFactory encryption = new DefaultEncryption();
        this.settings = settings;
        this.chat = new OpenAiProvider(settings.asOpenAi(), clock);
        ProviderErrors errors = new ProviderErrors(OllamaSettings.NAMES, "", clock);
        this.client = new BlockingHttpClient(settings.host(), encryption, errors, CONNECT_TIMEOUT);
    }

    @Override
    public String name() {
        return "ollama";
    }

    @Override
    public boolean isOptional() {
        return !settings.given();
    }

    @Override
    public Optional<String> preferredModel() {
        return chat.preferredModel();
    }

    @Override
    public Optional<EmbeddingModel> embeddings() {
        return chat.embeddings();
    }

    @Override
    public void run(ModelRequest request, ModelEvents events) throws InterruptedException {
        chat.run(request, events);
    }

    /// What Ollama does not tell of them within 5 s is a failure.
    @Override
    public List<ModelInfo> models() throws InterruptedException {
        List<ModelInfo> listed = chat.models();
        return listed.isEmpty() ? listed : TimedListing.of(name(), () -> described(listed));
    }

    private List<ModelInfo> described(List<ModelInfo> listed) {
        Map<String, Integer> loaded = loaded();
        List<ModelInfo> models = new ArrayList<>();
        listed.forEach(model -> models.add(described(model, loaded)));
        return models;
    }

    private ModelInfo described(ModelInfo model, Map<String, Integer> loaded) {
        JsonNode details = show(model.name());
        Set<Capability> abilities = abilities(details.path("capabilities"));
        int context = loaded.getOrDefault(model.name(), contextWhenLoaded(details));
        return new ModelInfo(
                model.name(),
                context,
                OptionalInt.empty(),
                abilities.isEmpty() ? model.capabilities() : abilities,
                Optional.of(Price.FREE));
    }

    /// Asks once for each model; again where nothing was said.
    private JsonNode show(String model) {
        JsonNode known = shown.get(model);
        if (known != null) {
            return known;
        }
        JsonNode details =
                call(
                        HttpMethod.POST,
                        "/api/show",
                        JsonMapper.shared().createObjectNode().put("model", model).toString());
        if (!details.isEmpty()) {
            shown.put(model, details);
        }
        return details;
    }

    /// What the model's own parameters ask for, else Ollama's usual size; never more than it has.
    private static int contextWhenLoaded(JsonNode details) {
        Matcher wished = WISHED_CONTEXT.matcher(details.path("parameters").asString(""));
        int size = wished.find() ? Integer.parseInt(wished.group(1)) : USUAL_CONTEXT;
        return Math.min(size, contextOf(details, size));
    }

    /// The context of each model that is loaded.
    private Map<String, Integer> loaded() {
        Map<String, Integer> loaded = new HashMap<>();
        for (JsonNode model : call(HttpMethod.GET, "/api/ps", "").path("models")) {
            int context = model.path("context_length").asInt(0);
            if (context > 0) {
                loaded.put(model.path("name").asString(""), context);
            }
        }
        return loaded;
    }

    /// What it says; nothing where it does not, as older versions do.
    private JsonNode call(HttpMethod method, String path, String body) {
        URI address = URI.create(settings.host() + path);
        HttpRequest.Builder request =
                HttpRequest.builder()
                        .method(method)
                        .url(address.toString())
                        .addHeader("Content-Type", "application/json");
        try {
            return JsonMapper.shared()
                    .readTree(
                            client.execute((body.isEmpty() ? request : request.body(body)).build())
                                    .body());
        } catch (ProviderException | JacksonException e) {
            return JsonMapper.shared().createObjectNode();
        }
    }

    private static Set<Capability> abilities(JsonNode names) {
        Set<Capability> abilities = EnumSet.noneOf(Capability.class);
        for (JsonNode name : names) {
            switch (name.asString("")) {
                case "vision" -> abilities.add(Capability.VISION);
                case "tools" -> abilities.add(Capability.TOOLS);
                case "thinking" -> abilities.add(Capability.REASONING);
                case "embedding" -> abilities.add(Capability.EMBEDDING);
                case "completion" -> abilities.add(Capability.JSON_SCHEMA);
                default -> {}
            }
        }
        return abilities;
    }

    private static int contextOf(JsonNode details, int otherwise) {
        for (Map.Entry<String, JsonNode> field : details.path("model_info").properties()) {
            if (field.getKey().endsWith(".context_length")) {
                return field.getValue().asInt(otherwise);
            }
        }
        return otherwise;
    }
}
