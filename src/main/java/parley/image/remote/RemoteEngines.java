package parley.image.remote;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import parley.image.ImageEngine;
import parley.image.intake.Codec;
import parley.image.intake.Fetcher;

/// The engines elsewhere that are set up.
public final class RemoteEngines {
    private RemoteEngines() {}

    /// @param home where the user's workflows for ComfyUI are, in `models/comfyui`
    /// @return those that make the best pictures first
    public static List<ImageEngine> all(
            RemoteImageSettings settings, Path home, Codec codec, Fetcher fetcher) {
        // Where none is set up, nothing is loaded for them.
        return settings.isNone()
                ? List.of()
                : all(settings, home, RemoteTools.usual(codec, fetcher));
    }

    private static List<ImageEngine> all(
            RemoteImageSettings settings, Path home, RemoteTools tools) {
        Path workflows = home.resolve("models").resolve("comfyui");
        return Stream.<Optional<? extends ImageEngine>>of(
                        settings.magnific().map(it -> new MagnificEngine(it, tools)),
                        settings.openAi()
                                .map(it ->
                                        new OpenAiImageEngine(it, settings.openAiModel(), tools)),
                        settings.stability().map(it -> new StabilityEngine(it, tools)),
                        settings.comfyUi()
                                .map(it ->
                                        new ComfyUiEngine(
                                                it, settings.comfyUiModel(), workflows, tools)),
                        settings.automatic1111().map(it -> new Automatic1111Engine(it, tools)),
                        settings.huggingFace().map(it -> new HuggingFaceImageEngine(it, tools)))
                .<ImageEngine>flatMap(Optional::stream)
                .toList();
    }
}
