package parley.image.operation.scene.compose;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import parley.image.operation.scene.Setting;
import parley.image.operation.scene.paint.Noise;
import parley.image.operation.scene.place.Band;
import parley.image.operation.scene.place.Floor;
import parley.image.operation.scene.thing.Thing.Habitat;
import parley.image.operation.scene.words.SceneWish.Relation;
import parley.image.operation.scene.words.SceneWish.Subject;
import parley.image.operation.scene.words.SceneWish.Where;

/// Finds a place for every subject: in rows from far to near, the first off the middle, others by
/// what was said about them.
final class Arrangement {
    private final Direction direction;
    private final Floor floor;
    private final double width;
    private final double height;
    private final Noise chance;
    private final Relations relations;
    private final long seed;

    Arrangement(Direction direction, Floor floor, double width, double height, long seed) {
        this.direction = direction;
        this.floor = floor;
        this.width = width;
        this.height = height;
        this.seed = seed;
        chance = new Noise(seed * 3 + 5);
        relations = new Relations(width, height);
    }

    /// What is painted first comes first.
    List<Placement> place() {
        List<Placement> rows = new ArrayList<>();
        for (Zone zone : Zone.values()) {
            row(zone, rows);
        }
        List<Placement> placed = related(rows);
        for (Placement each : placed) {
            int root = each.root().index();
            double fits = relations.fits(each);
            if (root != each.index() && fits < 1) {
                rows.replaceAll(
                        old -> old.index() == root ? old.resizedTo(old.side() * fits) : old);
            }
        }
        placed = related(rows);
        placed.sort(Comparator.comparingDouble(Placement::order));
        return placed;
    }

    private List<Placement> related(List<Placement> rows) {
        List<Placement> placed = new ArrayList<>(rows);
        List<Integer> carriersFirst = new ArrayList<>();
        for (int i = 0; i < direction.subjects().size(); i++) {
            carriersFirst.add(i);
        }
        carriersFirst.sort(Comparator.comparingInt(this::links));
        carriersFirst.forEach(index -> relate(index, placed));
        return placed;
    }

    /// How many relations lead from a thing to one that has none.
    private int links(int index) {
        int links = 0;
        int at = index;
        while (links < direction.subjects().size()
                && direction.subjects().get(at).relation().isPresent()) {
            at = direction.subjects().get(at).relation().get().other();
            links++;
        }
        return links;
    }

    /// Which band a thing goes to.
    private enum Zone {
        SKY(0),
        WATER(1),
        LAND(2);

        private final int order;

        Zone(int order) {
            this.order = order;
        }
    }

    private Zone zone(Subject subject) {
        Habitat habitat = subject.thing().place();
        boolean space = direction.setting() == Setting.SPACE;
        boolean deep = direction.setting() == Setting.UNDERWATER;
        return switch (habitat) {
            case SKY -> Zone.SKY;
            case SPACE ->
                    space || (direction.setting() == Setting.MOON && subject.thing().metres() < 5)
                            ? Zone.LAND
                            : Zone.SKY;
            case WATER -> floor.water().isPresent() ? Zone.WATER : Zone.LAND;
            case SEABED -> deep || floor.water().isPresent() ? Zone.WATER : Zone.LAND;
            case LAND, TABLE -> floor.land().isPresent() ? Zone.LAND : Zone.WATER;
        };
    }

    private Band band(Zone zone) {
        return switch (zone) {
            case SKY -> floor.sky();
            case WATER -> floor.water().orElse(floor.sky());
            case LAND -> floor.land().orElse(floor.sky());
        };
    }

    private void row(Zone zone, List<Placement> placed) {
        List<Integer> members = new ArrayList<>();
        for (int i = 0; i < direction.subjects().size(); i++) {
            if (zone(direction.subjects().get(i)) == zone) {
                members.add(i);
            }
        }
        if (members.isEmpty()) {
            return;
        }
        order(members);
        double largest =
                members.stream()
                        .mapToDouble(i -> metres(direction.subjects().get(i)))
                        .max()
                        .orElse(1);
        Band band = band(zone);
        double total = members.stream().mapToDouble(i -> room(i, zone, largest)).sum();
        double free = band.right() - band.left();
        double fit = Math.min(1, free * 1.12 / total);
        double slack = Math.max(0, free - total * fit);
        double lean =
                width > height * 1.15 && members.size() == 1
                        ? direction.sunX() > 0.5 ? 0.28 : 0.72
                        : 0.5;
        double x = band.left() + slack * lean;
        for (int i : members) {
            double room = room(i, zone, largest) * fit;
            group(i, zone, band, x, room, largest, fit, placed);
            x += room;
        }
    }

    /// Puts them from left to right as was said.
    private void order(List<Integer> members) {
        if (members.size() > 1 && chance.cell(1, 9) < 0.5) {
            members.add(members.removeFirst());
        }
        for (int turn = 0; turn < members.size(); turn++) {
            for (int i : List.copyOf(members)) {
                Optional<Relation> relation = direction.subjects().get(i).relation();
                int at = members.indexOf(i);
                int other = relation.map(said -> members.indexOf(said.other())).orElse(-1);
                Where where = relation.map(Relation::where).orElse(Where.BESIDE);
                if (other >= 0
                        && ((where == Where.LEFT_OF && at > other)
                                || (where == Where.RIGHT_OF && at < other))) {
                    members.set(at, members.get(other));
                    members.set(other, i);
                }
            }
        }
    }

    private static double metres(Subject subject) {
        return subject.thing().metres();
    }

