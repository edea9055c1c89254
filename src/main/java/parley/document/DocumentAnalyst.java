package parley.document;

import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import parley.conversation.Assignment;
import parley.conversation.Background;
import parley.conversation.Specialist;
import parley.llm.OutputFormat;

/// Answers what is said in a conversation that has documents: a model gets what of them fits; the
/// built-in engine answers with their own sentences. What went in is kept beside the answer before
/// anybody answers, see [SourceNotes].
///
/// It leaves alone what offers tools: those are between the client and the model, and no text of a
/// document shall come to them.
public final class DocumentAnalyst implements Specialist, Background {
    /// Shorter questions may go on from the one before in words that no rule knows: they are
    /// searched for together with it.
    private static final int SHORT_QUESTION = 40;

    private static final int FENCE_BYTES = 12;

    private final DocumentContext context;
    private final BuiltinReader builtin;
    private final RandomGenerator random;

    /// @param random for words that no document can know
    public DocumentAnalyst(DocumentContext context, BuiltinReader builtin, RandomGenerator random) {
        this.context = context;
        this.builtin = builtin;
        this.random = random;
    }

    @Override
    public boolean answer(Assignment turn) throws InterruptedException {
        List<StoredDocument> documents = documents(turn);
        if (documents.isEmpty()) {
            return false;
        }
        boolean isBuiltIn = DocumentContext.isBuiltIn(turn.model());
        return switch (turn.request().options().format()) {
            case OutputFormat.Image _ -> false;
            case OutputFormat.Text _ ->
                    isBuiltIn ? quote(turn, documents, false) : askModel(turn, documents);
            case OutputFormat.JsonObject _, OutputFormat.JsonSchema _ ->
                    !isBuiltIn && askModel(turn, documents);
        };
    }

    /// Answers without a model what says that it is about the documents, of a conversation that
    /// also has data.
    public boolean answerIfNamed(Assignment turn) throws InterruptedException {
        List<StoredDocument> documents = besideData(turn);
        return !documents.isEmpty()
                && builtin.namesDocuments(
                        documents, turn.question().content(), EarlierTurns.lastOfDocuments(turn))
                && quote(turn, documents, false);
    }

    /// Answers without a model what the documents do answer, of a conversation that also has data.
    public boolean answerIfSaid(Assignment turn) throws InterruptedException {
        List<StoredDocument> documents = besideData(turn);
        return !documents.isEmpty() && quote(turn, documents, true);
    }

    private List<StoredDocument> besideData(Assignment turn) {
        return turn.conversation().dataSourceId().isPresent()
                        && DocumentContext.isBuiltIn(turn.model())
                        && turn.request().options().format() instanceof OutputFormat.Text
                ? documents(turn)
                : List.of();
    }

    @Override
    public boolean isThere(Assignment turn) {
        return !documents(turn).isEmpty();
    }

    @Override
    public Optional<Material> of(Assignment turn) throws InterruptedException {
        List<StoredDocument> documents = documents(turn);
        if (documents.isEmpty()) {
            return Optional.empty();
        }
        QuestionContext chosen = chosen(turn, documents);
        return Optional.of(
                new Material(
                        ContextPrompt.of(chosen, fence()),
                        chosen.sources().stream().map(Source::text).toList()));
    }

    private List<StoredDocument> documents(Assignment turn) {
        return context.documents(turn.conversation(), turn.request().options());
    }

    /// @param needed whether it is only said if the documents hold it
    private boolean quote(Assignment turn, List<StoredDocument> documents, boolean needed)
            throws InterruptedException {
        Optional<DocumentReply> reply =
                builtin.answer(documents, turn.question().content(), EarlierTurns.of(turn));
        if (reply.isEmpty() || (needed && reply.get().used().isEmpty())) {
            return false;
        }
        turn.keep(SourceNotes.of(reply.get(), documents));
        sayOnce(turn, reply.get().text());
        return true;
    }

    private boolean askModel(Assignment turn, List<StoredDocument> documents)
            throws InterruptedException {
        turn.answerWith(ContextPrompt.of(chosen(turn, documents), fence()));
        return true;
    }

    /// What goes to the model; it is kept beside the answer.
    private QuestionContext chosen(Assignment turn, List<StoredDocument> documents)
            throws InterruptedException {
        int room =
                context.room(
                        turn.conversation(),
                        turn.model(),
                        turn.request().options(),
                        turn.question().content());
        QuestionContext chosen = context.choose(documents, searchedFor(turn, documents), room);
        turn.keep(SourceNotes.of(chosen));
        return chosen;
    }

    private String searchedFor(Assignment turn, List<StoredDocument> documents) {
        String question = turn.question().content();
        List<EarlierTurn> earlier = EarlierTurns.of(turn);
        String inFull = builtin.inFull(documents, question, earlier);
        boolean goesOn =
                inFull.equals(question) && question.length() < SHORT_QUESTION && !earlier.isEmpty();
        return goesOn ? question + "\n" + earlier.getLast().question() : inFull;
    }

    private String fence() {
        byte[] word = new byte[FENCE_BYTES];
        random.nextBytes(word);
        return "DOCUMENT-" + HexFormat.of().formatHex(word);
    }

    /// An answer by rules is the same each time: one that was interrupted goes on where it ended.
    private static void sayOnce(Assignment turn, String text) {
        String before = turn.saidBefore();
        turn.say(text.startsWith(before) ? text.substring(before.length()) : "\n\n" + text);
    }
}
