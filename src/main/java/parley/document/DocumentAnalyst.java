package parley.document;

import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import parley.conversation.Assignment;
import parley.conversation.Message;
import parley.conversation.Specialist;
import parley.llm.OutputFormat;
import parley.llm.ResolvedModel;
import parley.llm.Role;
import parley.llm.TokenCounter;
import parley.llm.builtin.BuiltinProvider;

/// Answers what is said in a conversation that has documents: a model gets what of them fits; the
/// built-in engine answers with their own sentences. What went in is kept beside the answer before
/// anybody answers, see [SourceNotes].
///
/// It leaves alone what offers tools: those are between the client and the model, and no text of a
/// document shall come to them.
public final class DocumentAnalyst implements Specialist {
    /// Of what a model can read: kept for the conversation's own words.
    private static final double HISTORY_SHARE = 0.25;

    /// What a request that does not say how long its answer may be keeps free: a quarter of the
    /// model, at most this.
    private static final int MOST_KEPT_FREE = 4096;

    /// The instructions around the documents.
    private static final int FRAME = 300;

    /// Shorter questions go on from the one before, and are searched for together with it.
    private static final int SHORT_QUESTION = 40;

    private static final int MESSAGES_BACK = 6;
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
        if (turn.request().options().tools().offered()) {
            return false;
        }
        List<StoredDocument> documents =
                documents(turn.conversation().accountId(), turn.conversation().id());
        if (documents.isEmpty()) {
            return false;
        }
        boolean isBuiltIn = turn.model().provider().name().equals(BuiltinProvider.NAME);
        return switch (turn.request().options().format()) {
            case OutputFormat.Image _ -> false;
            case OutputFormat.Text _ ->
                    isBuiltIn ? quote(turn, documents) : askModel(turn, documents);
            case OutputFormat.JsonObject _, OutputFormat.JsonSchema _ ->
                    !isBuiltIn && askModel(turn, documents);
        };
    }

    /// The same file counts once, however often it was uploaded.
    private List<StoredDocument> documents(long accountId, long conversationId) {
        Map<String, StoredDocument> byDigest = new LinkedHashMap<>();
        for (KeptDocument kept : store.ofConversation(accountId, conversationId)) {
            byDigest.putIfAbsent(kept.digest(), kept.document());
        }
        return List.copyOf(byDigest.values());
    }

    private boolean quote(Assignment turn, List<StoredDocument> documents)
            throws InterruptedException {
        Optional<DocumentReply> reply = builtin.answer(documents, turn.question().content());
        if (reply.isEmpty()) {
            return false;
        }
        turn.keep(SourceNotes.of(reply.get(), documents));
        sayOnce(turn, reply.get().text());
        return true;
    }

    private boolean askModel(Assignment turn, List<StoredDocument> documents)
            throws InterruptedException {
        QuestionContext context = chooser.choose(documents, searchedFor(turn), room(turn));
        turn.keep(SourceNotes.of(context));
        turn.answerWith(ContextPrompt.of(context, fence()));
        return true;
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

    private static String searchedFor(Assignment turn) {
        String question = turn.question().content();
        if (question.length() >= SHORT_QUESTION) {
            return question;
        }
        return turn.before(MESSAGES_BACK).reversed().stream()
                .filter(message -> message.role() == Role.USER)
                .findFirst()
                .map(Message::content)
                .map(before -> question + "\n" + before)
                .orElse(question);
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
