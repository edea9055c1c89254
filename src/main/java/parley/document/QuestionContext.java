package parley.document;

import java.util.List;

/// What goes to the model with one question.
///
/// @param documents all of the conversation, the newest last
/// @param sources in the order of the documents, then of their pages
record QuestionContext(
        List<StoredDocument> documents, List<Source> sources, List<LeftOut> leftOut) {
    QuestionContext {
        documents = List.copyOf(documents);
        sources = List.copyOf(sources);
        leftOut = List.copyOf(leftOut);
    }
}
