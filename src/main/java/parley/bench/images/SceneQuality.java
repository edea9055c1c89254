package parley.bench.images;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import parley.image.operation.scene.compose.Drawing;
import parley.image.pixel.DeltaE;
import parley.image.pixel.Lab;
import parley.image.pixel.Picture;
import parley.image.pixel.Size;
import parley.image.pixel.Srgb;

/// Measures the pictures that are made from words alone.
public final class SceneQuality {
    /// Nouns that people ask for.
    private static final List<String> NOUNS =
            Arrays.asList(
                    ("lighthouse boat sailboat ship house cabin castle church bridge tower windmill barn tent"
                                    + " road fence car bicycle train plane balloon rocket satellite planet sun moon"
                                    + " star comet cloud tree pine palm birch bush flower rose tulip sunflower daisy"
                                    + " grass cactus mushroom leaf rock waterfall volcano iceberg dog cat horse cow"
                                    + " sheep bird owl eagle duck fish whale dolphin shark turtle butterfly bee fox"
                                    + " rabbit bear deer elephant giraffe lion penguin person man woman child knight"
                                    + " astronaut robot face heart apple pear lemon banana cherry grape bread cake"
                                    + " cup mug coffee tea bottle glass vase bowl plate candle book lamp chair table"
                                    + " window clock key umbrella guitar piano camera laptop phone helicopter bus"
                                    + " truck tractor anchor tiger zebra camel frog snake snail crab octopus dragon"
                                    + " unicorn crown sword shield violin trumpet drum door mirror bench fountain"
                                    + " snowman pumpkin carrot tomato strawberry watermelon pineapple pizza burger"
                                    + " donut shoe hat glasses skull ghost wizard king queen pirate ladder rope net"
                                    + " spoon fork needle toilet escalator kangaroo ostrich swan hamster hedgehog"
                                    + " squirrel mouse wolf goat pig chicken seagull jellyfish starfish sea beach lake"
                                    + " river mountain hill desert forest meadow field city street village harbour"
                                    + " island canyon garden sky rain snow storm fog rainbow lightning aurora sunset")
                            .split(" "));

    private static final List<String> COLOURED =
            List.of(
                    "a red boat on a lake",
                    "a blue vase",
                    "a green car",
                    "a yellow house in a meadow",
                    "a purple balloon",
                    "an orange tent",
                    "a white cat",
                    "a black horse",
                    "a pink house at night",
                    "a teal bicycle by a wall",
                    "a brown dog",
                    "a red apple",
                    "a blue sailboat at sunset",
                    "a turquoise bird",
                    "a gold key");

    private SceneQuality() {}

    /// @param coverage the share of nouns that are drawn, 0 to 1
    /// @param missing the others
    /// @param worstColour the largest CIEDE2000 between a colour that was named and the mean of the
    ///   thing that has it
    /// @param meanColour the mean of those
    /// @param millis the median time for a picture of 1k
    public record Figures(
            double coverage,
            List<String> missing,
            double worstColour,
            double meanColour,
            double millis) {
        public Figures {
            missing = List.copyOf(missing);
        }
    }

    public static Figures measure() {
        List<String> missing =
                NOUNS.stream().filter(noun -> !drawing("a " + noun).unknown().isEmpty()).toList();
        double[] colours = COLOURED.stream().mapToDouble(SceneQuality::colourError).toArray();
        return new Figures(
                1 - (double) missing.size() / NOUNS.size(),
                missing,
                Arrays.stream(colours).max().orElse(0),
                Arrays.stream(colours).average().orElse(0),
                millis());
    }

    /// The CIEDE2000 between the colour that the first subject of a prompt was asked in and its
    /// mean colour in the picture, where that colour is to be seen.
    public static double colourError(String prompt) {
        Drawing drawing = drawing(prompt);
        Size size = new Size(384, 384);
        Picture picture = drawing.paint(size, 1, 0);
        Picture mask = drawing.composer(1, 0).ownColour(size, 0);
        double red = 0;
        double green = 0;
        double blue = 0;
        int count = 0;
        for (int i = 0; i < picture.argb().length; i++) {
            if ((mask.argb()[i] & 0xff) == 0xff) {
                int pixel = picture.argb()[i];
                red += Srgb.linear(pixel >> 16 & 0xff);
                green += Srgb.linear(pixel >> 8 & 0xff);
                blue += Srgb.linear(pixel & 0xff);
                count++;
            }
        }
        if (count == 0) {
            return 100;
        }
        Lab mean = Lab.ofLinear(red / count, green / count, blue / count);
        return DeltaE.of(Lab.of(drawing.wish().subjects().getFirst().colour().orElse(0)), mean);
    }

    private static double millis() {
        List<String> prompts =
                List.of("a lighthouse at dusk", "an autumn forest path", "a city at night");
        prompts.forEach(prompt -> drawing(prompt).paint(new Size(1024, 1024), 1, 0));
        double[] times = new double[9];
        for (int i = 0; i < times.length; i++) {
            long begun = System.nanoTime();
            drawing(prompts.get(i % prompts.size())).paint(new Size(1024, 1024), i, 0);
            times[i] = (System.nanoTime() - begun) / 1e6;
        }
        Arrays.sort(times);
        return times[times.length / 2];
    }

    private static Drawing drawing(String prompt) {
        return Drawing.read(prompt, "", Optional.empty());
    }
}
