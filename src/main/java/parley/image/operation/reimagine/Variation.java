package parley.image.operation.reimagine;

import java.util.Arrays;
import java.util.Optional;
import parley.image.ImageWish.Imagination;
import parley.image.operation.light.LightPlan;
import parley.image.operation.light.LightStyle;
import parley.image.operation.light.LightWords;
import parley.image.operation.light.Relit;
import parley.image.operation.light.Scene;
import parley.image.pixel.Kernel;
import parley.image.pixel.Lab;
import parley.image.pixel.Mixing;
import parley.image.pixel.Picture;
import parley.image.pixel.Plane;
import parley.image.pixel.Resize;
import parley.image.pixel.Rows;
import parley.image.pixel.Saliency;
import parley.image.pixel.Srgb;

/// One way in which a picture could have been. What chance decides is the same for every step of
/// imagination; how far it goes is found on a small copy, so that the distances are what the step
/// allows.
public final class Variation {
    private static final int SIDE = 176;
    private static final int ATTEMPTS = 6;

    /// Beyond this a palette is no longer one.
    private static final double MOST_COLOUR = 10;

    /// What is this far away needs no lights to be another picture.
    private static final double FAR = 0.75;

    private final Imagination imagination;
    private final Chance chance;
    private final Steering steering;
    private final Mood mood;
    private final Budget budget;
    private final double[] centre;
    private final Picture small;

    /// @param picture what is varied
    /// @param seed of all the variations
    /// @param index of this one among them
    public Variation(
            Picture picture, Imagination imagination, long seed, int index, Steering steering) {
        this.imagination = imagination;
        this.small = Resize.picture(picture, picture.size().within(SIDE), Kernel.BOX);
        // Another picture is varied in another way, also by the same seed.
        long own = seed ^ Mixing.scrambled(Arrays.hashCode(small.argb()));
        this.chance = new Chance(own + 0x5bd1e995L * index);
        this.steering = steering;
        this.mood = steering.mood(Mood.by(new Chance(own), index));
        this.budget = Budget.of(imagination, chance, steering);
        this.centre = centre(Saliency.of(small));
    }

    /// How far each kind of change goes: 0 not at all.
    ///
    /// @param brighter where tones go once the palette alone is not enough
    private record Knobs(double structure, double colour, double lights, boolean brighter) {}

    /// The picture as this variation has it.
    public Picture of(Picture picture) {
        return render(new Lit(picture), knobs());
    }

    /// What weather and washes of grey do is there at any amount; what else changes comes on top.
    private Knobs knobs() {
        Lit lit = new Lit(small);
        Distances least = distances(lit, new Knobs(0, 0, 0, false));
        double structure =
                Math.max(budget.structure(), least.structure() + 0.35 * budget.structure());
        // Taking the colours away goes so far at any step, and leaves less to go on with.
        double washed =
                Distances.between(small, new Recolouring(mood, 0, false).of(small)).colour();
        double further = washed > 1 ? 0.4 * budget.colour() : budget.colour();
        double colour = Math.max(washed + further, least.colour() + 0.4 * budget.colour());
        Knobs knobs = new Knobs(0.5, 0.8, 0, brighter(lit, colour));
        for (int round = 0; round < 2; round++) {
            knobs = withStructure(lit, knobs, structure);
            knobs = withColour(lit, knobs, colour);
        }
        if (distances(lit, knobs).structure() < Math.min(0.97 * structure, FAR)) {
            knobs = withColour(lit, withLights(lit, knobs, structure), colour);
        }
        return knobs;
    }

    /// Whether tones go up: where the mood takes them anyway, unless there is no room.
    private boolean brighter(Lit lit, double goal) {
        Picture usual = render(lit, new Knobs(0.5, 1, 0, false));
        boolean up = lightness(usual) >= lightness(lit.picture);
        double reached = distances(lit, new Knobs(0.5, MOST_COLOUR, 0, up)).colour();
        return reached >= goal ? up : !up;
    }

    private Knobs withStructure(Lit lit, Knobs knobs, double goal) {
        Knobs most = new Knobs(1, knobs.colour, 0, knobs.brighter);
        if (distances(lit, most).structure() < goal) {
            return most;
        }
        double low = 0;
        double high = 1;
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            double middle = (low + high) / 2;
            double found =
                    distances(lit, new Knobs(middle, knobs.colour, 0, knobs.brighter)).structure();
            if (found < goal) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return new Knobs((low + high) / 2, knobs.colour, 0, knobs.brighter);
    }

    /// Where there is too little to move, as in a clear sky, lights are set into it.
    private Knobs withLights(Lit lit, Knobs knobs, double goal) {
        double low = 0;
        double high = 1;
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            double middle = (low + high) / 2;
            Knobs tried = new Knobs(knobs.structure, knobs.colour, middle, knobs.brighter);
            if (distances(lit, tried).structure() < goal) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return new Knobs(knobs.structure, knobs.colour, (low + high) / 2, knobs.brighter);
    }

    private Knobs withColour(Lit lit, Knobs knobs, double goal) {
        double low = 0;
        double high = MOST_COLOUR;
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            double middle = (low + high) / 2;
            Knobs tried = new Knobs(knobs.structure, middle, knobs.lights, knobs.brighter);
            if (distances(lit, tried).colour() < goal) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return new Knobs(knobs.structure, (low + high) / 2, knobs.lights, knobs.brighter);
    }

