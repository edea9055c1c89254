package parley.document;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// What is kept beside an answer of the documents it was given: `sources[]` with `number`,
/// `file_id`, `filename`, `page`, `last_page`, `whole`, `score`, `headings` and `excerpt` (its
/// first words), `sources_left_out[]` with `file_id`, `filename`, `passages`, `pages` and `reason`,
/// and `question_understood` where an answer without a model goes on from an earlier question.
public final class SourceNotes {
    /// The names under which they are kept.
    public static final String SOURCES = "sources";

    public static final String LEFT_OUT = "sources_left_out";

    public static final String UNDERSTOOD = "question_understood";

    /// Clients may read text of any length; this is enough to know it again.
    private static final int EXCERPT = 300;

    private static final String BUDGET = "budget";

    private SourceNotes() {}

    static String of(QuestionContext context) {
        return notes(context).toString();
    }

    private static ObjectNode notes(QuestionContext context) {
        ObjectNode notes = JsonMapper.shared().createObjectNode();
        ArrayNode sources = notes.putArray(SOURCES);
        context.sources().forEach(source -> add(sources.addObject(), source));
        ArrayNode leftOut = notes.putArray(LEFT_OUT);
        context.leftOut().forEach(left -> add(leftOut.addObject(), left));
        return notes;
    }

    /// Of an answer that was put together without a model.
    static String of(DocumentReply reply, List<StoredDocument> documents) {
        List<Source> sources = new ArrayList<>();
        for (Passage passage : reply.used()) {
            documents.stream()
                    .filter(document -> document.id() == passage.documentId())
                    .findFirst()
                    .ifPresent(document ->
                            sources.add(
                                    Source.of(
                                            sources.size() + 1,
                                            document,
                                            passage,
                                            OptionalDouble.empty())));
        }
        ObjectNode notes = notes(new QuestionContext(documents, sources, List.of()));
        reply.understood().ifPresent(question -> notes.put(UNDERSTOOD, question));
        return notes.toString();
    }

    private static void add(ObjectNode node, Source source) {
        node.put("number", source.number())
                .put("file_id", DocumentId.text(source.documentId()))
                .put("filename", source.filename())
                .put("page", source.page())
                .put("last_page", source.lastPage())
                .put("whole", source.whole());
        if (source.score().isPresent()) {
            node.put("score", source.score().getAsDouble());
        } else {
            node.putNull("score");
        }
        ArrayNode headings = node.putArray("headings");
        source.headings().forEach(headings::add);
        node.put("excerpt", excerpt(source.text()));
    }

    private static void add(ObjectNode node, LeftOut left) {
        node.put("file_id", DocumentId.text(left.document().id()))
                .put("filename", left.document().filename())
                .put("passages", left.passages())
                .put("pages", left.pages())
                .put("reason", BUDGET);
    }

    private static String excerpt(String text) {
        String line = text.strip().replaceAll("\\s+", " ");
        if (line.codePointCount(0, line.length()) <= EXCERPT) {
            return line;
        }
        return line.substring(0, line.offsetByCodePoints(0, EXCERPT)).strip() + "…";
    }
}
