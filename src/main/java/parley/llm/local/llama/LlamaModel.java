package parley.llm.local.llama;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// A model in memory. Its methods may be called by many threads; it is closed after its contexts.
public final class LlamaModel implements AutoCloseable {
    private static final int USUAL_PIECE = 64;

    /// One message of a chat.
    public record ChatLine(String role, String content) {}

    private final Llama llama;
    private final MemorySegment model;
    private final MemorySegment vocabulary;

    LlamaModel(Llama llama, Path file) {
        this.llama = llama;
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment params = llama.modelDefaults(arena);
            model = llama.models().load(arena.allocateFrom(file.toString()), params);
        }
        if (model.equals(MemorySegment.NULL)) {
            throw new LlamaException("llama.cpp cannot load the model.");
        }
        vocabulary = llama.models().vocabulary(model);
    }

    /// How many tokens the model was trained to read and write together.
    public int trainedContext() {
        return llama.models().trainedContext(model);
    }

    int vectorLength() {
        return llama.models().vectorLength(model);
    }

    public int vocabularySize() {
        return llama.models().vocabularySize(vocabulary);
    }

    /// Whether it reads a whole text at once, and needs room for all of it.
    boolean hasEncoder() {
        return llama.models().hasEncoder(model);
    }

    /// The text of a chat, up to where the answer begins; empty if llama.cpp does not know the
    /// model's template. A model without a template gets ChatML.
    public Optional<String> applyTemplate(List<ChatLine> lines) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment template = llama.models().template(model);
            MemorySegment chosen =
                    template.equals(MemorySegment.NULL) ? arena.allocateFrom("chatml") : template;
            MemorySegment messages = arena.allocate(Layouts.CHAT_MESSAGE, lines.size());
            for (int i = 0; i < lines.size(); i++) {
                MemorySegment message =
                        messages.asSlice(
                                i * Layouts.CHAT_MESSAGE.byteSize(),
                                Layouts.CHAT_MESSAGE.byteSize());
                Layouts.setPointer(
                        Layouts.CHAT_MESSAGE,
                        message,
                        "role",
                        arena.allocateFrom(lines.get(i).role()));
                Layouts.setPointer(
                        Layouts.CHAT_MESSAGE,
                        message,
                        "content",
                        arena.allocateFrom(withoutNul(lines.get(i).content())));
            }
            int length =
                    llama.models()
                            .applyTemplate(chosen, messages, lines.size(), MemorySegment.NULL, 0);
            if (length < 0) {
                return Optional.empty();
            }
            MemorySegment text = arena.allocate(length + 1L);
            llama.models().applyTemplate(chosen, messages, lines.size(), text, length + 1);
            byte[] bytes = text.asSlice(0, length).toArray(ValueLayout.JAVA_BYTE);
            return Optional.of(new String(bytes, StandardCharsets.UTF_8));
        }
    }

    /// In C a NUL ends the text.
    private static String withoutNul(String text) {
        return text.replace('\0', ' ');
    }

    /// The tokens of a text, in which the names of special tokens mean those tokens.
    public int[] tokenize(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment from = arena.allocate(bytes.length + 1L);
            MemorySegment.copy(bytes, 0, from, ValueLayout.JAVA_BYTE, 0, bytes.length);
            int most = bytes.length + 8;
            MemorySegment tokens = arena.allocate(ValueLayout.JAVA_INT, most);
            int count = llama.models().tokenize(vocabulary, from, bytes.length, tokens, most);
            if (count < 0) {
                throw new LlamaException("llama.cpp cannot turn the text into tokens.");
            }
            return tokens.asSlice(0, count * 4L).toArray(ValueLayout.JAVA_INT);
        }
    }

    /// The bytes of a token: not always whole characters. A special token has none.
    public byte[] piece(int token) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment buffer = arena.allocate(USUAL_PIECE);
            int length = llama.models().piece(vocabulary, token, buffer, USUAL_PIECE);
            if (length < 0) {
                buffer = arena.allocate(-length);
                length = llama.models().piece(vocabulary, token, buffer, -length);
            }
            return buffer.asSlice(0, Math.max(0, length)).toArray(ValueLayout.JAVA_BYTE);
        }
    }

    /// Whether the model ends its answer with this token.
    public boolean isEnd(int token) {
        return llama.models().isEnd(vocabulary, token);
    }

    /// A new context for answers.
    public LlamaContext newContext(int tokens, int threads) {
        return new LlamaContext(llama, this, model, tokens, threads, false);
    }

    /// A new context for vectors.
    public LlamaContext newVectorContext(int tokens, int threads) {
        return new LlamaContext(llama, this, model, tokens, threads, true);
    }

    /// @throws LlamaException if the grammar cannot be read
    public LlamaSampler newSampler(LlamaSampler.Wish wish) {
        return new LlamaSampler(llama.samplers(), vocabulary, vocabularySize(), wish);
    }

    @Override
    public void close() {
        llama.models().freeModel(model);
    }
}
