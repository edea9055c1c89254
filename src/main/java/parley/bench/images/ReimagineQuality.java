package parley.bench.images;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import parley.image.ImageEngine;
import parley.image.ImageWish;
import parley.image.ImageWish.Imagination;
import parley.image.InputRole;
import parley.image.operation.Reimagining;
import parley.image.operation.reimagine.Distances;
import parley.image.pixel.Picture;
import parley.image.pixel.Size;

/// How good reimagining is: whether more imagination always goes further, in colours and in
/// structure, and whether variations of one picture differ.
public final class ReimagineQuality {
    private static final int SEEDS = 2;
    private static final List<Imagination> STEPS =
            List.of(Imagination.SUBTLE, Imagination.VIVID, Imagination.WILD);
    private static final List<Optional<String>> PROMPTS =
            List.of(
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of("winter with snow"),
                    Optional.of("cyberpunk"),
                    Optional.of("watercolour"),
                    Optional.of("noir"),
                    Optional.of("sunset"));

    private final Reimagining reimagining = new Reimagining();

    /// @param pictures how many are measured, each with several seeds
    public List<Measure> run(int pictures) throws InterruptedException {
        int asked = 0;
        int byColour = 0;
        int byStructure = 0;
        double[] colour = new double[3];
        double[] structure = new double[3];
        for (int number = 0; number < pictures; number++) {
            Picture picture = SampleScene.of(number, new Size(224, 168));
            Optional<String> prompt = PROMPTS.get(number % PROMPTS.size());
            for (int seed = 0; seed < SEEDS; seed++) {
                Distances[] far = new Distances[3];
                for (int step = 0; step < STEPS.size(); step++) {
                    Picture made =
                            run(picture, prompt, STEPS.get(step), 1, 31L * number + seed)
                                    .getFirst();
                    far[step] = Distances.between(picture, made);
                    colour[step] += far[step].colour();
                    structure[step] += far[step].structure();
                }
                asked++;
                byColour += grows(far[0].colour(), far[1].colour(), far[2].colour()) ? 1 : 0;
                byStructure +=
                        grows(far[0].structure(), far[1].structure(), far[2].structure()) ? 1 : 0;
            }
        }
        List<Measure> measures = new ArrayList<>();
        measures.add(
                Measure.of(
                                "colours: subtle < vivid < wild, %d times".formatted(asked),
                                "%",
                                100.0 * byColour / asked)
                        .atLeast(100));
        measures.add(
                Measure.of(
                                "structure: subtle < vivid < wild, %d times".formatted(asked),
                                "%",
                                100.0 * byStructure / asked)
                        .atLeast(100));
        for (int step = 0; step < STEPS.size(); step++) {
            String name = STEPS.get(step).name().toLowerCase(Locale.ROOT);
            measures.add(Measure.of(name + ": distance of colours", "Lab", colour[step] / asked));
            measures.add(Measure.of(name + ": distance of structure", "", structure[step] / asked));
        }
        measures.add(apart());
        measures.add(time());
        return measures;
    }

    private static boolean grows(double subtle, double vivid, double wild) {
        return subtle < vivid && vivid < wild;
    }

    private Measure apart() throws InterruptedException {
        Picture picture = SampleScene.of(3, new Size(224, 168));
        List<Picture> four = run(picture, Optional.empty(), Imagination.VIVID, 4, 7);
        double nearest = Double.MAX_VALUE;
        for (int i = 0; i < four.size(); i++) {
            for (int k = 0; k < i; k++) {
                nearest = Math.min(nearest, Distances.between(four.get(i), four.get(k)).colour());
            }
        }
        return Measure.of("nearest two of four variations: distance of colours", "Lab", nearest)
                .atLeast(3);
    }

    private Measure time() throws InterruptedException {
        Picture picture = SampleScene.of(0, new Size(1152, 864));
        run(picture, Optional.empty(), Imagination.VIVID, 1, 1);
        long begun = System.nanoTime();
        run(picture, Optional.empty(), Imagination.VIVID, 1, 1);
        return Measure.of("one megapixel", "s", (System.nanoTime() - begun) / 1e9);
    }

    private List<Picture> run(
            Picture picture, Optional<String> prompt, Imagination imagination, int count, long seed)
            throws InterruptedException {
        ImageWish wish = new ImageWish.Reimagine(prompt, imagination, Optional.empty(), count);
        return reimagining
                .run(
                        new ImageEngine.Job(
                                wish, Map.of(InputRole.IMAGE, picture), Optional.empty(), seed),
                        ImageEngine.Progress.UNHEARD)
                .pictures();
    }
}
