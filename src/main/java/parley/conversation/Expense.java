package parley.conversation;

import java.util.OptionalLong;
import parley.llm.Price;
import parley.llm.ResolvedModel;
import parley.llm.Usage;

/// Tokens and their price.
///
/// @param nanoDollars empty where the price is not known
record Expense(Usage usage, OptionalLong nanoDollars) {
    /// Where no model was asked.
    static final Expense NOTHING = new Expense(Usage.NONE, OptionalLong.empty());

    static Expense of(Usage usage, ResolvedModel model) {
        return new Expense(
                usage,
                model.info()
                        .price()
                        .map((Price price) -> OptionalLong.of(price.nanoDollars(usage)))
                        .orElse(OptionalLong.empty()));
    }

    /// What earlier runs of a turn cost.
    static Expense before(Turn turn) {
        return turn.usage().equals(Usage.NONE)
                ? NOTHING
                : new Expense(turn.usage(), turn.nanoDollars());
    }

    /// Both together: as well known as the weaker of them.
    Expense plus(Expense other) {
        if (equals(NOTHING)) {
            return other;
        }
        if (other.equals(NOTHING)) {
            return this;
        }
        OptionalLong price =
                nanoDollars.isPresent() && other.nanoDollars.isPresent()
                        ? OptionalLong.of(nanoDollars.getAsLong() + other.nanoDollars.getAsLong())
                        : OptionalLong.empty();
        return new Expense(sum(usage, other.usage), price);
    }

    private static Usage sum(Usage first, Usage second) {
        Usage weaker = first.source().compareTo(second.source()) >= 0 ? first : second;
        return new Usage(
                first.inputTokens() + second.inputTokens(),
                first.outputTokens() + second.outputTokens(),
                first.cachedTokens() + second.cachedTokens(),
                first.reasoningTokens() + second.reasoningTokens(),
                weaker.source(),
                weaker.reason());
    }
}
