package parley.image.operation.scene.compose;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import parley.image.operation.scene.compose.Outline.Span;
import parley.image.operation.scene.thing.Thing;
import parley.image.operation.scene.thing.Thing.Habitat;

/// Where a thing carries another. In hundredths of the side of its box, see [Outline].
///
/// @param height above where the thing stands
/// @param hides whether the thing covers what is below the seat: a hull, a bowl
record Seat(double height, double left, double right, boolean hides) {
    private static final Set<String> RIDERS =
            Set.of("person", "woman", "child", "knight", "astronaut", "robot", "wizard", "alien");
    private static final Set<String> MOUNTS =
            Set.of(
                    "horse",
                    "donkey",
                    "unicorn",
                    "zebra",
                    "cow",
                    "deer",
                    "camel",
                    "elephant",
                    "rhino",
                    "lion",
                    "tiger",
                    "bear",
                    "polar bear",
                    "giraffe",
                    "dragon",
                    "dinosaur",
                    "bicycle",
                    "motorcycle");

    /// What does not carry on its highest place.
    private static final Map<String, Seat> SURFACES =
            Map.ofEntries(
                    on("chair", 45, -26, 24),
                    on("armchair", 27, -32, 32),
                    on("bed", 27, -16, 40),
                    on("bench", 27, -46, 46),
                    on("rug", 12, -36, 36),
                    on("cushion", 30, -34, 34),
                    on("table", 57, -44, 44),
                    on("book", 26, -38, 40),
                    on("plate", 13, -30, 30),
                    on("laptop", 5, -38, 38),
                    on("raft", 6, -36, 36),
                    on("cube", 74, -34, 36),
                    on("cuboid", 52, -40, 40),
                    on("cylinder", 84, -24, 24),
                    on("water lily", 4, -44, -14),
                    on("window", 8, -28, 28),
                    on("sled", 26, -34, 34),
                    hull("boat", 18, -34, 34),
                    hull("canoe", 14, -30, 30),
                    hull("sailboat", 12, -36, -10),
                    hull("ship", 17, 24, 44),
                    hull("galleon", 22, -14, 20),
                    hull("paper boat", 30, -28, 28));

    private static final Map<String, Seat> VESSELS =
            Map.ofEntries(
                    hull("vase", 98, -12, 12),
                    hull("jar", 95, -13, 13),
                    hull("bottle", 98, -5, 5),
                    hull("glass", 95, -20, 20),
                    hull("cup", 68, -30, 30),
                    hull("bowl", 44, -44, 44),
                    hull("nest", 40, -34, 34),
                    hull("carriage", 52, -36, 36));

    private static final Set<String> TREES =
            Set.of(
                    "tree",
                    "pine",
                    "christmas tree",
                    "palm",
                    "birch",
                    "cherry tree",
                    "apple tree",
                    "cypress",
                    "willow",
                    "bare tree",
                    "olive tree");

    private static Map.Entry<String, Seat> on(
            String name, double height, double left, double right) {
        return Map.entry(name, new Seat(height, left, right, false));
    }

    private static Map.Entry<String, Seat> hull(
            String name, double height, double left, double right) {
        return Map.entry(name, new Seat(height, left, right, true));
    }

    static boolean rides(Thing rider, Thing bearer) {
        return RIDERS.contains(rider.name()) && MOUNTS.contains(bearer.name());
    }

    /// Whether it was made to carry.
    static boolean furniture(Thing thing) {
        return SURFACES.containsKey(thing.name());
    }

    /// Whether it is worn on the head.
    static boolean worn(Thing thing) {
        return thing.name().equals("hat") || thing.name().equals("crown");
    }

    /// The head of who wears something, as high as its brow.
    static Seat head(Outline wearer) {
        Span head = wearer.head(16);
        return new Seat(wearer.tallest() - 9, head.left() - 3, head.right() + 3, false);
    }

    static boolean grows(Thing thing) {
        return TREES.contains(thing.name());
    }

    /// The surface for what stands on a thing.
    ///
    /// @param foot how wide that stands, in hundredths of the bearer
    /// @param part of the bearer, where nothing is known about it
    static Seat on(Thing bearer, Outline outline, double foot, boolean mirrored, Span part) {
        Seat known = SURFACES.get(bearer.name());
        return known == null ? highest(outline, foot, part) : mirrored ? known.mirrored() : known;
    }

    /// The opening for what is in a thing.
    static Optional<Seat> in(Thing rider, Thing bearer, boolean mirrored) {
        if (VESSELS.containsKey(bearer.name())) {
            return Optional.ofNullable(VESSELS.get(bearer.name()));
        }
        boolean furniture = SURFACES.containsKey(bearer.name());
        if (furniture && !bearer.name().equals("table") && !bearer.name().equals("bench")) {
            return Optional.ofNullable(SURFACES.get(bearer.name()))
                    .map(seat -> mirrored ? seat.mirrored() : seat);
        }
        boolean perches = rider.metres() < 2 && rider.place() != Habitat.WATER;
        return perches && grows(bearer)
                ? Optional.of(new Seat(bearer.name().equals("palm") ? 84 : 58, -20, 20, false))
                : Optional.empty();
    }

    private Seat mirrored() {
        return new Seat(height, -right, -left, hides);
    }

    /// The highest place that is level over the width of a foot.
    private static Seat highest(Outline outline, double foot, Span part) {
        double half = Math.clamp(foot / 2, 3, 16);
        double best = Double.NEGATIVE_INFINITY;
        double middle = part.middle();
        double height = outline.top(middle);
        for (double x = part.left(); x <= part.right(); x += 2) {
            double low = Double.MAX_VALUE;
            double high = 0;
            for (double at = x - half; at <= x + half; at += 2) {
                low = Math.min(low, outline.top(at));
                high = Math.max(high, outline.top(at));
            }
            double worth = low - 1.2 * (high - low) - 0.12 * Math.abs(x);
            if (worth > best) {
                best = worth;
                middle = x;
                height = low + 0.3 * (high - low);
            }
        }
        return new Seat(
                height,
                Math.max(level(outline, middle, height, -1), part.left() - 3),
                Math.min(level(outline, middle, height, 1), part.right() + 3),
                false);
    }

    private static double level(Outline outline, double from, double height, int step) {
        double x = from;
        while (Math.abs(x) < 50 && Math.abs(outline.top(x + step) - height) < 4) {
            x += step;
        }
        return x == from ? from + 3 * step : x;
    }

    Span span() {
        return new Span(left, right);
    }
}
