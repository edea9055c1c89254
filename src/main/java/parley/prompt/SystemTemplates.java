package parley.prompt;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The templates that everybody has: the resource `prompts/templates.json`. Their ids are their
/// places there, so new ones are added at the end.
final class SystemTemplates {
    private static final String RESOURCE = "/prompts/templates.json";

    /// When the first of them were written.
    private static final Instant WRITTEN = Instant.parse("2026-11-21T00:00:00Z");

    private static @Nullable List<Prompt> all;

    private SystemTemplates() {}

    static synchronized List<Prompt> all() {
        List<Prompt> known = all;
        if (known == null) {
            known = read();
            all = known;
        }
        return known;
    }

    static Optional<Prompt> find(long id) {
        return all().stream().filter(template -> template.id() == id).findFirst();
    }

    static List<Prompt> matching(PromptQuery query) {
        return all().stream()
                .filter(template ->
                        query.scenario().isEmpty()
                                || query.scenario().get().equals(template.scenario()))
                .filter(template ->
                        query.search().isEmpty() || holds(template, query.search().get()))
                .toList();
    }

    private static boolean holds(Prompt template, String search) {
        String text = template.title() + "\n" + template.content() + "\n" + template.description();
        return text.toLowerCase(Locale.ROOT).contains(search.toLowerCase(Locale.ROOT));
    }

    private static List<Prompt> read() {
        try (@Nullable InputStream stream = SystemTemplates.class.getResourceAsStream(RESOURCE)) {
            if (stream == null) {
                throw new IllegalStateException("The program lacks its file " + RESOURCE + ".");
            }
            List<Prompt> templates = new ArrayList<>();
            for (JsonNode template : JsonMapper.shared().readTree(stream)) {
                templates.add(
                        new Prompt(
                                Prompt.FIRST_TEMPLATE_ID + templates.size(),
                                template.path("title").asString(),
                                template.path("content").asString(),
                                template.path("scenario").asString(),
                                template.path("description").asString(),
                                template.path("metadata").toString(),
                                true,
                                0,
                                WRITTEN,
                                WRITTEN));
            }
            return List.copyOf(templates);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
