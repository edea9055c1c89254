package parley.image.onnx.diffusion;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import parley.image.ImageEngineException;
import parley.image.ImageEngineException.Kind;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The graphs and tables of a folder, loaded: what `optimum` exports of a model of `diffusers`.
///
/// @param steps how many are taken where nobody says
/// @param guidance how much farther from the empty prompt the picture is pushed; 1 and less for not
///   at all (Ho and Salimans 2022, "Classifier-Free Diffusion Guidance")
/// @param side of the square that it was trained on, in pixels
/// @param scale what latents are divided by before they become a picture
/// @param encoder there where pictures can be turned into latents
record DiffusionModel(
        String name,
        ClipTokenizer tokenizer,
        NoiseSchedule schedule,
        Network words,
        Network denoiser,
        Network decoder,
        Optional<Network> encoder,
        int steps,
        double guidance,
        int side,
        double scale)
        implements AutoCloseable {
    static final String GRAPH = "model.onnx";
    private static final List<String> NEEDED = List.of("text_encoder", "unet", "vae_decoder");
    private static final String ENCODER = "vae_encoder";
    private static final int USUAL_SIDE = 512;
    private static final double USUAL_SCALE = 0.18215;
    private static final long LARGEST_TABLE = 8_000_000;
    private static final int MOST_STEPS = 150;

    /// Whether a folder is one of these.
    static boolean isIn(Path folder) {
        return NEEDED.stream().allMatch(part -> Files.isRegularFile(graph(folder, part)))
                && Files.isRegularFile(folder.resolve("tokenizer").resolve("vocab.json"))
                && Files.isRegularFile(folder.resolve("tokenizer").resolve("merges.txt"));
    }

    static boolean takesPictures(Path folder) {
        return Files.isRegularFile(graph(folder, ENCODER));
    }

    private static Path graph(Path folder, String part) {
        return folder.resolve(part).resolve(GRAPH);
    }

    /// Loads it.
    ///
    /// @param checked what a file of a graph must pass before it is loaded
    /// @throws ImageEngineException if something is missing, damaged, or not known
    static DiffusionModel load(Path folder, UnaryOperator<Path> checked, int threads) {
        String name = folder.getFileName().toString();
        Tables tables = new Tables(folder, name);
        if (Files.isDirectory(folder.resolve("text_encoder_2"))) {
            throw tables.wrong("text_encoder_2", "is of a kind with two text models, like SDXL");
        }
        String padding = tables.padding();
        ClipTokenizer tokenizer = tables.tokenizer(padding);
        NoiseSchedule schedule = tables.schedule();
        JsonNode own = tables.json("parley.json");
        boolean isFast = isFast(name, schedule);
        Loading loading = new Loading(folder, name, checked, threads);
        try {
            return new DiffusionModel(
                    name,
                    tokenizer,
                    schedule,
                    loading.network("text_encoder"),
                    loading.network("unet"),
                    loading.network("vae_decoder"),
                    takesPictures(folder)
                            ? Optional.of(loading.network(ENCODER))
                            : Optional.empty(),
                    Math.clamp(own.path("steps").asInt(isFast ? 4 : 25), 1, MOST_STEPS),
                    Math.clamp(own.path("guidance").asDouble(isFast ? 0 : 7.5), 0, 30),
                    Math.clamp(own.path("size").asInt(tables.side()), 64, 2048),
                    tables.json("vae_decoder/config.json")
                            .path("scaling_factor")
                            .asDouble(USUAL_SCALE));
        } catch (ImageEngineException e) {
            loading.close();
            throw e;
        }
    }

    /// Models that were distilled need few steps and no guidance.
    private static boolean isFast(String name, NoiseSchedule schedule) {
        String lower = name.toLowerCase(Locale.ROOT);
        return schedule.method() == NoiseSchedule.Method.CONSISTENCY
                || lower.contains("turbo")
                || lower.contains("lcm")
                || lower.contains("lightning")
                || lower.contains("hyper");
    }

    /// The networks that are loaded so far.
    private record Loading(
            Path folder,
            String name,
            UnaryOperator<Path> checked,
            int threads,
            Map<String, Network> networks) {
        Loading(Path folder, String name, UnaryOperator<Path> checked, int threads) {
            this(folder, name, checked, threads, new HashMap<>());
        }

        Network network(String part) {
            Network network =
                    Network.load(
                            "models/onnx/%s/%s/%s".formatted(name, part, GRAPH),
                            checked.apply(graph(folder, part)),
                            threads);
            networks.put(part, network);
            return network;
        }

        void close() {
            networks.values().forEach(Network::close);
        }
    }

    /// The small files of a folder.
    private record Tables(Path folder, String name) {
        ImageEngineException wrong(String file, String what) {
            return new ImageEngineException(
                    Kind.MISCONFIGURED, "models/onnx/%s/%s %s.".formatted(name, file, what));
        }

        String text(String file) {
            Path path = folder.resolve(file);
            try {
                if (!path.toRealPath().startsWith(folder.toRealPath())) {
                    throw wrong(file, "leads out of the folder");
                }
                if (Files.size(path) > LARGEST_TABLE) {
                    throw wrong(file, "is too large");
                }
                return Files.readString(path, StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw wrong(file, "cannot be read");
            }
        }

        /// Empty where the file is not there.
        JsonNode json(String file) {
            if (!Files.isRegularFile(folder.resolve(file))) {
                return JsonMapper.shared().createObjectNode();
            }
            try {
                return JsonMapper.shared().readTree(text(file));
            } catch (JacksonException e) {
                throw wrong(file, "cannot be read as JSON");
            }
        }

        NoiseSchedule schedule() {
            String file = "scheduler/scheduler_config.json";
            try {
                return NoiseSchedule.of(json(file));
            } catch (IllegalArgumentException e) {
                throw wrong(file, "cannot be used: " + e.getMessage());
            }
        }

        String padding() {
            JsonNode token = json("tokenizer/special_tokens_map.json").path("pad_token");
            return token.path("content").asString(token.asString("<|endoftext|>"));
        }

        ClipTokenizer tokenizer(String padding) {
            String file = "tokenizer/vocab.json";
            Map<String, Integer> vocabulary = new HashMap<>();
            json(file)
                    .properties()
                    .forEach(each -> vocabulary.put(each.getKey(), each.getValue().asInt(0)));
            try {
                return new ClipTokenizer(
                        vocabulary, text("tokenizer/merges.txt").lines().toList(), padding);
            } catch (IllegalArgumentException e) {
                throw wrong(file, "is no vocabulary of CLIP: " + e.getMessage());
            }
        }

        int side() {
            int latents = json("unet/config.json").path("sample_size").asInt(0);
            return latents > 0 ? latents * Painting.SHRUNK : USUAL_SIDE;
        }
    }

    @Override
    public void close() {
        words.close();
        denoiser.close();
        decoder.close();
        encoder.ifPresent(Network::close);
    }
}
