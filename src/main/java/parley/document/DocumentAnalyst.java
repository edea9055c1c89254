package parley.document;

import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import parley.conversation.Assignment;
import parley.conversation.Background;
import parley.conversation.Specialist;
import parley.llm.OutputFormat;
import parley.llm.ResolvedModel;
import parley.llm.TokenCounter;
import parley.llm.builtin.BuiltinProvider;

/// Answers what is said in a conversation that has documents: a model gets what of them fits; the
/// built-in engine answers with their own sentences. What went in is kept beside the answer before
/// anybody answers, see [SourceNotes].
///
/// It leaves alone what offers tools: those are between the client and the model, and no text of a
/// document shall come to them.
public final class DocumentAnalyst implements Specialist, Background {
    /// Of what a model can read: kept for the conversation's own words.
    private static final double HISTORY_SHARE = 0.25;

    /// Of that room: what is left of it for documents beside data, its rows and queries.
    private static final double SHARE_BESIDE_DATA = 0.5;

    /// What a request that does not say how long its answer may be keeps free: a quarter of the
    /// model, at most this.
    private static final int MOST_KEPT_FREE = 4096;

    /// The instructions around the documents.
    private static final int FRAME = 300;

    /// Shorter questions may go on from the one before in words that no rule knows: they are searched
    /// for together with it.
    private static final int SHORT_QUESTION = 40;

    private static final int FENCE_BYTES = 12;

    private final DocumentStore store;
    private final ContextChooser chooser;
    private final BuiltinReader builtin;
    private final TokenCounter tokens;
    private final int mostTokens;
    private final RandomGenerator random;

    public DocumentAnalyst(
            DocumentStore store,
            PassageSearch.Texts texts,
            PassageSearch search,
            BuiltinReader builtin,
            TokenCounter tokens,
            DocumentSettings settings,
            RandomGenerator random) {
        this.store = store;
        this.chooser = new ContextChooser(search, texts, tokens);
        this.builtin = builtin;
        this.tokens = tokens;
        this.mostTokens = settings.contextTokens();
        this.random = random;
    }

    @Override
    public boolean answer(Assignment turn) throws InterruptedException {
        List<StoredDocument> documents = documents(turn);
        if (documents.isEmpty()) {
            return false;
        }
        boolean isBuiltIn = isBuiltIn(turn);
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
                        documents,
                        turn.question().content(),
                        EarlierTurns.lastOfDocuments(turn))
                && quote(turn, documents, false);
    }

    /// Answers without a model what the documents do answer, of a conversation that also has data.
    public boolean answerIfSaid(Assignment turn) throws InterruptedException {
        List<StoredDocument> documents = besideData(turn);
        return !documents.isEmpty() && quote(turn, documents, true);
    }

    private List<StoredDocument> besideData(Assignment turn) {
        return turn.conversation().dataSourceId().isPresent()
                        && isBuiltIn(turn)
                        && turn.request().options().format() instanceof OutputFormat.Text
                ? documents(turn)
                : List.of();
    }

    private static boolean isBuiltIn(Assignment turn) {
        return turn.model().provider().name().equals(BuiltinProvider.NAME);
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
        QuestionContext context =
                context(turn, documents, (int) (room(turn) * SHARE_BESIDE_DATA));
        return Optional.of(
                new Material(
                        ContextPrompt.of(context, fence()),
                        context.sources().stream().map(Source::text).toList()));
    }

    /// The same file counts once, however often it was uploaded.
    private List<StoredDocument> documents(Assignment turn) {
        if (turn.request().options().tools().offered()) {
            return List.of();
        }
        Map<String, StoredDocument> byDigest = new LinkedHashMap<>();
        long conversation = turn.conversation().id();
        for (KeptDocument kept :
                store.ofConversation(turn.conversation().accountId(), conversation)) {
            byDigest.putIfAbsent(kept.digest(), kept.document());
        }
        return List.copyOf(byDigest.values());
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
        turn.answerWith(ContextPrompt.of(context(turn, documents, room(turn)), fence()));
        return true;
    }

    /// What goes to the model; it is kept beside the answer.
    private QuestionContext context(Assignment turn, List<StoredDocument> documents, int room)
            throws InterruptedException {
        QuestionContext context = chooser.choose(documents, searchedFor(turn, documents), room);
        turn.keep(SourceNotes.of(context));
        return context;
    }

    private String searchedFor(Assignment turn, List<StoredDocument> documents) {
        String question = turn.question().content();
        List<EarlierTurn> earlier = EarlierTurns.of(turn);
        String inFull = builtin.inFull(documents, question, earlier);
        boolean goesOn =
                inFull.equals(question)
                        && question.length() < SHORT_QUESTION
                        && !earlier.isEmpty();
        return goesOn ? question + "\n" + earlier.getLast().question() : inFull;
    }

    /// The tokens that documents may take: what is left of the smallest model that may answer when
    /// the answer, the question and a part of the history have their places.
    private int room(Assignment turn) {
        int read =
                turn.model().candidates().stream()
                        .mapToInt(ResolvedModel::contextTokens)
                        .min()
                        .orElse(turn.model().contextTokens());
        int keptFree =
                turn.request()
                        .options()
                        .sampling()
                        .maxTokens()
                        .orElse(Math.min(MOST_KEPT_FREE, read / 4));
        int input = Math.max(0, read - keptFree);
        int room =
                (int) (input * (1 - HISTORY_SHARE))
                        - tokens.count(turn.question().content())
                        - FRAME;
        return Math.clamp(room, 0, mostTokens);
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
