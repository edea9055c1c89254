package parley.image;

import java.util.Arrays;
import java.util.Locale;
import parley.error.AppException;

/// How fine a picture is that is made: about 1, 4 or 16 megapixels.
public enum Resolution {
    ONE_K("1k", 1),
    TWO_K("2k", 2),
    FOUR_K("4k", 4);

    private final String wireName;
    private final int factor;

    Resolution(String wireName, int factor) {
        this.wireName = wireName;
        this.factor = factor;
    }

    public String wireName() {
        return wireName;
    }

    /// How many times as long the sides are as at 1k.
    public int factor() {
        return factor;
    }

    /// @throws AppException (400) if there is no such resolution
    public static Resolution parse(String field, String text) {
        return Arrays.stream(values())
                .filter(each -> each.wireName.equals(text.strip().toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() ->
                        AppException.invalid(
                                field,
                                "%s must be \"1k\", \"2k\" or \"4k\", not \"%s\"."
                                        .formatted(field, text)));
    }
}
