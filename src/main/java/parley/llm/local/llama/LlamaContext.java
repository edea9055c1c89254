package parley.llm.local.llama;

import static parley.llm.local.llama.Layouts.BATCH;
import static parley.llm.local.llama.Layouts.CONTEXT_PARAMS;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/// What a model has read of one conversation. Used by one thread at a time.
public final class LlamaContext implements AutoCloseable {
    /// So many tokens are read at once; between two such pieces a request can be given up.
    public static final int BATCH_TOKENS = 128;

    private final ModelFunctions functions;
    private final LlamaModel owner;
    private final MemorySegment context;
    private final int size;

    LlamaContext(
            Llama llama,
            LlamaModel owner,
            MemorySegment model,
            int tokens,
            int threads,
            boolean vectors) {
        this.functions = llama.models();
        this.owner = owner;
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment params = llama.contextDefaults(arena);
            int batch = vectors ? tokens : Math.min(tokens, BATCH_TOKENS);
            Layouts.setInt(CONTEXT_PARAMS, params, "n_ctx", tokens);
            Layouts.setInt(CONTEXT_PARAMS, params, "n_batch", batch);
            Layouts.setInt(CONTEXT_PARAMS, params, "n_ubatch", batch);
            Layouts.setInt(CONTEXT_PARAMS, params, "n_threads", threads);
            Layouts.setInt(CONTEXT_PARAMS, params, "n_threads_batch", threads);
            Layouts.setBoolean(CONTEXT_PARAMS, params, "embeddings", vectors);
            context = functions.newContext(model, params);
        }
        if (context.equals(MemorySegment.NULL)) {
            throw new LlamaException(
                    "There is not enough memory for a conversation of %d tokens; set local.context to less."
                            .formatted(tokens));
        }
        // llama.cpp rounds up, beyond what the model was made for.
        size = Math.min(tokens, functions.contextSize(context));
    }

    /// How many tokens it can hold.
    public int size() {
        return size;
    }

    /// Reads some tokens, at most [#BATCH_TOKENS], after what was read before.
    ///
    /// @throws LlamaException if there is no room for them
    public void read(int[] tokens, int from, int count) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment native_ = arena.allocate(ValueLayout.JAVA_INT, count);
            MemorySegment.copy(tokens, from, native_, ValueLayout.JAVA_INT, 0, count);
            MemorySegment batch = arena.allocate(BATCH);
            Layouts.setInt(BATCH, batch, "n_tokens", count);
            Layouts.setPointer(BATCH, batch, "token", native_);
            int result = functions.decode(context, batch);
            if (result != 0) {
                throw new LlamaException(
                        "llama.cpp could not go on with the conversation (%d).".formatted(result));
            }
        }
    }

    /// The vector of a text, of length 1.
    public float[] vector(int[] tokens) {
        functions.clear(context);
        read(tokens, 0, tokens.length);
        MemorySegment vector = functions.vector(context);
        if (vector.equals(MemorySegment.NULL)) {
            throw new LlamaException("This model makes no vectors.");
        }
        int length = owner.vectorLength();
        return normalized(Functions.view(vector, length * 4L).toArray(ValueLayout.JAVA_FLOAT));
    }

    private static float[] normalized(float[] vector) {
        double squares = 0;
        for (float component : vector) {
            squares += (double) component * component;
        }
        double length = Math.sqrt(squares);
        for (int i = 0; i < vector.length && length > 0; i++) {
            vector[i] = (float) (vector[i] / length);
        }
        return vector;
    }

    /// Forgets everything.
    public void clear() {
        functions.clear(context);
    }

    /// Forgets what stands at a position and after it.
    ///
    /// @return false if this kind of model cannot; then it still knows everything
    public boolean forgetFrom(int position) {
        return functions.removeFrom(context, position);
    }

    MemorySegment pointer() {
        return context;
    }

    MemorySegment logits() {
        return functions.logits(context);
    }

    @Override
    public void close() {
        functions.freeContext(context);
    }
}
