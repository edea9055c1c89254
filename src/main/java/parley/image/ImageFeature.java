package parley.image;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What can be done with pictures.
public enum ImageFeature {
    IMAGE_GENERATION,
    UPSCALE,
    REMOVE_BACKGROUND,
    RELIGHT,
    STYLE_TRANSFER,
    REIMAGINE,
    IMAGE_EXPAND;

    /// As paths have it: `image-generation`.
    public String pathName() {
        return intent().replace('_', '-');
    }

    /// As intents have it: `image_generation`.
    public String intent() {
        return name().toLowerCase(Locale.ROOT);
    }

    public boolean needsPicture() {
        return this != IMAGE_GENERATION;
    }

    public static Optional<ImageFeature> ofIntent(String intent) {
        return Arrays.stream(values())
                .filter(feature -> feature.intent().equals(intent))
                .findFirst();
    }

    public static Optional<ImageFeature> ofPath(String pathName) {
        return ofIntent(pathName.replace('-', '_'));
    }
}
