package parley.image.operation.scene.compose;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import parley.image.operation.scene.Setting;
import parley.image.operation.scene.compose.Outline.Span;
import parley.image.operation.scene.compose.Placement.Stand;
import parley.image.operation.scene.thing.Thing;
import parley.image.operation.scene.thing.Thing.Habitat;
import parley.image.operation.scene.words.SceneWish.Subject;
import parley.image.operation.scene.words.SceneWish.Where;

/// Puts one thing where it was said to be to another.
final class Relations {
    private static final double LARGEST_RIDER = 1.5;
    private static final double SMALLEST_RIDER = 0.2;

    /// How much room there is below a thing, as a share of its side.
    private static final Map<String, Double> CLEARANCES =
            Map.of(
                    "table",
                    0.52,
                    "chair",
                    0.4,
                    "bench",
                    0.22,
                    "umbrella",
                    0.5,
                    "bridge",
                    0.3,
                    "mushroom",
                    0.4,
                    "floor lamp",
                    0.78,
                    "piano",
                    0.3,
                    "bush",
                    0.2);

    private final double width;
    private final double height;

    Relations(double width, double height) {
        this.width = width;
        this.height = height;
    }

    /// Whether a picture can show it.
    static boolean holds(Thing thing, Where where, Thing other) {
        return switch (where) {
            case IN -> Seat.in(thing, other, false).isPresent();
            case UNDER -> clearance(other) > 0;
            case ON, ABOVE, BEHIND, IN_FRONT_OF, LEFT_OF, RIGHT_OF, BESIDE -> true;
        };
    }

    /// @param turn which of those that are said to be there
    /// @param count how many of them there are
    Placement put(Placement each, Placement other, Where where, int turn, int count) {
        double spread = (turn + 0.5) / count - 0.5;
        return switch (where) {
            case ON -> onTop(each, other, turn, count);
            case IN ->
                    Seat.in(each.subject().thing(), other.subject().thing(), other.mirrored())
                            .map(seat -> seated(each, other, seat, turn, count))
                            .orElse(each);
            case UNDER -> under(each, other, spread);
            case ABOVE -> above(each, other, spread);
            case BEHIND -> behind(each, other, spread);
            case IN_FRONT_OF -> before(each, other, spread);
            case LEFT_OF, RIGHT_OF, BESIDE -> each;
        };
    }

    private Placement onTop(Placement each, Placement other, int turn, int count) {
        Thing rider = each.subject().thing();
        Thing bearer = other.subject().thing();
        Outline outline = Outline.of(other);
        if (Seat.rides(rider, bearer)) {
            return astride(each, other, outline, count);
        }
        if (Seat.worn(rider) && bearer.place() == Habitat.LAND && !Seat.furniture(bearer)) {
            return seated(each, other, Seat.head(outline), 0, 1);
        }
        double scale = share(rider, bearer);
        double foot = Outline.of(each).foot().wide() * scale;
        if (Seat.furniture(bearer)) {
            Seat seat = Seat.on(bearer, outline, foot, other.mirrored(), new Span(0, 0));
            return seated(each, other, seat, turn, count);
        }
        double wide = 76.0 / count;
        Span part = new Span(-38 + turn * wide + 4, -38 + (turn + 1) * wide - 4);
        Seat seat = Seat.on(bearer, outline, foot, other.mirrored(), part);
        Placement put = seated(each, other, seat, 0, 1);
        return put.movedTo(put.x(), put.y(), put.order() + 0.001 * turn, put.depth());
    }

    /// The legs are behind the mount.
    private Placement astride(Placement each, Placement other, Outline outline, int count) {
        Thing bearer = other.subject().thing();
        double share = share(each.subject().thing(), bearer);
        double saddle =
                bearer.place() == Habitat.LAND && bearer.words().contains("bike")
                        ? 50
                        : bearer.name().equals("motorcycle") ? 46 : outline.top(-4);
        Seat seat = new Seat(saddle - 42 * share, -12, 4, true);
        return seated(each, other, seat, 0, count);
    }

