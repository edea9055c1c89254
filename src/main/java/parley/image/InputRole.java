package parley.image;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What a picture that comes with a wish is for.
public enum InputRole {
    /// What is worked on.
    IMAGE("image"),
    /// What it is to be like.
    REFERENCE("reference_image"),
    /// Where light falls: white is lit.
    LIGHTMAP("lightmap"),
    /// What is put behind it.
    BACKGROUND("background_image"),
    /// Where it may be changed: transparent is changed.
    MASK("mask");

    private final String field;

    InputRole(String field) {
        this.field = field;
    }

    /// The field of requests.
    public String field() {
        return field;
    }

    public static Optional<InputRole> ofField(String field) {
        String lower = field.toLowerCase(Locale.ROOT);
        return Arrays.stream(values()).filter(role -> role.field.equals(lower)).findFirst();
    }
}
