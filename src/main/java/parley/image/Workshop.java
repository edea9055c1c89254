package parley.image;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import parley.error.AppException;
import parley.error.ErrorCode;
import parley.image.intake.Codec;
import parley.image.pixel.Picture;
import parley.image.pixel.Size;
import tools.jackson.databind.JsonNode;

/// Does wishes at once, and keeps nothing: the way of the command line. Safe for use by many
/// threads.
public final class Workshop {
    private static final long SEEDS = 1L << 53;

    private final EngineList engines;
    private final Codec codec;

    /// @param engines the best first
    public Workshop(List<ImageEngine> engines, Codec codec) {
        this.engines = new EngineList(engines);
        this.codec = codec;
    }

    /// What was made, by which engine, with which seed.
    ///
    /// @param wish what was understood
    /// @param warnings what was put right in the wish; the engine's own are in the outcome
    public record Made(
            ImageWish wish,
            ImageEngine.Outcome outcome,
            String engine,
            long seed,
            List<String> warnings) {
        public Made {
            warnings = List.copyOf(warnings);
        }
    }

    /// @param request with the names that [Wishes#read] reads
    /// @param files the pictures that come with it
    /// @param engine its name; empty for the best that can
    /// @throws AppException the wish, a picture or the engine's name cannot be used, or the engine
    ///   failed
    public Made perform(
            ImageFeature feature,
            JsonNode request,
            Map<InputRole, byte[]> files,
            Optional<String> engine,
            Optional<String> model,
            OptionalLong seed,
            ImageEngine.Progress progress)
            throws InterruptedException {
        Wishes.Read read = Wishes.read(feature, request, Set.copyOf(files.keySet()));
        ImageEngine chosen = engines.candidates(feature, engine, model).getFirst();
        Map<InputRole, Picture> inputs = new EnumMap<>(InputRole.class);
        for (Map.Entry<InputRole, byte[]> file : files.entrySet()) {
            inputs.put(file.getKey(), codec.read(file.getKey().field(), file.getValue()));
        }
        Optional<Size> worked = Optional.ofNullable(inputs.get(InputRole.IMAGE)).map(Picture::size);
        Wishes.Read settled = Growth.settled(read, worked);
        long number = seed.orElseGet(() -> ThreadLocalRandom.current().nextLong(SEEDS));
        try {
            return new Made(
                    settled.wish(),
                    chosen.run(
                            new ImageEngine.Job(settled.wish(), inputs, model, number), progress),
                    chosen.name(),
                    number,
                    settled.warnings());
        } catch (ImageEngineException e) {
            throw new AppException(ErrorCode.PROVIDER_FAILED, e.sentence(), e);
        }
    }

    public byte[] write(Picture picture, ImageWish.FileForm form) {
        return codec.write(picture, form);
    }
}