    private static double share(Thing rider, Thing bearer) {
        return Math.clamp(
                Math.pow(rider.metres() / bearer.metres(), 0.65), SMALLEST_RIDER, LARGEST_RIDER);
    }

    private Placement seated(Placement each, Placement other, Seat seat, int turn, int count) {
        Outline outline = Outline.of(each);
        Span foot = outline.foot();
        double spread = count == 1 ? 0 : (turn + 0.5) / count - 0.5;
        boolean arranged = seat.hides() && isFlower(each.subject().thing());
        double side = other.side() * (arranged ? 0.84 : sizeOn(each, other, seat, foot, count));
        double across = seat.span().middle() + spread * seat.span().wide();
        double x = other.x() + across / 100 * other.side() - foot.middle() / 100 * side;
        boolean afloat = other.subject().thing().place() == Habitat.WATER;
        double sunk =
                !seat.hides() ? outline.lowest() / 100 : afloat ? 0.12 : arranged ? 0.42 : 0.2;
        double y = other.y() - other.side() * seat.height() / 100 + side * sunk;
        Stand stand =
                seat.hides()
                        ? new Stand.In(
                                other,
                                arranged ? 56 * spread : 0,
                                mounted(each, other) ? 0.5 * other.side() : 0)
                        : new Stand.On(
                                other,
                                other.x() + other.side() * seat.left() / 100,
                                other.x() + other.side() * seat.right() / 100);
        double order = other.order() + (seat.hides() ? -0.01 : 0.01) * (turn + 1);
        return each.resizedTo(side).movedTo(x, y, order, other.depth()).standing(stand);
    }

    /// As a share of what carries it.
    private static double sizeOn(Placement each, Placement other, Seat seat, Span foot, int count) {
        Thing rider = each.subject().thing();
        double wished = share(rider, other.subject().thing()) * each.subject().size();
        if (Seat.worn(rider)) {
            return seat.span().wide() / foot.wide();
        }
        double room = 1.25 * seat.span().wide() / foot.wide() / count;
        return seat.hides() && Seat.rides(rider, other.subject().thing())
                ? wished
                : Math.min(
                        wished, Math.max(room, count == 1 && !seat.hides() ? 0.7 * wished : 0.12));
    }

    /// Whether its legs are hidden by an animal.
    private static boolean mounted(Placement each, Placement other) {
        Thing bearer = other.subject().thing();
        boolean wheeled = bearer.home() == Setting.WALL || bearer.home() == Setting.STREET;
        return !wheeled && Seat.rides(each.subject().thing(), bearer);
    }

    private static boolean isFlower(Thing thing) {
        return switch (thing.name()) {
            case "flower",
                    "sunflower",
                    "rose",
                    "tulip",
                    "poppy",
                    "lavender flower",
                    "lily",
                    "dandelion",
                    "bouquet",
                    "reed" ->
                    true;
            default -> false;
        };
    }

    private static double clearance(Thing other) {
        double known = CLEARANCES.getOrDefault(other.name(), 0.0);
        return known > 0 ? known : Seat.grows(other) ? 0.34 : other.place() == Habitat.SKY ? 1 : 0;
    }

    private Placement under(Placement each, Placement other, double spread) {
        Thing above = other.subject().thing();
        double clearance = clearance(above);
        if (clearance <= 0) {
            return each;
        }
        if (above.place() == Habitat.SKY) {
            return each.movedTo(
                    other.x() + spread * width * 0.4, each.y(), each.order(), each.depth());
        }
        Outline outline = Outline.of(each);
        double most = clearance * other.side() / (outline.tallest() / 100);
        double side = Math.min(each.side(), most);
        boolean trunk = Seat.grows(above) || clearance > 0.7;
        boolean umbrella = above.name().equals("umbrella");
        double away = trunk ? (other.x() < width / 2 ? 0.24 : -0.24) : umbrella ? 0.1 : 0;
        double x = other.x() + (away + spread * 0.6) * other.side();
        boolean covered = !trunk && !umbrella;
        return each.resizedTo(side)
                .movedTo(
                        x,
                        other.y() + (covered ? -0.01 : 0.02) * other.side(),
                        other.order() + (covered ? -0.1 : 0.1),
                        other.depth());
    }

