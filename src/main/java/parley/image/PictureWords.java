package parley.image;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import parley.image.intent.IntentReader.Earlier;
import parley.image.intent.IntentReader.PictureState;
import parley.image.intent.IntentReader.Understood;

/// What is said of pictures in answers, as Markdown.
final class PictureWords {
    /// Below this an engine's own doubt is told.
    private static final double DOUBT = 0.5;

    private static final int LONGEST_NAME = 100;

    private final ImageLinks links;

    /// @param baseUrl what addresses of pictures begin with; without a slash at the end
    PictureWords(String baseUrl) {
        this.links = new ImageLinks(baseUrl);
    }

    /// What was made, with what should be known about it.
    String made(ImageTask task) {
        StringBuilder text = new StringBuilder();
        for (KeptImage image : task.images()) {
            text.append("\n\n").append(markdown(image.id(), name(task)));
        }
        for (String note : notes(task)) {
            text.append("\n\n> ").append(note.replace('\n', ' '));
        }
        return text.toString();
    }

    /// A question, with the answers that it offers.
    static String asked(Understood.Unclear unclear) {
        StringBuilder text = new StringBuilder(unclear.question());
        unclear.choices().forEach(choice -> text.append("\n- ").append(choice));
        return text.toString();
    }

    /// A picture that is shown again.
    String shown(String sentence, String imageId, PictureState state) {
        String name = state.earlier(imageId).map(Earlier::prompt).orElse("");
        return sentence + "\n\n" + markdown(imageId, name.isBlank() ? "picture" : name);
    }

    String markdown(String imageId, String name) {
        return "![%s](%s)".formatted(escaped(name), links.file(imageId));
    }

    static String failed(ImageTask task) {
        return task.failure()
                .map(failure -> "\n\nThat did not work: " + failure.sentence())
                .orElse("\n\nThe work was cancelled.");
    }

    /// Warnings, what was asked for and not drawn, and an engine's doubt.
    private static List<String> notes(ImageTask task) {
        List<String> notes = new ArrayList<>(task.warnings());
        List<String> missing = new ArrayList<>();
        task.metrics().path("unrendered_terms").forEach(term -> missing.add(term.asString("")));
        String warned = String.join(" ", notes);
        if (!missing.isEmpty() && missing.stream().anyMatch(term -> !warned.contains(term))) {
            notes.add("Not drawn: %s.".formatted(String.join(", ", missing)));
        }
        task.confidence()
                .filter(sure -> sure < DOUBT)
                .ifPresent(sure ->
                        notes.add(
                                String.format(
                                        Locale.ROOT,
                                        "I am not sure that this came out well (confidence %.0f %%).",
                                        sure * 100)));
        return notes;
    }

    private static String name(ImageTask task) {
        return task.wish().words().orElseGet(() -> task.feature().pathName().replace('-', ' '));
    }

    private static String escaped(String text) {
        String line = text.replaceAll("[\\[\\]\\\\<>`]+", "").replaceAll("\\s+", " ").strip();
        return line.length() <= LONGEST_NAME ? line : line.substring(0, LONGEST_NAME).strip();
    }
}
