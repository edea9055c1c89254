package parley.bench.images;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import parley.image.ImageEngine;
import parley.image.ImageWish;
import parley.image.InputRole;
import parley.image.LightRig;
import parley.image.operation.Relighting;
import parley.image.pixel.Channels;
import parley.image.pixel.GuidedFilter;
import parley.image.pixel.Picture;
import parley.image.pixel.PlanckianLocus;
import parley.image.pixel.Plane;
import parley.image.pixel.Size;
import parley.image.pixel.Srgb;

/// How good relighting is: whether light comes from where it should, has the colour it should, and
/// leaves alone what is not light.
public final class LightQuality {
    private static final List<String> PROMPTS =
            List.of(
                    "golden hour from the left",
                    "moonlight",
                    "neon pink and blue",
                    "candle light",
                    "dramatic side light",
                    "overcast");
    private static final double NEAR = 20;

    private final Relighting relighting = new Relighting();

    /// @param pictures how many are measured
    public List<Measure> run(int pictures) throws InterruptedException {
        List<Measure> measures = new ArrayList<>();
        measures.add(direction(pictures * 4));
        measures.addAll(scenes(pictures));
        measures.add(temperature());
        measures.add(time());
        return measures;
    }

    private Measure direction(int bodies) throws InterruptedException {
        int near = 0;
        int asked = 0;
        for (long seed = 0; seed < bodies; seed++) {
            LitBody body = LitBody.of(seed);
            double azimuth = 360 * SceneNoise.at(seed, 99);
            double softness = 0.1 + 0.5 * SceneNoise.at(seed, 98);
            LightRig rig = new LightRig(azimuth, 25, 5500, 1, softness);
            Picture lit = relit(body.picture(), Optional.empty(), Optional.of(rig), 100);
            double off = Math.abs(body.azimuth(lit) - azimuth) % 360;
            near += Math.min(off, 360 - off) <= NEAR ? 1 : 0;
            asked++;
        }
        return Measure.of(
                        "directions found again within 20° on %d balls and heads".formatted(asked),
                        "%",
                        100.0 * near / asked)
                .atLeast(95);
    }

    private List<Measure> scenes(int pictures) throws InterruptedException {
        double alike = 0;
        double worst = 1;
        double clipped = 0;
        double changed = 0;
        int downhill = 0;
        int count = 0;
        for (long seed = 0; seed < pictures; seed++) {
            Picture picture = SampleScene.of(seed, new Size(320, 240));
            String prompt = PROMPTS.get((int) (seed % PROMPTS.size()));
            Picture lit = relit(picture, Optional.of(prompt), Optional.empty(), 100);
            double ssim = Ssim.of(reflectance(picture), reflectance(lit));
            alike += ssim;
            worst = Math.min(worst, ssim);
            clipped = Math.max(clipped, clipped(lit) - clipped(picture));
            Picture half = relit(picture, Optional.of(prompt), Optional.empty(), 50);
            downhill += distance(picture, half) < distance(picture, lit) ? 0 : 1;
            Picture none = relit(picture, Optional.of(prompt), Optional.empty(), 0);
            changed += Arrays.equals(none.argb(), picture.argb()) ? 0 : 1;
            count++;
        }
        return List.of(
                Measure.of("reflectance alike, mean SSIM", "", alike / count).atLeast(0.95),
                Measure.of("reflectance alike, worst SSIM", "", worst),
                Measure.of("clipped pixels added, most", "%", 100 * clipped).atMost(1),
                Measure.of("pictures changed at strength 0", "", changed).atMost(0),
                Measure.of("pictures changed less by more strength", "", downhill).atMost(0));
    }

    private Measure temperature() throws InterruptedException {
        int[] grey = new int[96 * 96];
        Arrays.fill(grey, 0xff777777);
        Picture card = new Picture(96, 96, grey);
        double worst = 0;
        for (double kelvin : new double[] {2200, 2800, 3400, 4300, 5500, 6500, 8000, 10_000}) {
            LightRig rig = new LightRig(120, 45, kelvin, 1, 0.5);
            Picture lit = relit(card, Optional.empty(), Optional.of(rig), 100);
            double[] sums = new double[3];
            for (int pixel : lit.argb()) {
                sums[0] += Srgb.linear(pixel >> 16 & 0xff);
                sums[1] += Srgb.linear(pixel >> 8 & 0xff);
                sums[2] += Srgb.linear(pixel & 0xff);
            }
            double found = PlanckianLocus.kelvin(sums[0], sums[1], sums[2]);
            worst = Math.max(worst, Math.abs(1e6 / found - 1e6 / kelvin));
        }
        return Measure.of("colour temperature on a grey card, largest error", "mired", worst)
                .atMost(25);
    }

    private Measure time() throws InterruptedException {
        Picture picture = SampleScene.of(0, new Size(1152, 864));
        relit(picture, Optional.of(PROMPTS.getFirst()), Optional.empty(), 100);
        long begun = System.nanoTime();
        relit(picture, Optional.of(PROMPTS.getFirst()), Optional.empty(), 100);
        return Measure.of("one megapixel", "s", (System.nanoTime() - begun) / 1e9).atMost(1.5);
    }

    private Picture relit(
            Picture picture, Optional<String> prompt, Optional<LightRig> rig, int strength)
            throws InterruptedException {
        ImageWish wish = new ImageWish.Relight(prompt, "standard", strength, rig);
        return relighting
                .run(
                        new ImageEngine.Job(
                                wish, Map.of(InputRole.IMAGE, picture), Optional.empty(), 1),
                        ImageEngine.Progress.UNHEARD)
                .pictures()
                .getFirst();
    }

    /// Luminance without light: what it is of its smooth base.
    static Plane reflectance(Picture picture) {
        Plane luma = Channels.linear(picture).luma();
        for (int i = 0; i < luma.values().length; i++) {
            luma.values()[i] = (float) Math.sqrt(luma.values()[i]);
        }
        Plane base = GuidedFilter.smooth(luma, 6, 2e-3);
        for (int i = 0; i < luma.values().length; i++) {
            float below = base.values()[i] * base.values()[i] + 0.003f;
            float own = luma.values()[i] * luma.values()[i] + 0.003f;
            luma.values()[i] = Math.clamp(own / below / 2, 0, 1);
        }
        return luma;
    }

    private static double clipped(Picture picture) {
        long clipped = 0;
        for (int pixel : picture.argb()) {
            boolean white =
                    (pixel >> 16 & 0xff) == 255
                            || (pixel >> 8 & 0xff) == 255
                            || (pixel & 0xff) == 255;
            clipped += white ? 1 : 0;
        }
        return (double) clipped / picture.argb().length;
    }

    private static double distance(Picture one, Picture other) {
        long sum = 0;
        for (int i = 0; i < one.argb().length; i++) {
            for (int shift = 0; shift < 24; shift += 8) {
                int difference =
                        (one.argb()[i] >> shift & 0xff) - (other.argb()[i] >> shift & 0xff);
                sum += Math.multiplyFull(difference, difference);
            }
        }
        return sum;
    }
}
