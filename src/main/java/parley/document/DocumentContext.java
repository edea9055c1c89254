package parley.document;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import parley.conversation.Conversation;
import parley.llm.ModelOptions;
import parley.llm.OutputFormat;
import parley.llm.ResolvedModel;
import parley.llm.TokenCounter;
import parley.llm.builtin.BuiltinProvider;

/// What of a conversation's documents goes to a model.
public final class DocumentContext {
    /// Of what a model can read: kept for the conversation's own words.
    private static final double HISTORY_SHARE = 0.25;

    /// Of the room for documents: what is left of it beside data, its rows and queries.
    private static final double SHARE_BESIDE_DATA = 0.5;

    /// What a request that does not say how long its answer may be keeps free: a quarter of the
    /// model, at most this.
    private static final int MOST_KEPT_FREE = 4096;

    /// The instructions around the documents.
    private static final int FRAME = 300;

    /// Like the words that fence quotations, which are random: so is what they cost, a little.
    private static final String SAMPLE_FENCE = "DOCUMENT-7be19c04d2a853f6e1409b7c";

    private final DocumentStore store;
    private final ContextChooser chooser;
    private final TokenCounter tokens;
    private final int mostTokens;

    public DocumentContext(
            DocumentStore store,
            PassageSearch.Texts texts,
            PassageSearch search,
            TokenCounter tokens,
            DocumentSettings settings) {
        this.store = store;
        this.chooser = new ContextChooser(search, texts, tokens);
        this.tokens = tokens;
        this.mostTokens = settings.contextTokens();
    }

    /// About how many tokens the documents add to what a model reads with a question; none for the
    /// built-in engine, which reads them itself, and beside tools of a client.
    public long tokens(
            Conversation conversation, ResolvedModel model, ModelOptions options, String question)
            throws InterruptedException {
        List<StoredDocument> documents = documents(conversation, options);
        if (documents.isEmpty()
                || isBuiltIn(model)
                || options.format() instanceof OutputFormat.Image) {
            return 0;
        }
        QuestionContext chosen =
                choose(documents, question, room(conversation, model, options, question));
        return tokens.count(ContextPrompt.of(chosen, SAMPLE_FENCE));
    }

    static boolean isBuiltIn(ResolvedModel model) {
        return model.provider().name().equals(BuiltinProvider.NAME);
    }

    /// The same file counts once, however often it was uploaded. Beside a client's tools there are
    /// none.
    List<StoredDocument> documents(Conversation conversation, ModelOptions options) {
        if (options.tools().offered()) {
            return List.of();
        }
        Map<String, StoredDocument> byDigest = new LinkedHashMap<>();
        for (KeptDocument kept :
                store.ofConversation(conversation.accountId(), conversation.id())) {
            byDigest.putIfAbsent(kept.digest(), kept.document());
        }
        return List.copyOf(byDigest.values());
    }

    QuestionContext choose(List<StoredDocument> documents, String question, int room)
            throws InterruptedException {
        return chooser.choose(documents, question, room);
    }

    /// The tokens that documents may take: what is left of the smallest model that may answer when
    /// the answer, the question and a part of the history have their places.
    int room(
            Conversation conversation, ResolvedModel model, ModelOptions options, String question) {
        int read =
                model.candidates().stream()
                        .mapToInt(ResolvedModel::contextTokens)
                        .min()
                        .orElse(model.contextTokens());
        int keptFree = options.sampling().maxTokens().orElse(Math.min(MOST_KEPT_FREE, read / 4));
        int input = Math.max(0, read - keptFree);
        int room = (int) (input * (1 - HISTORY_SHARE)) - tokens.count(question) - FRAME;
        int most = Math.clamp(room, 0, mostTokens);
        return conversation.dataSourceId().isPresent() ? (int) (most * SHARE_BESIDE_DATA) : most;
    }
}