    private double side(Subject subject, Zone zone, double largest) {
        Optional<Subject> sheltered = Relations.sheltered(subject, direction.subjects());
        return sheltered.isPresent()
                ? 2 * ownSide(sheltered.get(), zone, largest)
                : ownSide(subject, zone, largest);
    }

    private double ownSide(Subject subject, Zone zone, double largest) {
        double ratio = Math.pow(metres(subject) / largest, 0.42);
        double base =
                switch (zone) {
                    case SKY -> direction.setting() == Setting.SKY ? 0.5 : 0.3;
                    case WATER -> direction.setting() == Setting.UNDERWATER ? 0.46 : 0.4;
                    case LAND ->
                            switch (direction.setting().kind()) {
                                case OUTDOORS ->
                                        subject.thing().place() == Habitat.TABLE
                                                ? 0.26
                                                : 0.3 + 0.24 * Math.min(1, Math.sqrt(largest / 20));
                                case INDOORS ->
                                        direction.setting() == Setting.STUDIO
                                                ? 0.62
                                                : largest < 1.2 ? 0.44 : 0.56;
                                case SPACE -> 0.55;
                                case UNDERWATER -> 0.34;
                            };
                };
        double crowd =
                subject.count() == 1
                        ? 1
                        : subject.count() <= 3 ? 0.82 : subject.count() <= 6 ? 0.66 : 0.5;
        if (subject.thing().metres() < 0.3 && zone == Zone.LAND && largest > 0.9) {
            ratio = Math.max(ratio, 0.3);
        }
        double tall = zone == Zone.LAND ? Math.min(1, band(zone).bottom() / height / 0.62) : 1;
        return 1000
                * base
                * Math.max(ratio, 0.2)
                * crowd
                * subject.size()
                * tall
                * Math.min(1.25, height / 1000);
    }

    private double room(int i, Zone zone, double largest) {
        Subject subject = direction.subjects().get(i);
        boolean rides =
                Relations.joins(subject.relation().map(Relation::where))
                        && subject.relation()
                                .map(relation ->
                                        zone(direction.subjects().get(relation.other())) == zone)
                                .orElse(false);
        double packed = subject.count() == 1 ? 0.95 : subject.count() <= 3 ? 0.8 : 0.55;
        return rides ? 1 : side(subject, zone, largest) * subject.count() * packed;
    }

    private void group(
            int index,
            Zone zone,
            Band band,
            double left,
            double room,
            double largest,
            double fit,
            List<Placement> placed) {
        Subject subject = direction.subjects().get(index);
        double side = side(subject, zone, largest) * Math.max(0.55, fit);
        int count = subject.count();
        for (int i = 0; i < count; i++) {
            double x =
                    left
                            + room * (i + 0.5) / count
                            + (count > 1 ? side * 0.16 * (chance.cell(i, index + 20) - 0.5) : 0);
            double near =
                    count == 1
                            ? 0.45 + 0.25 * chance.cell(index, 30)
                            : (i * 0.618 + 0.3 * chance.cell(index, 31)) % 1;
            double y = band.at(zone == Zone.SKY ? 0.25 + 0.6 * near : near);
            boolean floats =
                    zone == Zone.SKY
                            || (direction.setting() == Setting.UNDERWATER && zone == Zone.WATER)
                            || direction.setting() == Setting.SPACE;
            double size =
                    floats
                            ? side * (0.8 + 0.35 * near)
                            : side * (1 - band.farDepth() * 0.55 * (1 - near));
            if (floats) {
                y += size * 0.42;
            }
            boolean mirrored =
                    chance.cell(i * 7 + 1, index + 40) < 0.5
                            && direction.setting().kind() != Setting.Kind.INDOORS;
            double depth =
                    floats ? band.farDepth() * (1 - near) : Math.min(0.4, band.depth(y) * 0.8);
            Placement put =
                    new Placement(
                            subject,
                            index,
                            x,
                            y,
                            size,
                            depth,
                            zone.order * 10_000 + y,
                            mirrored,
                            seed * 91 + index * 40L + i,
                            floats ? Placement.AIR : Placement.GROUND);
            placed.add(zone == Zone.LAND && !floats ? grounded(put) : put);
        }
    }

    /// What is drawn higher in its box touches the ground all the same.
    private static Placement grounded(Placement put) {
        double lowest = Outline.of(put).lowest() / 100 * put.side();
        return put.movedTo(put.x(), put.y() + lowest, put.order(), put.depth());
    }

    private void relate(int index, List<Placement> placed) {
        Optional<Relation> relation = direction.subjects().get(index).relation();
        if (relation.isEmpty()) {
            return;
        }
        List<Placement> others =
                placed.stream().filter(each -> each.index() == relation.get().other()).toList();
        if (others.isEmpty()) {
            return;
        }
        int before = sharing(relation.get(), index);
        int all = sharing(relation.get(), direction.subjects().size());
        int each = Math.ceilDiv(all, others.size());
        int turn = before;
        for (int at = 0; at < placed.size(); at++) {
            if (placed.get(at).index() == index) {
                placed.set(
                        at,
                        relations.put(
                                placed.get(at),
                                others.get(turn / each),
                                relation.get().where(),
                                turn % each,
                                each));
                turn++;
            }
        }
    }

    /// How many of the things before one have the same relation.
    private int sharing(Relation relation, int end) {
        return direction.subjects().subList(0, end).stream()
                .filter(subject -> subject.relation().filter(relation::equals).isPresent())
                .mapToInt(Subject::count)
                .sum();
    }
}