    private Distances distances(Lit lit, Knobs knobs) {
        return Distances.between(lit.picture, render(lit, knobs));
    }

    /// A picture, and the same in the light that words asked for.
    private final class Lit {
        private final Picture picture;
        private final Optional<Picture> relit;
        private final Optional<Plane> sky;

        Lit(Picture picture) {
            this.picture = picture;
            Optional<LightPlan> plan = steering.light().or(() -> LightWords.named(mood.light()));
            boolean starry = steering.wants(Motif.STARS);
            if (plan.isEmpty() && !starry) {
                this.relit = Optional.empty();
                this.sky = Optional.empty();
                return;
            }
            Scene scene = Scene.of(picture);
            this.relit =
                    plan.map(
                            its -> Relit.by(its, picture, scene, LightStyle.STANDARD, 1).picture());
            this.sky =
                    starry
                            ? Optional.of(
                                    Resize.plane(scene.sky(), picture.size(), Kernel.BILINEAR))
                            : Optional.empty();
        }
    }

    private Picture render(Lit lit, Knobs knobs) {
        Picture made = lit.picture;
        double light = Math.min(1, knobs.colour);
        if (lit.relit.isPresent()) {
            made = mixed(made, lit.relit.get(), light);
        }
        Weather weather = new Weather(chance);
        if (lit.sky.isPresent()) {
            made = weather.stars(made, lit.sky.get(), budget.weather());
        }
        made = composition(knobs.structure).of(made);
        made = Finish.painted(made, budget.stroke());
        double palette = lit.relit.isPresent() ? 0.6 : 1;
        if (knobs.lights > 0) {
            made = new Glints(chance).over(made, knobs.lights, mood);
        }
        made = new Recolouring(mood, palette * knobs.colour, knobs.brighter).of(made);
        double falling = budget.weather();
        if (steering.wants(Motif.WINTER)) {
            made = weather.snow(made, falling);
        }
        if (steering.wants(Motif.RAIN)) {
            made = weather.rain(made, falling);
        }
        return new Finish(chance, steering).finished(made, Math.min(1, knobs.colour));
    }

    private Composition composition(double amount) {
        boolean folded = steering.wants(Motif.MIRROR);
        double flow = budget.mostFlow() * amount;
        double wave = chance.between(51, 0.3, 0.45);
        return switch (imagination) {
            case SUBTLE -> composed(false, false, 0, 1 + 0.04 * amount, flow, wave);
            case VIVID -> vivid(amount, folded, flow, wave);
            case WILD -> wild(amount, folded, wave);
        };
    }

    private Composition vivid(double amount, boolean folded, double flow, double wave) {
        double side = chance.at(52) < 0.5 ? -1 : 1;
        double turn = folded ? 0 : side * Math.toRadians(2.5 * amount);
        return composed(false, folded, turn, 1 + 0.3 * amount, flow, wave);
    }

    private Composition wild(double amount, boolean folded, double wave) {
        double kind = chance.at(50);
        double side = chance.at(52) < 0.5 ? -1 : 1;
        double nearer = 1.06 + 0.3 * amount;
        if (folded || kind < 0.5) {
            return composed(!folded, folded, 0, nearer, 0.012 * amount, wave);
        }
        if (kind < 0.85) {
            double turn = side * Math.toRadians(3 + 7 * amount);
            return composed(side > 0, false, turn, nearer + 0.08, 0.012 * amount, wave);
        }
        return composed(side > 0, false, 0, nearer, budget.mostFlow() * amount, wave + 0.1);
    }

    private Composition composed(
            boolean mirrored, boolean folded, double turn, double zoom, double flow, double wave) {
        return new Composition(
                chance, mirrored, folded, turn, zoom, centre[0], centre[1], flow, wave);
    }

    private static double lightness(Picture picture) {
        double sum = 0;
        for (int pixel : picture.argb()) {
            sum += Lab.of(pixel).lightness();
        }
        return sum / picture.argb().length;
    }

    /// The middle of the subject, kept away from the edges, in parts of the width and height.
    private static double[] centre(Saliency saliency) {
        Plane matte = saliency.matte();
        double sum = 1e-6;
        double x0 = 0;
        double y0 = 0;
        for (int y = 0; y < matte.height(); y++) {
            for (int x = 0; x < matte.width(); x++) {
                double weight = matte.at(x, y) * saliency.certainty() + 0.05;
                sum += weight;
                x0 += weight * (x + 0.5) / matte.width();
                y0 += weight * (y + 0.5) / matte.height();
            }
        }
        return new double[] {Math.clamp(x0 / sum, 0.3, 0.7), Math.clamp(y0 / sum, 0.3, 0.7)};
    }

    /// Between two pictures, in linear light.
    private static Picture mixed(Picture one, Picture other, double part) {
        int[] argb = new int[one.argb().length];
        float share = (float) part;
        Rows.each(
                one.height(),
                y -> {
                    for (int i = y * one.width(); i < (y + 1) * one.width(); i++) {
                        int a = one.argb()[i];
                        int b = other.argb()[i];
                        int pixel = a & 0xff000000;
                        for (int shift = 0; shift < 24; shift += 8) {
                            float own = Srgb.linear(a >> shift & 0xff);
                            float its = Srgb.linear(b >> shift & 0xff);
                            pixel |= Srgb.level(own + share * (its - own)) << shift;
                        }
                        argb[i] = pixel;
                    }
                });
        return new Picture(one.width(), one.height(), argb);
    }
}
