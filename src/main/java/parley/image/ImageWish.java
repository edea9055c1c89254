package parley.image;

import java.util.List;
import java.util.Optional;
import parley.image.pixel.Size;

/// What is to be done, with everything that says how. The pictures it is done with come beside it
/// ([InputRole]); values are inside their ranges.
public sealed interface ImageWish {
    ImageFeature feature();

    /// What was wished for in words.
    default Optional<String> words() {
        return Optional.empty();
    }

    /// @param style the name of a style, such as `watercolor`
    /// @param count how many, 1 to 4
    record Generate(
            String prompt,
            Optional<String> negativePrompt,
            Optional<String> style,
            Shape shape,
            Resolution resolution,
            int count)
            implements ImageWish {
        @Override
        public ImageFeature feature() {
            return ImageFeature.IMAGE_GENERATION;
        }

        @Override
        public Optional<String> words() {
            return Optional.of(prompt);
        }
    }

    /// @param factor 2, 4, 8 or 16
    /// @param creativity how much may be made up: 0 to 100
    /// @param sharpen 0 to 100
    /// @param optimizedFor a kind of picture, as [Choices#OPTIMIZED_FOR] has them
    record Upscale(int factor, int creativity, int sharpen, String optimizedFor)
            implements ImageWish {
        @Override
        public ImageFeature feature() {
            return ImageFeature.UPSCALE;
        }
    }

    record RemoveBackground(Background background, FileForm output) implements ImageWish {
        @Override
        public ImageFeature feature() {
            return ImageFeature.REMOVE_BACKGROUND;
        }
    }

    /// @param style as [Choices#LIGHT_STYLES] has them
    /// @param strength 0, which changes nothing, to 100
    record Relight(Optional<String> prompt, String style, int strength, Optional<LightRig> light)
            implements ImageWish {
        @Override
        public ImageFeature feature() {
            return ImageFeature.RELIGHT;
        }

        @Override
        public Optional<String> words() {
            return prompt;
        }
    }

    /// @param styleStrength 0 to 100
    /// @param structureStrength how much of the picture's own structure stays: 0 to 100
    /// @param flavor as [Choices#FLAVORS] has them
    /// @param engineStyle a way of painting, as [Choices#PAINTED_STYLES] has them; then no
    ///   reference is needed
    record StyleTransfer(
            int styleStrength,
            int structureStrength,
            String flavor,
            Optional<String> engineStyle,
            Optional<String> prompt)
            implements ImageWish {
        @Override
        public ImageFeature feature() {
            return ImageFeature.STYLE_TRANSFER;
        }

        @Override
        public Optional<String> words() {
            return prompt;
        }
    }

    /// @param shape empty for that of the picture
    /// @param count how many, 1 to 4
    record Reimagine(
            Optional<String> prompt, Imagination imagination, Optional<Shape> shape, int count)
            implements ImageWish {
        @Override
        public ImageFeature feature() {
            return ImageFeature.REIMAGINE;
        }

        @Override
        public Optional<String> words() {
            return prompt;
        }
    }

    /// @param sides how far beyond each edge, in pixels; all 0 where a shape alone says how far
    /// @param shape what the picture is to become, by growing alone
    record Expand(Sides sides, Optional<Shape> shape, Optional<String> prompt)
            implements ImageWish {
        @Override
        public ImageFeature feature() {
            return ImageFeature.IMAGE_EXPAND;
        }

        @Override
        public Optional<String> words() {
            return prompt;
        }
    }

    /// How far a picture may go from what it was.
    enum Imagination {
        SUBTLE,
        VIVID,
        WILD
    }

    /// Pixels beyond each edge, each 0 to 2048.
    record Sides(int left, int right, int top, int bottom) {
        public static final int MOST = 2048;
        public static final Sides NONE = new Sides(0, 0, 0, 0);

        public boolean isNone() {
            return equals(NONE);
        }

        Size grown(Size size) {
            return new Size(size.width() + left + right, size.height() + top + bottom);
        }
    }

    /// The forms of files that are made.
    enum FileForm {
        PNG("image/png", "png"),
        WEBP("image/webp", "webp"),
        JPEG("image/jpeg", "jpg");

        private final String mediaType;
        private final String ending;

        FileForm(String mediaType, String ending) {
            this.mediaType = mediaType;
            this.ending = ending;
        }

        public String mediaType() {
            return mediaType;
        }

        /// Of file names, without the dot.
        public String ending() {
            return ending;
        }
    }

    /// What is behind what was cut out.
    sealed interface Background {
        record Transparent() implements Background {}

        /// @param rgb `0xRRGGBB`
        record Colour(int rgb) implements Background {}

        /// What was behind it before, out of focus.
        record Blurred() implements Background {}

        /// The picture in the role [InputRole#BACKGROUND].
        record Other() implements Background {}
    }

    /// The names that requests may use.
    final class Choices {
        public static final List<String> OPTIMIZED_FOR =
                List.of(
                        "standard",
                        "soft_portraits",
                        "hard_portraits",
                        "art_n_illustration",
                        "videogame_assets",
                        "nature_n_landscapes",
                        "films_n_photography",
                        "3d_renders",
                        "science_fiction_n_horror");
        public static final List<String> LIGHT_STYLES =
                List.of(
                        "standard",
                        "darker_but_realistic",
                        "clean",
                        "smooth",
                        "brighter",
                        "contrasted_n_hdr",
                        "just_composition");
        public static final List<String> FLAVORS =
                List.of(
                        "faithful",
                        "gen_z",
                        "psychedelia",
                        "detaily",
                        "clear",
                        "donotstyle",
                        "donotstyle_sharp");
        public static final List<String> PAINTED_STYLES =
                List.of(
                        "oil",
                        "watercolour",
                        "pencil",
                        "charcoal",
                        "ink",
                        "halftone",
                        "low_poly",
                        "mosaic",
                        "pointillism",
                        "cartoon",
                        "pixel_art",
                        "sepia",
                        "vintage",
                        "pop_art");

        private Choices() {}
    }
}
