package parley.bench;

import java.util.List;
import java.util.Optional;
import parley.image.ImageFeature;

/// An operation whose time is measured, and how other programs do the same.
///
/// @param largest in megapixels: what is made may have 25 of them
/// @param reference whether a second picture comes with it
/// @param convert what makes ImageMagick do the same; empty where it cannot
/// @param openCv the same in Python; empty where it cannot
record TimedOperation(
        ImageFeature feature,
        String name,
        String wish,
        double largest,
        boolean reference,
        List<String> convert,
        Optional<String> openCv) {
    /// GrabCut in a frame of a tenth (Rother et al. 2004); its usual five rounds.
    private static final String GRAB_CUT =
            """
            mask = np.zeros((h, w), np.uint8)
            frame = (w // 10, h // 10, w - w // 5, h - h // 5)
            cv2.grabCut(image, mask, frame, np.zeros((1, 65)), np.zeros((1, 65)), 5, cv2.GC_INIT_WITH_RECT)
            """;

    /// Mean and deviation of each channel of Lab (Reinhard et al. 2001).
    private static final String REINHARD =
            """
            other = cv2.cvtColor(cv2.flip(255 - image, 0).astype(np.float32) / 255, cv2.COLOR_BGR2Lab)
            lab = cv2.cvtColor(image.astype(np.float32) / 255, cv2.COLOR_BGR2Lab)
            m, d = cv2.meanStdDev(lab); n, e = cv2.meanStdDev(other)
            lab = (lab - m.ravel()) * (e.ravel() / np.maximum(d.ravel(), 1e-6)) + n.ravel()
            cv2.cvtColor(lab.astype(np.float32), cv2.COLOR_Lab2BGR)
            """;

    /// Telea's filling (2004), radius 3.
    private static final String TELEA =
            """
            wide = cv2.copyMakeBorder(image, 0, 0, 128, 128, cv2.BORDER_CONSTANT)
            mask = np.zeros(wide.shape[:2], np.uint8); mask[:, :128] = 255; mask[:, -128:] = 255
            cv2.inpaint(wide, mask, 3, cv2.INPAINT_TELEA)
            """;

    TimedOperation {
        convert = List.copyOf(convert);
    }

    static final List<TimedOperation> ALL =
            List.of(
                    plain(
                            ImageFeature.IMAGE_GENERATION,
                            "generate, 1k",
                            "{\"prompt\": \"a lighthouse by the sea at dusk\"}",
                            1),
                    plain(ImageFeature.UPSCALE, "upscale, 2 times", "{\"scale_factor\": 2}", 6)
                            .magick("-filter", "Lanczos", "-resize", "200%")
                            .cv(
                                    "cv2.resize(image, None, fx=2, fy=2, interpolation=cv2.INTER_LANCZOS4)"),
                    plain(ImageFeature.REMOVE_BACKGROUND, "remove background", "{}", 12)
                            .magick(
                                    "-alpha",
                                    "set",
                                    "-fuzz",
                                    "15%",
                                    "-fill",
                                    "none",
                                    "-draw",
                                    "color 0,0 floodfill")
                            .cv(GRAB_CUT),
                    plain(
                            ImageFeature.RELIGHT,
                            "relight",
                            "{\"prompt\": \"golden hour from the left\"}",
                            12),
                    plain(
                                    ImageFeature.STYLE_TRANSFER,
                                    "style, oil",
                                    "{\"engine_style\": \"oil\"}",
                                    12)
                            .magick("-paint", "4")
                            .cv("cv2.xphoto.oilPainting(image, 4, 1)"),
                    plain(
                                    ImageFeature.STYLE_TRANSFER,
                                    "style, charcoal",
                                    "{\"engine_style\": \"charcoal\"}",
                                    12)
                            .magick("-charcoal", "2")
                            .cv("cv2.pencilSketch(image, sigma_s=60, sigma_r=0.07)"),
                    plain(
                                    ImageFeature.STYLE_TRANSFER,
                                    "style, watercolour",
                                    "{\"engine_style\": \"watercolour\"}",
                                    12)
                            .cv("cv2.stylization(image, sigma_s=60, sigma_r=0.45)"),
                    new TimedOperation(
                            ImageFeature.STYLE_TRANSFER,
                            "style, another picture's",
                            "{}",
                            12,
                            true,
                            List.of(),
                            Optional.of(REINHARD)),
                    plain(
                            ImageFeature.REIMAGINE,
                            "reimagine, vivid",
                            "{\"imagination\": \"vivid\"}",
                            12),
                    plain(
                                    ImageFeature.IMAGE_EXPAND,
                                    "expand, 128 pixels to the left and right",
                                    "{\"left\": 128, \"right\": 128}",
                                    12)
                            .cv(TELEA));

    private static TimedOperation plain(
            ImageFeature feature, String name, String wish, double largest) {
        return new TimedOperation(feature, name, wish, largest, false, List.of(), Optional.empty());
    }

    private TimedOperation magick(String... options) {
        return new TimedOperation(
                feature, name, wish, largest, reference, List.of(options), openCv);
    }

    private TimedOperation cv(String python) {
        return new TimedOperation(
                feature, name, wish, largest, reference, convert, Optional.of(python.strip()));
    }
}
