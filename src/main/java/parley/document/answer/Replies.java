package parley.document.answer;

import java.util.ArrayList;
import java.util.List;
import parley.document.DocumentReply;
import parley.document.Passage;

/// Collects a reply: its paragraphs, and the passages they rest on.
final class Replies {
    private final List<String> paragraphs = new ArrayList<>();
    private final List<Passage> used = new ArrayList<>();

    Replies say(String paragraph) {
        paragraphs.add(paragraph);
        return this;
    }

    Replies uses(Passage passage) {
        if (!used.contains(passage)) {
            used.add(passage);
        }
        return this;
    }

    DocumentReply done() {
        return new DocumentReply(String.join("\n\n", paragraphs), used);
    }
}
