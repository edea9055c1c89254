package parley.image.operation.matte.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import parley.image.operation.matte.BoostedTrees;
import parley.image.operation.matte.LearnedRegions;
import parley.image.operation.matte.RegionGuess;
import parley.image.pixel.Plane;

/// Learns what regions of subjects look like, from [Scene]s. The same file comes out each time.
public final class RegionTraining {
    private static final int SCENES = 400;
    private static final int TREES = 150;
    private static final int DEPTH = 6;
    private static final long SEED = 31_000_000;

    /// About as many as the small copy has.
    private static final float PIXELS = 27_648;

    private RegionTraining() {}

    /// Learns, and writes the file.
    public static void main(String[] arguments) throws IOException {
        Path file =
                Path.of(
                        arguments.length > 0
                                ? arguments[0]
                                : "src/main/resources" + LearnedRegions.RESOURCE);
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.write(file, learn().bytes());
    }

    /// The first guess is learned from one half of the scenes, the second from the other: there the
    /// first is as often wrong as it will be.
    static LearnedRegions learn() {
        Lesson first = new Lesson();
        IntStream.range(0, SCENES / 2)
                .parallel()
                .mapToObj(number -> Lesson.of(Scene.of(SEED + number)))
                .toList()
                .forEach(first::add);
        BoostedTrees early = first.learn();
        Lesson second = new Lesson();
        IntStream.range(SCENES / 2, SCENES)
                .parallel()
                .mapToObj(number -> Lesson.of(Scene.of(SEED + number), early))
                .toList()
                .forEach(second::add);
        return new LearnedRegions(early, second.learn());
    }

    /// Examples to learn from.
    private static final class Lesson {
        private final List<float[]> rows = new ArrayList<>();
        private final List<Float> targets = new ArrayList<>();
        private final List<Float> weights = new ArrayList<>();

        static Lesson of(Scene scene) {
            RegionGuess guess = RegionGuess.of(scene.picture());
            return of(scene, guess, guess.rows());
        }

        static Lesson of(Scene scene, BoostedTrees early) {
            RegionGuess guess = RegionGuess.of(scene.picture());
            Plane likely = guess.likely(guess.rows(), early);
            return of(scene, guess, guess.rows(likely));
        }

        private static Lesson of(Scene scene, RegionGuess guess, List<float[][]> ways) {
            Lesson lesson = new Lesson();
            List<float[]> truth = guess.truth(scene.alpha());
            List<float[]> sizes = guess.sizes();
            for (int way = 0; way < ways.size(); way++) {
                float[][] own = ways.get(way);
                for (int k = 0; k < own.length; k++) {
                    float share = sizes.get(way)[k] * own.length / PIXELS;
                    if (share > 0) {
                        lesson.rows.add(own[k]);
                        lesson.targets.add(Math.clamp(truth.get(way)[k], 0f, 1f));
                        lesson.weights.add(share);
                    }
                }
            }
            return lesson;
        }

        void add(Lesson other) {
            rows.addAll(other.rows);
            targets.addAll(other.targets);
            weights.addAll(other.weights);
        }

        BoostedTrees learn() {
            return new Boosting(
                            rows.toArray(float[][]::new), floats(targets), floats(weights), DEPTH)
                    .learn(TREES);
        }

        private static float[] floats(List<Float> values) {
            float[] made = new float[values.size()];
            for (int i = 0; i < made.length; i++) {
                made[i] = values.get(i);
            }
            return made;
        }
    }
}
