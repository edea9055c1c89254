package parley.image.onnx.diffusion;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import parley.image.onnx.TinyModel;
import tools.jackson.databind.json.JsonMapper;

/// Folders laid out like an export of a diffusion model, with graphs of a few steps. The network
/// says that the picture is one number everywhere: [#COLOUR] times the sum of how far the text's
/// numbers are from that of the end. The decoder makes each latent a square of eight pixels.
public final class TinyDiffusion {
    static final double COLOUR = 1e-6;
    static final int END = 49_407;
    static final int START = 49_406;

    /// The first merges of CLIP's published table, in its order.
    static final List<String> MERGES =
            List.of(
                    "i n",
                    "t h",
                    "a n",
                    "r e",
                    "a r",
                    "e r",
                    "th e</w>",
                    "in g</w>",
                    "o u",
                    "o n",
                    "s t",
                    "o r",
                    "e n",
                    "o n</w>",
                    "a l",
                    "a t",
                    "e r</w>",
                    "i t",
                    "i n</w>",
                    "t o</w>",
                    "r o",
                    "i s</w>",
                    "l e",
                    "i c",
                    "a t</w>",
                    "an d</w>",
                    "e d</w>",
                    "o f</w>");

    private final Path folder;
    private String scheduler =
            """
            {"_class_name": "EulerDiscreteScheduler", "num_train_timesteps": 1000,
             "beta_start": 0.00085, "beta_end": 0.012, "beta_schedule": "scaled_linear",
             "timestep_spacing": "trailing", "prediction_type": "sample"}\
            """;
    private int numbers = TinyModel.FLOAT;
    private int ids = TinyModel.LONG;

    public TinyDiffusion(Path folder) {
        this.folder = folder;
    }

    TinyDiffusion scheduler(String json) {
        scheduler = json;
        return this;
    }

    /// With half floats and short whole numbers, as other exports have them.
    TinyDiffusion halves() {
        numbers = TinyModel.HALF;
        ids = TinyModel.INT;
        return this;
    }

    /// CLIP's vocabulary as far as these merges go: bytes, bytes at ends of words, merges.
    static Map<String, Integer> vocabulary() {
        List<String> tokens = new ArrayList<>(ClipTokenizer.alphabet());
        ClipTokenizer.alphabet().forEach(each -> tokens.add(each + "</w>"));
        MERGES.forEach(merge -> tokens.add(merge.replace(" ", "")));
        Map<String, Integer> vocabulary = new TreeMap<>();
        for (int i = 0; i < tokens.size(); i++) {
            vocabulary.put(tokens.get(i), i);
        }
        vocabulary.put("<|startoftext|>", START);
        vocabulary.put("<|endoftext|>", END);
        return vocabulary;
    }

    public Path write() throws IOException {
        for (String part :
                List.of(
                        "text_encoder",
                        "unet",
                        "vae_decoder",
                        "vae_encoder",
                        "tokenizer",
                        "scheduler")) {
            Files.createDirectories(folder.resolve(part));
        }
        Files.writeString(
                folder.resolve("tokenizer/vocab.json"),
                JsonMapper.shared().writeValueAsString(vocabulary()));
        Files.writeString(
                folder.resolve("tokenizer/merges.txt"),
                "#version: 0.2\n" + String.join("\n", MERGES) + "\n");
        Files.writeString(folder.resolve("scheduler/scheduler_config.json"), scheduler);
        words();
        network();
        decoder();
        encoder();
        return folder;
    }

    private void words() throws IOException {
        TinyModel.empty()
                .input("input_ids", ids, new long[] {1, 77})
                .node("Cast", "input_ids", "floats", TinyModel.number("to", TinyModel.FLOAT))
                .longs("shape", 1, 77, 1)
                .node("Reshape", "floats shape", "tall")
                .floats("end", new long[] {1}, END)
                .node("Sub", "tall end", "apart")
                .floats("part", new long[] {1}, (float) COLOUR)
                .node("Mul", "apart part", "y")
                .giving(TinyModel.FLOAT, 3)
                .write(folder.resolve("text_encoder/model.onnx"));
    }

    private void network() throws IOException {
        TinyModel.empty()
                .input("sample", numbers, new long[] {1, 4, 0, 0})
                .input("timestep", ids, new long[] {1})
                .input("encoder_hidden_states", numbers, new long[] {1, 77, 1})
                .node("Cast", "sample", "noisy", TinyModel.number("to", TinyModel.FLOAT))
                .node(
                        "Cast",
                        "encoder_hidden_states",
                        "words",
                        TinyModel.number("to", TinyModel.FLOAT))
                .node("Cast", "timestep", "time", TinyModel.number("to", TinyModel.FLOAT))
                .floats("nothing", new long[] {1}, 0)
                .node("Mul", "noisy nothing", "flat")
                .node("Mul", "time nothing", "never")
                .node("Add", "flat never", "same")
                .node("ReduceSum", "words", "sum", TinyModel.number("keepdims", 1))
                .node("Add", "same sum", "said")
                .node("Cast", "said", "y", TinyModel.number("to", numbers))
                .giving(numbers, 4)
                .write(folder.resolve("unet/model.onnx"));
    }

    private void decoder() throws IOException {
        TinyModel.empty()
                .input("latent_sample", TinyModel.FLOAT, new long[] {1, 4, 0, 0})
                .longs("from", 0)
                .longs("to", 3)
                .longs("axis", 1)
                .node("Slice", "latent_sample from to axis", "three")
                .enlarged("three", "y", 8)
                .write(folder.resolve("vae_decoder/model.onnx"));
    }

    /// Every eighth pixel; the fourth channel is the first again.
    private void encoder() throws IOException {
        TinyModel.empty()
                .input("sample", TinyModel.FLOAT, new long[] {1, 3, 0, 0})
                .longs("start", 0, 0)
                .longs("end", 100_000, 100_000)
                .longs("axes", 2, 3)
                .longs("steps", 8, 8)
                .node("Slice", "sample start end axes steps", "small")
                .longs("zero", 0)
                .longs("one", 1)
                .longs("channel", 1)
                .node("Slice", "small zero one channel", "again")
                .node("Concat", "small again", "y", TinyModel.number("axis", 1))
                .write(folder.resolve("vae_encoder/model.onnx"));
    }

    /// What a channel becomes that is this number in latents.
    public static int level(double latent) {
        return Math.clamp(Math.round((latent / 0.18215 + 1) * 127.5), 0, 255);
    }

    /// The number that the network says for a text.
    public static double said(String text) {
        ClipTokenizer tokenizer = new ClipTokenizer(vocabulary(), MERGES, "<|endoftext|>");
        return COLOUR * tokenizer.tokens(text).ids().stream().mapToInt(id -> id - END).sum();
    }
}
