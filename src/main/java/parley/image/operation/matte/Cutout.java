package parley.image.operation.matte;

import java.util.List;
import java.util.Optional;
import parley.image.operation.matte.Candidate.Method;
import parley.image.operation.matte.Judge.Verdict;
import parley.image.pixel.Picture;

/// A subject cut out of its picture. Shadows the subject casts are not part of it.
///
/// @param subject the picture's size; alpha says how much of a pixel is the subject's, and colours
///   are the subject's own, without what shone through of the background
/// @param confidence how much of the subject was probably found, 0 to 1
/// @param methods the ways that were tried, and what each was worth; the first was taken
public record Cutout(Picture subject, double confidence, double share, List<Tried> methods) {
    /// Less than this of all pixels being transparent is no cut-out.
    private static final double LEAST_TRANSPARENT = 0.01;

    /// The longest side of the copy on which subjects are compared.
    static final int SMALL = 192;

    /// The longest side of the copy on which the best is traced.
    static final int LARGER = 384;

    public Cutout {
        methods = List.copyOf(methods);
    }

    /// @param method its name
    /// @param likely how much of the subject it probably found, 0 to 1
    /// @param overlap how much of the colours of subject and background is the same, 0 to 1
    /// @param contrast how clear the outline is beside the unrest of the background, 0 to 1
    /// @param touch how much of the picture's edges the subject takes, 0 to 1
    /// @param agreement how much the other ways found the same, 0 to 1
    public record Tried(
            String method,
            double likely,
            double overlap,
            double contrast,
            double touch,
            double agreement) {
        static Tried of(Verdict verdict) {
            return new Tried(
                    verdict.candidate().method().word(),
                    verdict.likely(),
                    verdict.traits().overlap(),
                    verdict.traits().contrast(),
                    verdict.traits().touch(),
                    verdict.traits().agreement());
        }
    }

    /// Cuts out what the picture shows; a picture that is already transparent around its subject
    /// stays as it is.
    public static Cutout of(Picture picture) {
        return already(picture).orElseGet(() -> found(picture));
    }

    /// The way that was taken.
    public String method() {
        return methods.getFirst().method();
    }

    private static Optional<Cutout> already(Picture picture) {
        long clear = 0;
        double covered = 0;
        for (int pixel : picture.argb()) {
            int alpha = pixel >>> 24;
            clear += alpha < 16 ? 1 : 0;
            covered += alpha / 255.0;
        }
        double pixels = picture.argb().length;
        if (clear < LEAST_TRANSPARENT * pixels || clear == picture.argb().length) {
            return Optional.empty();
        }
        Tried kept = new Tried(Method.ALPHA.word(), 1, 0, 1, 0, 1);
        return Optional.of(new Cutout(picture, 1, covered / pixels, List.of(kept)));
    }

    private static Cutout found(Picture picture) {
        SmallCopy larger = SmallCopy.of(picture, LARGER);
        SmallCopy copy = larger.smaller(SMALL);
        List<Verdict> verdicts = Judge.verdicts(Candidates.of(copy), copy);
        Verdict best = verdicts.getFirst();
        Candidate detailed = Candidates.detailed(best.candidate(), larger);
        Picture subject = EdgeAlpha.cut(picture, detailed, LocalColours.unrest(larger, detailed));
        return new Cutout(
                subject,
                best.likely(),
                best.traits().share(),
                verdicts.stream().map(Tried::of).toList());
    }
}
