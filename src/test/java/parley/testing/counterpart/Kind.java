package parley.testing.counterpart;

import java.util.List;
import tools.jackson.databind.JsonNode;

/// A way of being a provider.
public enum Kind {
    BUILTIN("builtin/parley", "none", ""),
    OPENAI("openai/gpt-4o", "call_A1b2C3", "openai.base.url=%s openai.api.key=one"),
    ANTHROPIC(
            "anthropic/claude-sonnet-4-5",
            "toolu_01A09q90qw90lq917835lq9",
            "anthropic.base.url=%s anthropic.api.key=two"),
    HUGGINGFACE(
            "huggingface/meta-llama/Llama-3.3-70B-Instruct",
            "chatcmpl-tool-5f2d:0",
            "huggingface.base.url=%s huggingface.api.key=three huggingface.form=router"),
    OLLAMA("ollama/qwen3:8b", "call_x7k9", "ollama.host=%s");

    private final String model;
    private final String callId;
    private final String settings;

    Kind(String model, String callId, String settings) {
        this.model = model;
        this.callId = callId;
        this.settings = settings;
    }

    /// Its model as the server knows it.
    public String model() {
        return model;
    }

    /// Whether there is a server to be asked.
    public boolean isRemote() {
        return this != BUILTIN;
    }

    /// Whether its model reads pictures.
    public boolean sees() {
        return this == OPENAI || this == ANTHROPIC;
    }

    /// What it thinks before it answers.
    public String thought() {
        return "What " + name() + " thinks is its own.";
    }

    /// What it wants back beside its thoughts.
    public String signature() {
        return "c2lnbmVkIGJ5IA" + name() + "==";
    }

    /// What it says beside its call of the tool.
    public String announcement() {
        return name() + " looks it up.";
    }

    /// What it says of the tool's result, and to everything else.
    public String answer() {
        return this == BUILTIN ? "21" : name() + " says that it is sunny.";
    }

    /// The id of its tool calls, in its own style.
    String callId() {
        return callId;
    }

    String modelsOwnName() {
        return model.substring(model.indexOf('/') + 1);
    }

    List<String> settings(Object baseUrl) {
        String address = baseUrl.toString();
        String wanted = this == OLLAMA ? address.replaceAll("/v1$", "") : address;
        return List.of(settings.formatted(wanted).split(" "));
    }

    /// Fails unless a provider of this kind would take the request.
    public void demand(JsonNode request) {
        switch (this) {
            case BUILTIN -> {}
            case ANTHROPIC -> new AnthropicDemands(request).check();
            case OPENAI, HUGGINGFACE, OLLAMA -> new OpenAiDemands(request).check();
        }
    }
}
