package parley.llm.builtin.language;

import java.util.Arrays;

/// The languages the engine greets in and excuses itself in.
public enum Language {
    ENGLISH("en"),
    GERMAN("de"),
    FRENCH("fr"),
    SPANISH("es");

    private final String code;

    Language(String code) {
        this.code = code;
    }

    /// The language of that code; English if there is none.
    public static Language ofCode(String code) {
        return Arrays.stream(values())
                .filter(language -> language.code.equals(code))
                .findFirst()
                .orElse(ENGLISH);
    }

    /// The ISO 639-1 code: `en`.
    public String code() {
        return code;
    }
}
