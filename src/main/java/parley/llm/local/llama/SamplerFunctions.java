package parley.llm.local.llama;

import static parley.llm.local.llama.Functions.FLOAT;
import static parley.llm.local.llama.Functions.INT;
import static parley.llm.local.llama.Functions.POINTER;
import static parley.llm.local.llama.Functions.SIZE;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;

/// The functions of llama.cpp that choose tokens.
final class SamplerFunctions {
    private final MethodHandle newChain;
    private final MethodHandle add;
    private final MethodHandle free;
    private final MethodHandle apply;
    private final MethodHandle accept;
    private final MethodHandle sample;
    private final MethodHandle greedy;
    private final MethodHandle random;
    private final MethodHandle topK;
    private final MethodHandle topP;
    private final MethodHandle minP;
    private final MethodHandle temperature;
    private final MethodHandle penalties;
    private final MethodHandle grammar;

    SamplerFunctions(Functions functions) {
        newChain = functions.returning(POINTER, "llama_sampler_chain_init", Layouts.CHAIN_PARAMS);
        add = functions.action("llama_sampler_chain_add", POINTER, POINTER);
        free = functions.action("llama_sampler_free", POINTER);
        apply = functions.action("llama_sampler_apply", POINTER, POINTER);
        accept = functions.action("llama_sampler_accept", POINTER, INT);
        sample = functions.returning(INT, "llama_sampler_sample", POINTER, POINTER, INT);
        greedy = functions.returning(POINTER, "llama_sampler_init_greedy");
        random = functions.returning(POINTER, "llama_sampler_init_dist", INT);
        topK = functions.returning(POINTER, "llama_sampler_init_top_k", INT);
        topP = functions.returning(POINTER, "llama_sampler_init_top_p", FLOAT, SIZE);
        minP = functions.returning(POINTER, "llama_sampler_init_min_p", FLOAT, SIZE);
        temperature = functions.returning(POINTER, "llama_sampler_init_temp", FLOAT);
        penalties =
                functions.returning(
                        POINTER, "llama_sampler_init_penalties", INT, INT, FLOAT, FLOAT, FLOAT);
        grammar =
                functions.returning(
                        POINTER, "llama_sampler_init_grammar", POINTER, POINTER, POINTER);
    }

    MemorySegment newChain() {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment params = arena.allocate(Layouts.CHAIN_PARAMS);
            Layouts.setBoolean(Layouts.CHAIN_PARAMS, params, "no_perf", true);
            return (MemorySegment) newChain.invokeExact(params);
        } catch (Throwable e) {
            throw Functions.broken(e);
        }
    }

    /// The chain owns the sampler from now on.
    void add(MemorySegment chain, MemorySegment sampler) {
        try {
            add.invokeExact(chain, sampler);
        } catch (Throwable e) {
            throw Functions.broken(e);
        }
    }

    void free(MemorySegment sampler) {
        try {
            free.invokeExact(sampler);
        } catch (Throwable e) {
            throw Functions.broken(e);
        }
    }

    void apply(MemorySegment sampler, MemorySegment candidates) {
        try {
            apply.invokeExact(sampler, candidates);
        } catch (Throwable e) {
            throw Functions.broken(e);
        }
    }

    void accept(MemorySegment sampler, int token) {
        try {
            accept.invokeExact(sampler, token);
        } catch (Throwable e) {
            throw Functions.broken(e);
        }
    }

    /// Chooses the token after the last one that the context has read, and accepts it.
    int sample(MemorySegment chain, MemorySegment context) {
        try {
            return (int) sample.invokeExact(chain, context, -1);
        } catch (Throwable e) {
            throw Functions.broken(e);
        }
    }

    MemorySegment greedy() {
        try {
            return (MemorySegment) greedy.invokeExact();
        } catch (Throwable e) {
            throw Functions.broken(e);
        }
    }

    MemorySegment random(int seed) {
        try {
            return (MemorySegment) random.invokeExact(seed);
        } catch (Throwable e) {
            throw Functions.broken(e);
        }
    }

    MemorySegment topK(int most) {
        try {
            return (MemorySegment) topK.invokeExact(most);
        } catch (Throwable e) {
            throw Functions.broken(e);
        }
    }

    MemorySegment topP(float share) {
        try {
            return (MemorySegment) topP.invokeExact(share, 1L);
        } catch (Throwable e) {
            throw Functions.broken(e);
        }
    }

    MemorySegment minP(float share) {
        try {
            return (MemorySegment) minP.invokeExact(share, 1L);
        } catch (Throwable e) {
            throw Functions.broken(e);
        }
    }

    MemorySegment temperature(float degrees) {
        try {
            return (MemorySegment) temperature.invokeExact(degrees);
        } catch (Throwable e) {
            throw Functions.broken(e);
        }
    }

    MemorySegment penalties(int vocabulary, int lastTokens, float frequency, float presence) {
        try {
            return (MemorySegment)
                    penalties.invokeExact(vocabulary, lastTokens, 1f, frequency, presence);
        } catch (Throwable e) {
            throw Functions.broken(e);
        }
    }

    /// NULL if the grammar cannot be read.
    MemorySegment grammar(MemorySegment vocabulary, String text) {
        try (Arena arena = Arena.ofConfined()) {
            return (MemorySegment)
                    grammar.invokeExact(
                            vocabulary, arena.allocateFrom(text), arena.allocateFrom("root"));
        } catch (Throwable e) {
            throw Functions.broken(e);
        }
    }
}
