package parley.prompt;

import java.util.Optional;
import parley.error.AppException;
import parley.error.ErrorCode;

/// What a prompt is to say. What is empty stays as it is, and of a new one is empty.
///
/// @param metadata the text of a JSON object
public record PromptDraft(
        Optional<String> title,
        Optional<String> content,
        Optional<String> scenario,
        Optional<String> description,
        Optional<String> metadata) {
    private static final int LONGEST_TITLE = 200;
    private static final int LONGEST_CONTENT = 100_000;
    private static final int LONGEST_SCENARIO = 100;
    private static final int LONGEST_DESCRIPTION = 2_000;
    private static final int LONGEST_METADATA = 50_000;

    /// @throws AppException (422) naming what is wrong
    void check() {
        check("title", title, 1, LONGEST_TITLE);
        check("content", content, 1, LONGEST_CONTENT);
        check("scenario", scenario, 0, LONGEST_SCENARIO);
        check("description", description, 0, LONGEST_DESCRIPTION);
        check("metadata", metadata, 0, LONGEST_METADATA);
    }

    /// @throws AppException (422) if a new prompt lacks what every prompt has
    void checkNew() {
        check();
        if (title.isEmpty()) {
            throw wrong("title", "title is missing: give the prompt a name.");
        }
        if (content.isEmpty()) {
            throw wrong("content", "content is missing: give the prompt its text.");
        }
    }

    private static void check(String name, Optional<String> text, int least, int most) {
        if (text.isEmpty()) {
            return;
        }
        if (least > 0 && text.get().isBlank()) {
            throw wrong(name, "%s must say something.".formatted(name));
        }
        if (text.get().length() > most) {
            throw wrong(
                    name,
                    "%s has %d characters; at most %d are kept."
                            .formatted(name, text.get().length(), most));
        }
    }

    private static AppException wrong(String name, String sentence) {
        return AppException.invalid(name, sentence).as(ErrorCode.UNPROCESSABLE);
    }
}
