package parley.llm.langchain.huggingface;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import parley.llm.langchain.ConnectionSettings;
import parley.settings.Setting;
import parley.settings.SettingValues;

/// Where Hugging Face's models are, and which of them are used.
///
/// @param configured whether a key or an address was given
/// @param apiKey empty for none
/// @param baseUrl without a slash at its end
/// @param form what is spoken there
/// @param textModel the model that answers; empty for the first one that the router lists
/// @param imageModel the model that paints; empty for none
public record HuggingFaceSettings(
        boolean configured,
        String apiKey,
        URI baseUrl,
        Form form,
        String textModel,
        String imageModel) {
    /// What is spoken at an address.
    public enum Form {
        /// OpenAI's API.
        ROUTER,
        /// `POST /models/{model}` with `inputs` and `parameters`.
        INFERENCE
    }

    private static final String ROUTER = "https://router.huggingface.co/v1";
    private static final String ROUTER_HOST = "router.huggingface.co";
    static final String LLAMA = "meta-llama/Llama-2-7b-chat-hf";

    static final Setting<String> API_KEY =
            ConnectionSettings.key(
                    "huggingface.api.key",
                    "The key for Hugging Face, or for the server at huggingface.base.url.");
    static final Setting<URI> BASE_URL =
            ConnectionSettings.address(
                    "huggingface.base.url",
                    ROUTER,
                    "Where Hugging Face's models are: its router, or what comes before"
                            + " /models/{model} of a server that takes inputs and parameters.");
    static final Setting<String> FORM =
            new Setting<>(
                    "huggingface.form",
                    "auto, router or inference",
                    "auto",
                    "What is spoken at huggingface.base.url: router for OpenAI's API, inference for"
                            + " POST /models/{model} with inputs and parameters. auto: router at"
                            + " Hugging Face's router, inference everywhere else.",
                    false,
                    HuggingFaceSettings::parseForm);
    static final Setting<String> TEXT_MODEL =
            Setting.text(
                    "llama.model",
                    "",
                    "The model of Hugging Face that answers. Empty: the first one that the router"
                            + " lists, or "
                            + LLAMA
                            + " where there is no router.");
    static final Setting<String> IMAGE_MODEL =
            Setting.text(
                    "stable.diffusion.model",
                    "stabilityai/stable-diffusion-xl-base-1.0",
                    "The model of Hugging Face that paints.");

    public static final List<Setting<?>> ALL =
            List.of(API_KEY, BASE_URL, FORM, TEXT_MODEL, IMAGE_MODEL);

    public static HuggingFaceSettings from(SettingValues values) {
        String key = values.get(API_KEY);
        URI baseUrl = values.get(BASE_URL);
        boolean hasBaseUrl = !values.texts().getOrDefault(BASE_URL.name(), "").isBlank();
        Form form = form(values.get(FORM), baseUrl);
        String textModel = values.get(TEXT_MODEL);
        return new HuggingFaceSettings(
                !key.isEmpty() || hasBaseUrl,
                key,
                baseUrl,
                form,
                textModel.isEmpty() && form == Form.INFERENCE ? LLAMA : textModel,
                values.get(IMAGE_MODEL));
    }

    private static Form form(String wish, URI baseUrl) {
        return switch (wish) {
            case "router" -> Form.ROUTER;
            case "inference" -> Form.INFERENCE;
            default -> ROUTER_HOST.equals(baseUrl.getHost()) ? Form.ROUTER : Form.INFERENCE;
        };
    }

    private static String parseForm(String text) {
        String form = text.strip().toLowerCase(Locale.ROOT);
        if (!List.of("auto", "router", "inference").contains(form)) {
            throw new IllegalArgumentException("auto, router or inference");
        }
        return form;
    }

    /// `provider/model` of the model that paints; empty if there is none.
    public Optional<String> imageModelName() {
        return configured && !imageModel.isEmpty()
                ? Optional.of(HuggingFaceProvider.NAME + "/" + imageModel)
                : Optional.empty();
    }

    /// Where a model takes `inputs`: at the router beside its OpenAI part, elsewhere below the
    /// address, which may end in `/models` or not.
    public URI addressOf(String model) {
        String address = baseUrl.toString();
        if (form == Form.ROUTER || ROUTER_HOST.equals(baseUrl.getHost())) {
            address = address.replaceAll("/v1$", "").replaceAll("/hf-inference$", "");
            address += "/hf-inference";
        }
        return URI.create(address.replaceAll("/models$", "") + "/models/" + model);
    }

    @Override
    public String toString() {
        return "HuggingFaceSettings[configured=%s, baseUrl=%s, form=%s, textModel=%s, imageModel=%s]"
                .formatted(configured, baseUrl, form, textModel, imageModel);
    }
}
