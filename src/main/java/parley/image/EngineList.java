package parley.image;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import parley.error.AppException;

/// The engines there are, the best first.
final class EngineList {
    private final List<ImageEngine> engines;

    EngineList(List<ImageEngine> engines) {
        this.engines = List.copyOf(engines);
    }

    List<ImageEngine> able(ImageFeature feature) {
        return engines.stream().filter(engine -> engine.can(feature)).toList();
    }

    /// Those that may be asked, in this order. One that was named stands alone; one that has the
    /// model that was named comes before those that have not.
    ///
    /// @throws AppException (400) listing what there is, if no engine of that name can do this
    List<ImageEngine> candidates(
            ImageFeature feature, Optional<String> name, Optional<String> model) {
        List<ImageEngine> able = able(feature);
        if (name.isPresent()) {
            return List.of(named(name.get(), feature, able));
        }
        if (able.isEmpty()) {
            throw AppException.invalid(
                    "engine", "No engine of this server can do %s.".formatted(feature.intent()));
        }
        return model.map(wished -> havingFirst(able, feature, wished)).orElse(able);
    }

    private static ImageEngine named(String name, ImageFeature feature, List<ImageEngine> able) {
        return able.stream()
                .filter(engine -> engine.name().equalsIgnoreCase(name.strip()))
                .findFirst()
                .orElseThrow(() ->
                        AppException.invalid(
                                "engine",
                                "There is no engine \"%s\" that can do %s. There are: %s."
                                        .formatted(name, feature.intent(), names(able))));
    }

    private static String names(List<ImageEngine> engines) {
        return engines.stream().map(ImageEngine::name).collect(Collectors.joining(", "));
    }

    private static List<ImageEngine> havingFirst(
            List<ImageEngine> able, ImageFeature feature, String model) {
        List<ImageEngine> having = able.stream().filter(it -> has(it, feature, model)).toList();
        List<ImageEngine> others = able.stream().filter(it -> !having.contains(it)).toList();
        return Stream.concat(having.stream(), others.stream()).toList();
    }

    static boolean has(ImageEngine engine, ImageFeature feature, String model) {
        return engine.models(feature).contains(model);
    }
}
