package parley.llm.builtin;

import static parley.llm.ProviderException.Kind.BAD_RESPONSE;
import static parley.llm.ProviderException.Kind.RATE_LIMITED;
import static parley.llm.ProviderException.Kind.REFUSED;
import static parley.llm.ProviderException.Kind.UNAVAILABLE;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import parley.llm.ProviderException;

/// Reads what a `/fault` message asks for; see [FaultDial].
final class FaultParser {
    private static final int USUAL_TOKENS = 64;
    private static final int MOST = 200_000;
    private static final List<String> WORDS =
            List.of("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine");
    private static final String HELP =
            "The fault dial knows: slow <ms>, tokens <n>, tricky, error-after <n>, reset-after <n>,"
                    + " rate-limit <seconds>, refuse, silence, silence-after <n>, fail-times <k>."
                    + " Join several with a semicolon. It cannot read: ";

    private final Tokenizer tokenizer;

    FaultParser(Tokenizer tokenizer) {
        this.tokenizer = tokenizer;
    }

    /// A plan that explains the dial if the text cannot be read.
    FaultPlan parse(String text) {
        FaultPlan plan = new FaultPlan(words(USUAL_TOKENS), Duration.ZERO, none(), never());
        for (String part : Arrays.asList(text.split(";", -1))) {
            Optional<FaultPlan> next = with(plan, part.strip());
            if (next.isEmpty()) {
                return explanation(part.strip());
            }
            plan = next.get();
        }
        boolean nothingToRepeat = plan.times().isPresent() && plan.fault().isEmpty();
        return nothingToRepeat ? with(plan, failing(0, UNAVAILABLE, "is not there")) : plan;
    }

    private Optional<FaultPlan> with(FaultPlan plan, String part) {
        String[] words = part.split("\\s+", -1);
        if (words.length == 1) {
            return withoutNumber(plan, words[0]);
        }
        boolean readable = words.length == 2 && words[1].matches("[0-9]{1,6}");
        return readable ? withNumber(plan, words[0], Integer.parseInt(words[1])) : Optional.empty();
    }

    private static Optional<FaultPlan> withoutNumber(FaultPlan plan, String kind) {
        return switch (kind) {
            case "tricky" -> Optional.of(saying(plan, TrickyText.TOKENS));
            case "refuse" -> Optional.of(with(plan, failing(0, REFUSED, "refuses the request")));
            case "silence" -> Optional.of(with(plan, new Fault.Silent(0)));
            default -> Optional.empty();
        };
    }

    private static Optional<FaultPlan> withNumber(FaultPlan plan, String kind, int number) {
        return switch (kind) {
            case "slow" ->
                    Optional.of(
                            new FaultPlan(
                                    plan.tokens(),
                                    Duration.ofMillis(number),
                                    plan.fault(),
                                    plan.times()));
            case "tokens" -> Optional.of(saying(plan, words(Math.min(number, MOST))));
            case "fail-times" ->
                    Optional.of(
                            new FaultPlan(
                                    plan.tokens(),
                                    plan.delay(),
                                    plan.fault(),
                                    OptionalInt.of(number)));
            default -> fault(kind, number).map(fault -> with(plan, fault));
        };
    }

    private static Optional<Fault> fault(String kind, int number) {
        return switch (kind) {
            case "error-after" -> Optional.of(failing(number, UNAVAILABLE, "went away"));
            case "reset-after" -> Optional.of(failing(number, BAD_RESPONSE, "broke off"));
            case "silence-after" -> Optional.of(new Fault.Silent(number));
            case "rate-limit" ->
                    Optional.of(
                            new Fault.Failing(
                                    0,
                                    RATE_LIMITED,
                                    "The built-in engine asks to wait %d s, as the fault dial says."
                                            .formatted(number),
                                    Duration.ofSeconds(number)));
            default -> Optional.empty();
        };
    }

    private static Fault failing(int after, ProviderException.Kind kind, String verb) {
        return new Fault.Failing(
                after,
                kind,
                "The built-in engine %s after %d tokens, as the fault dial says."
                        .formatted(verb, after),
                null);
    }

    private static FaultPlan with(FaultPlan plan, Fault fault) {
        Fault first =
                plan.fault()
                        .filter(other -> other.afterTokens() <= fault.afterTokens())
                        .orElse(fault);
        return new FaultPlan(plan.tokens(), plan.delay(), Optional.of(first), plan.times());
    }

    private static FaultPlan saying(FaultPlan plan, List<String> tokens) {
        return new FaultPlan(tokens, plan.delay(), plan.fault(), plan.times());
    }

    private FaultPlan explanation(String part) {
        String shown = part.isEmpty() ? "nothing" : part;
        return new FaultPlan(tokenizer.tokens(HELP + shown), Duration.ZERO, none(), never());
    }

    private static List<String> words(int count) {
        return IntStream.range(0, count)
                .mapToObj(index -> (index == 0 ? "" : " ") + WORDS.get(index % WORDS.size()))
                .toList();
    }

    private static Optional<Fault> none() {
        return Optional.empty();
    }

    private static OptionalInt never() {
        return OptionalInt.empty();
    }
}
