package parley.prompt;

import java.time.Instant;

/// A text with variables, kept to be used again.
///
/// @param id of a system template at least [#FIRST_TEMPLATE_ID]
/// @param content with variables in braces: see [PromptText]
/// @param scenario what it is for, in the terms of whoever made it; may be empty
/// @param metadata whatever clients keep beside it, as the text of a JSON object
/// @param template whether it is a system template: everybody has it, nobody changes it
/// @param usageCount how often this account used or previewed it
public record Prompt(
        long id,
        String title,
        String content,
        String scenario,
        String description,
        String metadata,
        boolean template,
        long usageCount,
        Instant createdAt,
        Instant updatedAt) {
    /// Beyond what databases number.
    public static final long FIRST_TEMPLATE_ID = 9_000_000_000_001L;

    public static final String NO_METADATA = "{}";

    static boolean isTemplate(long id) {
        return id >= FIRST_TEMPLATE_ID;
    }

    Prompt used(long times) {
        return new Prompt(
                id,
                title,
                content,
                scenario,
                description,
                metadata,
                template,
                times,
                createdAt,
                updatedAt);
    }
}
