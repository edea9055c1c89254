package parley.conversation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import parley.error.AppException;
import parley.ledger.LedgerEntry;
import parley.llm.ModelCatalog;
import parley.llm.ModelInfo;
import parley.llm.ResolvedModel;
import parley.llm.TokenCounter;
import parley.llm.Usage;

/// Works out how turns ended whose server died: with what is stored of them. What they cost is
/// counted from that.
final class AbandonedTurns implements TurnStore.AbandonedEnding {
    private static final String REASON = "the server stopped before the answer ended";

    private final ConversationStore conversations;
    private final ModelCatalog models;
    private final TokenCounter tokens;
    private final HistoryWindow window;

    AbandonedTurns(ConversationStore conversations, ModelCatalog models, TokenCounter tokens) {
        this.conversations = conversations;
        this.models = models;
        this.tokens = tokens;
        this.window = new HistoryWindow(conversations, tokens);
    }

    @Override
    public TurnEnd endOf(Turn turn, StoredAnswer answer, Instant now) {
        // One that waited has asked nobody.
        boolean asked = turn.status() == MessageStatus.RUNNING;
        Expense used = asked ? used(turn, answer) : Expense.NOTHING;
        Expense all = Expense.before(turn).plus(used);
        Speech speech = new Speech(answer.all());
        return new TurnEnd(
                turn.id(),
                speech.text(),
                speech.rich() ? AnswerPart.of(answer.all(), false) : List.of(),
                MessageStatus.INTERRUPTED,
                turn.answeredBy(),
                all.usage(),
                all.nanoDollars(),
                turn.attempts() + (asked ? 1 : 0),
                turn.omittedMessages(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(
                        Receipt.noted(
                                turn,
                                MessageStatus.INTERRUPTED,
                                used.usage(),
                                "The server stopped before the answer ended. What the model saw was not kept.")),
                asked ? Optional.of(entry(turn, answer, used, now)) : Optional.empty(),
                now);
    }

    private Expense used(Turn turn, StoredAnswer answer) {
        Optional<ResolvedModel> model = model(turn);
        int context =
                model.map(ResolvedModel::contextTokens).orElse(ModelInfo.CAUTIOUS_CONTEXT_TOKENS);
        long input = count(answer.before()) + history(turn, context);
        Usage usage = Usage.estimated(input, count(answer.since()), REASON);
        return model.map(found -> Expense.of(usage, found))
                .orElseGet(() -> new Expense(usage, OptionalLong.empty()));
    }

    private long history(Turn turn, int context) {
        return conversations
                .findMessage(turn.accountId(), turn.id())
                .map(message ->
                        window.read(
                                        turn.conversationId(),
                                        message.sequence(),
                                        new MemoryPolicy.ModelBudget(),
                                        context)
                                .tokens())
                .orElse(0L);
    }

    private Optional<ResolvedModel> model(Turn turn) {
        try {
            return Optional.of(models.resolve(turn.answeredBy().orElse("")));
        } catch (AppException e) {
            // The model is gone, or its provider away: then its price is not known.
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private long count(List<Said> said) {
        long count = 0;
        for (Said stretch : said) {
            count +=
                    switch (stretch) {
                        case Said.Words(String text) -> tokens.count(text);
                        case Said.Thought(String _, String text) -> tokens.count(text);
                        case Said.Arguments(String text) -> tokens.count(text);
                        case Said.Call(String _, String name) -> tokens.count(name);
                        case Said.Signature _, Said.Picture _, Said.Lost _ -> 0;
                    };
        }
        return count;
    }

    private static LedgerEntry entry(Turn turn, StoredAnswer answer, Expense used, Instant now) {
        long images = answer.since().stream().filter(Said.Picture.class::isInstance).count();
        return new LedgerEntry(
                turn.accountId(),
                turn.contract(),
                turn.answeredBy().orElse(""),
                OptionalLong.of(turn.id()),
                used.usage(),
                used.nanoDollars(),
                Math.toIntExact(images),
                MessageStatus.INTERRUPTED.wireName(),
                1,
                Duration.ZERO,
                now);
    }
}
