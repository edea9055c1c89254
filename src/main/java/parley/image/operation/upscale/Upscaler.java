package parley.image.operation.upscale;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import parley.image.ImageEngine;
import parley.image.ImageWish;
import parley.image.pixel.Picture;
import parley.image.pixel.Plane;

/// Chooses how a picture is made larger, does it, and judges what came of it.
///
/// A photograph that is neither to be sharpened nor to get anything made up (`sharpen` 0,
/// `creativity` 0) gives, mirrored, the mirrored result to the last bit, on any number of cores.
public final class Upscaler {
    private static final int LINE_ART_SHARPEN = 40;
    private static final double NOISY = 5;
    private static final int TINY = 24;

    /// How much of the work is done before the certificate is measured.
    private static final double MADE = 0.9;

    private final SuperResolution superResolution;

    public Upscaler(FilterBank bank) {
        superResolution = new SuperResolution(bank);
    }

    /// A larger picture, and what there is to say about it.
    ///
    /// @param copied whether its pixels are copies, as pixel art needs, rather than filtered
    /// @param confidence 0 to 1
    public record Upscaled(
            Picture picture,
            PictureKind kind,
            boolean copied,
            Certificate certificate,
            double confidence,
            List<String> warnings) {
        public Upscaled {
            warnings = List.copyOf(warnings);
        }
    }

    public Upscaled upscale(
            Picture picture, ImageWish.Upscale wish, long seed, ImageEngine.Progress progress) {
        Layers original = Layers.of(picture);
        Plane luma = original.luma();
        PictureKind kind = PictureKind.of(picture, luma);
        List<String> warnings = new ArrayList<>();
        Picture made =
                kind == PictureKind.PIXEL_ART
                        ? copies(picture, wish, warnings)
                        : filtered(original, luma, kind, wish, seed, progress, warnings);
        progress.at(MADE);
        Certificate certificate = Certificate.of(picture, made);
        double confidence = confidence(luma, kind, wish.factor(), certificate, warnings);
        progress.at(1);
        return new Upscaled(
                made, kind, kind == PictureKind.PIXEL_ART, certificate, confidence, warnings);
    }

    private static Picture copies(Picture picture, ImageWish.Upscale wish, List<String> warnings) {
        warnings.add(
                "This is pixel art: its pixels were copied, its colours and hard edges kept"
                        + " and nothing was smoothed.");
        Picture made = picture;
        for (int reached = 2; reached <= wish.factor(); reached *= 2) {
            made = PixelArt.twice(made);
        }
        return made;
    }

    private Picture filtered(
            Layers original,
            Plane luma,
            PictureKind kind,
            ImageWish.Upscale wish,
            long seed,
            ImageEngine.Progress progress,
            List<String> warnings) {
        deblock(original, luma, warnings);
        Preset preset = Preset.of(wish.optimizedFor()).with(wish.sharpen(), wish.creativity());
        int sharpen = preset.sharpen();
        if (kind == PictureKind.LINE_ART) {
            sharpen = Math.max(sharpen, LINE_ART_SHARPEN);
        }
        Layers made =
                superResolution.enlarge(
                        original, wish.factor(), sharpen, done -> progress.at(MADE * done * 0.95));
        if (preset.creativity() > 0) {
            Creativity.add(made, preset.creativity(), wish.factor(), seed);
            warnings.add(
                    "Contrast and grain that are not in the picture were added (creativity %d)."
                            .formatted(preset.creativity()));
        }
        return made.picture();
    }

    private static void deblock(Layers original, Plane luma, List<String> warnings) {
        Blocking blocking = Blocking.of(luma);
        if (!blocking.isStrong()) {
            return;
        }
        for (int colour = 0; colour < Layers.colours(); colour++) {
            blocking.smooth(original.planes().get(colour));
        }
        warnings.add(
                "The picture shows the 8 × 8 blocks of strong compression; the steps between them"
                        + " were smoothed first.");
    }

    private static double confidence(
            Plane luma,
            PictureKind kind,
            int factor,
            Certificate certificate,
            List<String> warnings) {
        double confidence =
                switch (factor) {
                    case 2 -> 0.95;
                    case 4 -> 0.9;
                    case 8 -> 0.65;
                    default -> 0.45;
                };
        if (kind == PictureKind.PIXEL_ART) {
            return 0.9;
        }
        if (factor > 4) {
            warnings.add(
                    "%d times larger is more than the picture holds: edges are clear, fine structure is smooth."
                            .formatted(factor));
        }
        if (!certificate.isConsistent()) {
            confidence -= 0.15;
        }
        if (Math.min(luma.width(), luma.height()) < TINY) {
            confidence -= 0.2;
            warnings.add(
                    "With %d × %d pixels there is little to go by."
                            .formatted(luma.width(), luma.height()));
        }
        double noise = Noise.of(luma);
        if (noise > NOISY) {
            confidence -= 0.15;
            warnings.add(
                    String.format(
                            Locale.ROOT,
                            "The picture is noisy (about %.0f levels); the noise was enlarged with it.",
                            noise));
        }
        return Math.max(0.1, Math.round(confidence * 100) / 100.0);
    }
}