    private Placement above(Placement each, Placement other, double spread) {
        Outline below = Outline.of(other);
        double top = other.y() - other.side() * below.tallest() / 100;
        double tall = each.side() * Outline.of(each).tallest() / 100;
        double y = Math.max(tall + height * 0.04, top - height * 0.03);
        return each.movedTo(
                        other.x() + spread * other.side() * 0.8,
                        y,
                        Math.max(each.order(), other.order() + 0.1),
                        other.depth())
                .standing(Placement.AIR);
    }

    private Placement behind(Placement each, Placement other, double spread) {
        Outline mine = Outline.of(each);
        double tall = each.side() * mine.tallest();
        boolean larger = tall > 1.3 * other.side() * Outline.of(other).tallest();
        double half = mine.span(130).wide() / 200 * each.side();
        double covering = halfBelow(other, tall / other.side());
        double away = larger ? covering * 0.4 : covering + half * 0.45;
        double open = other.x() < width / 2 ? 1 : -1;
        return each.movedTo(
                inside(other.x() + open * away + spread * other.side() * 0.8, half),
                other.y() - Math.min(other.side() * 0.05, height * 0.02),
                other.order() - 0.1,
                Math.min(0.6, other.depth() + 0.06));
    }

    private Placement before(Placement each, Placement other, double spread) {
        Outline mine = Outline.of(each);
        double tall = each.side() * mine.tallest();
        boolean small = tall < 0.7 * other.side() * Outline.of(other).tallest();
        double half = mine.span(130).wide() / 200 * each.side();
        double away =
                halfBelow(other, tall / other.side()) * (small ? 0.55 : 0.8)
                        + (small ? 0 : half * 0.5);
        double open = other.x() < width / 2 ? 1 : -1;
        return each.movedTo(
                inside(other.x() + open * away + spread * other.side() * 0.8, half),
                Math.min(height * 0.97, other.y() + Math.max(other.side() * 0.06, height * 0.02)),
                other.order() + 0.1,
                other.depth() * 0.6);
    }

    /// Half the width of a thing below a height.
    private static double halfBelow(Placement other, double tall) {
        return Outline.of(other).span(tall).wide() / 200 * other.side();
    }

    private double inside(double x, double half) {
        double margin = Math.min(width * 0.5, half + width * 0.02);
        return Math.clamp(x, margin, width - margin);
    }

    /// How much of the size of a thing and what it carries fits below the upper edge; 1 is all.
    double fits(Placement rider) {
        Placement root = rider.root();
        double top = rider.y() - rider.side() * Outline.of(rider).tallest() / 100;
        double least = height * 0.05;
        return top >= least ? 1 : (root.y() - least) / (root.y() - top);
    }

    /// Who is under an umbrella, which is as large as that one needs.
    static Optional<Subject> sheltered(Subject umbrella, List<Subject> subjects) {
        if (!umbrella.thing().name().equals("umbrella")) {
            return Optional.empty();
        }
        return subjects.stream()
                .filter(each ->
                        each.relation()
                                .filter(said -> said.where() == Where.UNDER)
                                .filter(said -> subjects.get(said.other()).equals(umbrella))
                                .isPresent())
                .findFirst();
    }

    /// Whether one is put with the other, and takes no place of its own beside it.
    static boolean joins(Optional<Where> where) {
        return where.filter(said ->
                        switch (said) {
                            case ON, IN, UNDER, BEHIND, IN_FRONT_OF, ABOVE -> true;
                            case LEFT_OF, RIGHT_OF, BESIDE -> false;
                        })
                .isPresent();
    }
}
