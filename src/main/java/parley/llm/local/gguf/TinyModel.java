package parley.llm.local.gguf;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// A model of a few hundred kilobytes that can be read aloud from: after a line break come its
/// words, then the end of the answer. Its layers add nothing, and the scores of a token's
/// successors are made so that one of them wins. It has a token for every byte, and one for each of
/// its words.
///
/// Written for the test of the library before a real model is loaded, and for tests.
public final class TinyModel {
    private static final int WIDTH = 64;
    private static final int HIDDEN = 64;
    private static final int HEADS = 4;
    private static final int NORMAL_TOKEN = 1;
    private static final int CONTROL_TOKEN = 3;
    private static final int OWN_TOKEN = 4;
    private static final String LINE_BREAK = "\n";
    private static final String BEGIN = "<|im_start|>";
    private static final String END = "<|im_end|>";

    private final List<String> tokens = new ArrayList<>();
    private final List<Integer> types = new ArrayList<>();
    private final Map<String, Integer> ids = new HashMap<>();
    private final Map<Integer, Integer> successors = new HashMap<>();
    private final Random random = new Random(1);
    private @Nullable String template;
    private int contextTokens = 512;
    private boolean noisy;
    private int pooling;

    private TinyModel(List<String> words) {
        for (int value = 0; value < 256; value++) {
            add(byteToken(value), NORMAL_TOKEN);
        }
        add(BEGIN, CONTROL_TOKEN);
        add(END, CONTROL_TOKEN);
        ids.put(LINE_BREAK, tokens.indexOf(byteToken('\n')));
        words.stream()
                .distinct()
                .filter(word -> !ids.containsKey(word))
                .forEach(word -> add(word, OWN_TOKEN));
    }

    /// A model that says some different words, one token each, and ends.
    public static TinyModel saying(List<String> words) {
        TinyModel model = new TinyModel(words);
        String last = LINE_BREAK;
        for (String word : words) {
            model.follow(last, word);
            last = word;
        }
        return model.follow(last, END);
    }

    /// A model that says some words again and again.
    public static TinyModel repeating(List<String> words) {
        TinyModel model = saying(words);
        return model.follow(words.getLast(), words.getFirst());
    }

    /// A model whose layers are filled at random: it speaks nonsense that depends on all it read.
    public static TinyModel babbling() {
        TinyModel model = new TinyModel(List.of());
        model.noisy = true;
        return model;
    }

    /// What comes after a word.
    public TinyModel follow(String word, String next) {
        successors.put(id(word), id(next));
        return this;
    }

    public TinyModel template(String text) {
        template = text;
        return this;
    }

    public TinyModel contextTokens(int count) {
        contextTokens = count;
        return this;
    }

    /// Makes vectors of texts instead of answers.
    ///
    /// @param kind 1 for the mean of all tokens
    public TinyModel pooling(int kind) {
        pooling = kind;
        return this;
    }

    public void write(Path file) throws IOException {
        GgufWriter writer = new GgufWriter();
        describe(writer);
        writeTensors(writer);
        writer.write(file);
    }

    private void describe(GgufWriter writer) {
        writer.text("general.architecture", "llama")
                .text("general.name", "Tiny")
                .number("general.file_type", 0)
                .number("llama.context_length", contextTokens)
                .number("llama.embedding_length", WIDTH)
                .number("llama.block_count", 1)
                .number("llama.feed_forward_length", HIDDEN)
                .number("llama.attention.head_count", HEADS)
                .number("llama.rope.dimension_count", WIDTH / HEADS)
                .fraction("llama.attention.layer_norm_rms_epsilon", 1e-5f)
                .number("llama.vocab_size", tokens.size())
                .text("tokenizer.ggml.model", "gpt2")
                .text("tokenizer.ggml.pre", "gpt-2")
                .texts("tokenizer.ggml.tokens", tokens)
                .numbers("tokenizer.ggml.token_type", types)
                .texts("tokenizer.ggml.merges", List.of())
                .number("tokenizer.ggml.eos_token_id", id(END))
                .number("tokenizer.ggml.eot_token_id", id(END))
                .flag("tokenizer.ggml.add_bos_token", false);
        if (pooling > 0) {
            writer.number("llama.pooling_type", pooling);
        }
        if (template != null) {
            writer.text("tokenizer.chat_template", template);
        }
    }

    private void writeTensors(GgufWriter writer) {
        int count = tokens.size();
        float[] meanings = gaussian(count * WIDTH);
        writer.tensor("token_embd.weight", meanings, WIDTH, count)
                .tensor("output_norm.weight", ones(), WIDTH)
                .tensor("output.weight", output(meanings), WIDTH, count)
                .tensor("blk.0.attn_norm.weight", ones(), WIDTH)
                .tensor("blk.0.attn_q.weight", layer(WIDTH), WIDTH, WIDTH)
                .tensor("blk.0.attn_k.weight", layer(WIDTH), WIDTH, WIDTH)
                .tensor("blk.0.attn_v.weight", layer(WIDTH), WIDTH, WIDTH)
                .tensor("blk.0.attn_output.weight", layer(WIDTH), WIDTH, WIDTH)
                .tensor("blk.0.ffn_norm.weight", ones(), WIDTH)
                .tensor("blk.0.ffn_gate.weight", layer(HIDDEN), WIDTH, HIDDEN)
                .tensor("blk.0.ffn_up.weight", layer(HIDDEN), WIDTH, HIDDEN)
                .tensor("blk.0.ffn_down.weight", layer(HIDDEN), HIDDEN, WIDTH);
    }

    /// A token's row points where its predecessor's meaning points, so that it wins after that one.
    private float[] output(float[] meanings) {
        if (noisy) {
            return gaussian(meanings.length);
        }
        float[] rows = new float[meanings.length];
        successors.forEach((token, next) -> {
            for (int i = 0; i < WIDTH; i++) {
                rows[next * WIDTH + i] += meanings[token * WIDTH + i];
            }
        });
        return rows;
    }

    private float[] layer(int rows) {
        return noisy ? gaussian(rows * WIDTH) : new float[rows * WIDTH];
    }

    private float[] gaussian(int count) {
        float[] numbers = new float[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = (float) random.nextGaussian();
        }
        return numbers;
    }

    private static float[] ones() {
        float[] numbers = new float[WIDTH];
        java.util.Arrays.fill(numbers, 1);
        return numbers;
    }

    private void add(String token, int type) {
        ids.put(token, tokens.size());
        tokens.add(token);
        types.add(type);
    }

    private int id(String word) {
        Integer id = ids.get(word);
        if (id == null) {
            throw new IllegalArgumentException("There is no token \"" + word + "\"");
        }
        return id;
    }

    /// The letter that stands for a byte in vocabularies of this kind: GPT-2's `bytes_to_unicode`.
    private static String byteToken(int value) {
        if (isShown(value)) {
            return String.valueOf((char) value);
        }
        int hidden = (int) IntStream.range(0, value).filter(other -> !isShown(other)).count();
        return String.valueOf((char) (256 + hidden));
    }

    private static boolean isShown(int value) {
        return (value >= '!' && value <= '~')
                || (value >= 0xa1 && value <= 0xac)
                || (value >= 0xae && value <= 0xff);
    }
}
