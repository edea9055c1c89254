package parley.llm.local.llama;

import static parley.llm.local.llama.Layouts.TOKEN_DATA;
import static parley.llm.local.llama.Layouts.TOKEN_DATA_ARRAY;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Chooses the tokens of one answer. Used by one thread at a time.
///
/// A grammar is asked last, and only about the token that was chosen; all candidates are held
/// against it only where that one does not fit, as llama.cpp's own programs do it. That a token
/// fits is known before it is accepted: accepting a wrong one would end the process.
public final class LlamaSampler implements AutoCloseable {
    private static final int PENALTY_TOKENS = 256;
    private static final int TOP_K = 40;
    private static final long TOKEN_BYTES = TOKEN_DATA.byteSize();
    private static final long DATA = 0;
    private static final long SIZE = 8;
    private static final long SELECTED = 16;
    private static final long SORTED = 24;

    /// How to choose.
    ///
    /// @param temperature 0 takes the most likely token
    /// @param seed the same seed gives the same answer to the same text
    /// @param grammar empty for none
    public record Wish(
            float temperature,
            float topP,
            float minP,
            float presencePenalty,
            float frequencyPenalty,
            int seed,
            String grammar) {}

    private final SamplerFunctions functions;
    private final Arena arena = Arena.ofConfined();
    private final MemorySegment chain;
    private final @Nullable MemorySegment grammar;
    private final int vocabulary;
    private final MemorySegment data;
    private final MemorySegment candidates;

    LlamaSampler(
            SamplerFunctions functions, MemorySegment vocabularyOf, int vocabulary, Wish wish) {
        this.functions = functions;
        this.vocabulary = vocabulary;
        this.grammar =
                wish.grammar().isEmpty() ? null : functions.grammar(vocabularyOf, wish.grammar());
        if (grammar != null && grammar.equals(MemorySegment.NULL)) {
            throw new LlamaException("The JSON schema asks for more than llama.cpp can hold to.");
        }
        this.chain = functions.newChain();
        this.data = arena.allocate(TOKEN_DATA, vocabulary);
        this.candidates = arena.allocate(TOKEN_DATA_ARRAY);
        fill(wish);
    }

    private void fill(Wish wish) {
        if (wish.presencePenalty() != 0 || wish.frequencyPenalty() != 0) {
            functions.add(
                    chain,
                    functions.penalties(
                            vocabulary,
                            PENALTY_TOKENS,
                            wish.frequencyPenalty(),
                            wish.presencePenalty()));
        }
        if (wish.temperature() == 0) {
            functions.add(chain, functions.greedy());
            return;
        }
        functions.add(chain, functions.topK(TOP_K));
        functions.add(chain, functions.topP(wish.topP()));
        functions.add(chain, functions.minP(wish.minP()));
        functions.add(chain, functions.temperature(wish.temperature()));
        functions.add(chain, functions.random(wish.seed()));
    }

    /// Chooses the token after what the context has read, and remembers it.
    ///
    /// @throws LlamaException if no token fits the grammar
    public int choose(LlamaContext context) {
        return grammar == null
                ? functions.sample(chain, context.pointer())
                : chooseWithin(grammar, context);
    }

    private int chooseWithin(MemorySegment rules, LlamaContext context) {
        MemorySegment logits = Functions.view(context.logits(), vocabulary * (long) Float.BYTES);
        int chosen = choose(logits, Optional.empty());
        if (!fits(chosen, rules)) {
            chosen = choose(logits, Optional.of(rules));
            if (!fits(chosen, rules)) {
                throw new LlamaException("The model has no token that the JSON schema allows.");
            }
        }
        functions.accept(chain, chosen);
        functions.accept(rules, chosen);
        return chosen;
    }

    private int choose(MemorySegment logits, Optional<MemorySegment> rules) {
        for (int token = 0; token < vocabulary; token++) {
            long at = token * TOKEN_BYTES;
            data.set(ValueLayout.JAVA_INT, at, token);
            data.set(
                    ValueLayout.JAVA_FLOAT,
                    at + 4,
                    logits.getAtIndex(ValueLayout.JAVA_FLOAT, token));
            data.set(ValueLayout.JAVA_FLOAT, at + 8, 0f);
        }
        offer(vocabulary);
        rules.ifPresent(grammarNow -> functions.apply(grammarNow, candidates));
        functions.apply(chain, candidates);
        long selected = candidates.get(ValueLayout.JAVA_LONG, SELECTED);
        long size = candidates.get(ValueLayout.JAVA_LONG, SIZE);
        if (selected < 0 || selected >= size) {
            throw new LlamaException("llama.cpp chose no token.");
        }
        // Samplers may have put the candidates elsewhere.
        MemorySegment now =
                Functions.view(candidates.get(ValueLayout.ADDRESS, DATA), size * TOKEN_BYTES);
        return now.get(ValueLayout.JAVA_INT, selected * TOKEN_BYTES);
    }

    private boolean fits(int token, MemorySegment rules) {
        data.set(ValueLayout.JAVA_INT, 0, token);
        data.set(ValueLayout.JAVA_FLOAT, 4, 1f);
        data.set(ValueLayout.JAVA_FLOAT, 8, 0f);
        offer(1);
        functions.apply(rules, candidates);
        return data.get(ValueLayout.JAVA_FLOAT, 4) != Float.NEGATIVE_INFINITY;
    }

    private void offer(int count) {
        candidates.set(ValueLayout.ADDRESS, DATA, data);
        candidates.set(ValueLayout.JAVA_LONG, SIZE, count);
        candidates.set(ValueLayout.JAVA_LONG, SELECTED, -1L);
        candidates.set(ValueLayout.JAVA_BOOLEAN, SORTED, false);
    }

    @Override
    public void close() {
        functions.free(chain);
        if (grammar != null) {
            functions.free(grammar);
        }
        arena.close();
    }
}
