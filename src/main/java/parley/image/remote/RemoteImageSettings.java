package parley.image.remote;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import parley.llm.langchain.ConnectionSettings;
import parley.llm.langchain.OpenAiSettings;
import parley.llm.langchain.huggingface.HuggingFaceSettings;
import parley.settings.Setting;
import parley.settings.SettingValues;

/// Which makers of pictures elsewhere are used. OpenAI and Hugging Face are set up by the same
/// settings as their models that answer.
///
/// @param openAiModel the model of OpenAI that paints
/// @param comfyUiModel the checkpoint that ComfyUI uses; empty for the first that it has
public record RemoteImageSettings(
        Optional<Vendor> magnific,
        Optional<Vendor> stability,
        Optional<Vendor> openAi,
        String openAiModel,
        Optional<HuggingFaceSettings> huggingFace,
        Optional<Vendor> automatic1111,
        Optional<Vendor> comfyUi,
        String comfyUiModel) {
    /// Whether there is nobody to ask.
    boolean isNone() {
        return Stream.of(magnific, stability, openAi, huggingFace, automatic1111, comfyUi)
                .allMatch(Optional::isEmpty);
    }

    /// Where one is, and the key for it.
    ///
    /// @param key empty for none
    public record Vendor(URI baseUrl, String key) {
        @Override
        public String toString() {
            return "Vendor[baseUrl=%s]".formatted(baseUrl);
        }
    }

    private static final String MAGNIFIC = "https://api.magnific.com/v1";
    private static final String STABILITY = "https://api.stability.ai";
    private static final String LOCAL_A1111 = "http://localhost:7860";
    private static final String LOCAL_COMFYUI = "http://localhost:8188";

    static final Setting<String> MAGNIFIC_KEY =
            ConnectionSettings.key("magnific.api.key", "The key for Magnific's pictures.");
    static final Setting<String> FREEPIK_KEY =
            ConnectionSettings.key(
                    "freepik.api.key",
                    "The key for Magnific under its earlier name, where magnific.api.key is not set.");
    static final Setting<URI> MAGNIFIC_URL =
            ConnectionSettings.address(
                    "magnific.base.url",
                    MAGNIFIC,
                    "Where Magnific is; at api.freepik.com it is spoken to as Freepik.");
    static final Setting<String> STABILITY_KEY =
            ConnectionSettings.key("stability.api.key", "The key for Stability AI's pictures.");
    static final Setting<URI> STABILITY_URL =
            ConnectionSettings.address(
                    "stability.base.url", STABILITY, "Where Stability AI is, before /v2beta.");
    static final Setting<String> OPENAI_MODEL =
            Setting.text(
                    "openai.image.model",
                    "gpt-image-2",
                    "The model of OpenAI that makes and changes pictures.");
    static final Setting<URI> A1111 =
            ConnectionSettings.address(
                    "a1111.url",
                    LOCAL_A1111,
                    "Where AUTOMATIC1111 is, or a server that speaks like it; used when given.");
    static final Setting<URI> COMFYUI =
            ConnectionSettings.address(
                    "comfyui.url", LOCAL_COMFYUI, "Where ComfyUI is; used when given.");
    static final Setting<String> COMFYUI_MODEL =
            Setting.text(
                    "comfyui.model",
                    "",
                    "The checkpoint that ComfyUI uses; empty for the first that it has.");

    public static final List<Setting<?>> ALL =
            List.of(
                    MAGNIFIC_KEY,
                    FREEPIK_KEY,
                    MAGNIFIC_URL,
                    STABILITY_KEY,
                    STABILITY_URL,
                    OPENAI_MODEL,
                    A1111,
                    COMFYUI,
                    COMFYUI_MODEL);

    public static RemoteImageSettings from(SettingValues values) {
        String magnificKey = values.get(MAGNIFIC_KEY);
        OpenAiSettings openAi = OpenAiSettings.from(values);
        HuggingFaceSettings huggingFace = HuggingFaceSettings.from(values);
        boolean paints = huggingFace.configured() && !huggingFace.imageModel().isEmpty();
        return new RemoteImageSettings(
                keyed(
                        values.get(MAGNIFIC_URL),
                        magnificKey.isEmpty() ? values.get(FREEPIK_KEY) : magnificKey),
                keyed(values.get(STABILITY_URL), values.get(STABILITY_KEY)),
                keyed(openAi.baseUrl(), openAi.apiKey()),
                values.get(OPENAI_MODEL),
                paints ? Optional.of(huggingFace) : Optional.empty(),
                addressed(values, A1111),
                addressed(values, COMFYUI),
                values.get(COMFYUI_MODEL));
    }

    private static Optional<Vendor> keyed(URI baseUrl, String key) {
        return key.isEmpty() ? Optional.empty() : Optional.of(new Vendor(baseUrl, key));
    }

    private static Optional<Vendor> addressed(SettingValues values, Setting<URI> address) {
        boolean given = !values.texts().getOrDefault(address.name(), "").isBlank();
        return given ? Optional.of(new Vendor(values.get(address), "")) : Optional.empty();
    }
}
