package parley.image.intent;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import parley.image.pixel.Size;

/// How many times larger: "2x", "x4", "twice", "400 %", "to 4k", "3000 px wide".
final class ScaleWords {
    private static final Pattern TIMES =
            Pattern.compile(
                    "(?<![\\d.:])(\\d{1,2}(?:[.,]\\d)?)\\s?-?(?:x|times|fold|mal|fach|fois|veces)"
                            + "(?![\\p{L}\\p{N}])|(?<![\\p{L}\\p{N}])(?:x\\s?|by (?:a )?(?:factor (?:of )?)?)(\\d{1,2})(?![\\p{L}\\p{N}%]|\\s?(?:%|px|pix|perc))");
    private static final Pattern PERCENT =
            Pattern.compile("(?<!\\d)(\\d{2,4})\\s?(?:%|percent|prozent|pour ?cent|por ciento)");
    private static final Pattern PIXELS =
            Pattern.compile(
                    "(?<![\\d.])(\\d{3,5})\\s?(?:(?:x|by)\\s?(\\d{3,5})(?:\\s?(?:px|pixels?))?|(?:px|pixels?|pixel|pixeles)"
                            + "(?:\\s(wide|across|tall|high|in height|in width|breit|hoch|de large|de ancho))?)");
    private static final NamedWords<Integer> WORDS =
            new NamedWords<Integer>()
                    .add(16, "sixteen times|sixteenfold|sechzehnfach\\w*")
                    .add(8, "eight times|eightfold|octuple|achtfach\\w*|huit fois|ocho veces")
                    .add(
                            4,
                            "quadrupl\\w*|four times|fourfold|vier ?mal|vierfach\\w*|quatre fois|cuatro veces|cuadruplic\\w*|tripl\\w*|three times|threefold|dreifach\\w*|trois fois|tres veces")
                    .add(
                            2,
                            "doubl\\w*|twice|two times|twofold|doppelt\\w*|verdopp\\w*|zweifach\\w*|zweimal|deux fois|dobl\\w*|duplic\\w*|dos veces");
    private static final NamedWords<Integer> WIDTHS =
            new NamedWords<Integer>()
                    .add(7680, "8k")
                    .add(3840, "4k|uhd|ultra ?hd")
                    .add(2560, "2k|1440p|qhd")
                    .add(1920, "1080p|full ?hd|fhd");

    private ScaleWords() {}

    /// A factor of 2, 4, 8 or 16: the nearest to what is said.
    static Optional<Found<Integer>> factor(String folded, Optional<Size> size) {
        Matcher times = TIMES.matcher(folded);
        if (times.find()) {
            String number = times.group(1) != null ? times.group(1) : times.group(2);
            double factor = Double.parseDouble(number.replace(',', '.'));
            if (factor > 1 && factor <= 32) {
                return Optional.of(new Found<>(nearest(factor), times.start(), times.end()));
            }
        }
        Optional<Found<Integer>> word = WORDS.find(folded);
        if (word.isPresent()) {
            return word;
        }
        Matcher percent = PERCENT.matcher(folded);
        if (percent.find()) {
            double share = Double.parseDouble(percent.group(1)) / 100;
            double factor = share <= 1 ? 1 + share : share;
            return Optional.of(new Found<>(nearest(factor), percent.start(), percent.end()));
        }
        Optional<Found<Size>> wanted = pixels(folded);
        if (wanted.isPresent()) {
            return wanted.map(found -> found.with(target -> nearest(growth(target, size))));
        }
        return WIDTHS.find(folded)
                .map(found ->
                        found.with(width ->
                                nearest(
                                        size.map(now ->
                                                        (double) width
                                                                / Math.max(
                                                                        now.width(), now.height()))
                                                .orElse(width / 1200.0))));
    }

    /// How many times as large a picture becomes by a size in pixels; empty where none is said, or
    /// the picture's own is not known.
    static Optional<Double> growth(String folded, Optional<Size> size) {
        return size.flatMap(now -> pixels(folded).map(found -> growth(found.value(), size)));
    }

    /// A size in pixels; a side that is not said is 1.
    private static Optional<Found<Size>> pixels(String folded) {
        Matcher pixels = PIXELS.matcher(folded);
        if (!pixels.find()) {
            return Optional.empty();
        }
        int first = Integer.parseInt(pixels.group(1));
        boolean high =
                pixels.group(3) != null && pixels.group(3).matches("tall|high|in height|hoch");
        int second = pixels.group(2) == null ? 1 : Integer.parseInt(pixels.group(2));
        Size size = high ? new Size(1, first) : new Size(first, second);
        return Optional.of(new Found<>(size, pixels.start(), pixels.end()));
    }

    private static double growth(Size wanted, Optional<Size> size) {
        return size.map(now ->
                        Math.max(
                                (double) wanted.width() / now.width(),
                                (double) wanted.height() / now.height()))
                .orElse(2.0);
    }

    /// On a scale where each doubling is one step.
    private static int nearest(double factor) {
        long doublings = Math.round(Math.log(factor) / Math.log(2));
        return 1 << Math.clamp(doublings, 1, 4);
    }
}
