package parley.image.operation.scene.compose;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import parley.image.operation.scene.thing.Thing;
import parley.image.operation.scene.thing.Thing.Habitat;
import parley.image.operation.scene.words.SceneWish.Relation;
import parley.image.operation.scene.words.SceneWish.Subject;
import parley.image.operation.scene.words.SceneWish.Where;

/// Understands which things carry which.
final class Bearing {
    private Bearing() {}

    /// Whether who is there needs no ground of its own.
    static boolean carries(Where where) {
        return where == Where.ON || where == Where.IN;
    }

    /// The relations that are meant: a table with a vase has it on it, and of a dog and a cat on a
    /// sofa both are.
    static List<Subject> settled(List<Subject> said) {
        List<Subject> subjects = new ArrayList<>(said);
        lay(subjects);
        for (int i = subjects.size() - 2; i >= 0; i--) {
            Optional<Relation> beside =
                    subjects.get(i).relation().filter(each -> each.where() == Where.BESIDE);
            Optional<Relation> other =
                    beside.flatMap(each -> subjects.get(each.other()).relation())
                            .filter(each -> carries(each.where()));
            if (other.isPresent() && fits(subjects.get(i), subjects.get(other.get().other()))) {
                subjects.set(i, with(subjects.get(i), other));
            }
        }
        return subjects;
    }

    /// Puts on a table what it was said to be with.
    private static void lay(List<Subject> subjects) {
        int table = -1;
        for (int i = 0; i < subjects.size(); i++) {
            Subject subject = subjects.get(i);
            boolean lies = subject.thing().place() == Habitat.TABLE;
            boolean beside =
                    subject.relation().filter(each -> each.where() == Where.BESIDE).isPresent();
            if (table >= 0 && lies && (beside || subject.relation().isEmpty())) {
                subjects.set(i, with(subject, Optional.of(new Relation(Where.ON, table))));
            }
            boolean laid = isTable(subject.thing()) && beside;
            if (laid && lies(subjects.get(i + 1))) {
                table = i;
                subjects.set(i, with(subject, Optional.empty()));
            } else if (!lies || !beside) {
                table = -1;
            }
        }
    }

    private static boolean lies(Subject subject) {
        return subject.thing().place() == Habitat.TABLE
                && subject.relation().filter(each -> carries(each.where())).isEmpty();
    }

    private static boolean isTable(Thing thing) {
        return thing.name().equals("table");
    }

    private static boolean fits(Subject rider, Subject bearer) {
        return rider.thing().metres() <= 1.3 * bearer.thing().metres()
                && rider.thing().place() != Habitat.WATER;
    }

    private static Subject with(Subject subject, Optional<Relation> relation) {
        return new Subject(
                subject.thing(), subject.count(), subject.colour(), subject.size(), relation);
    }

    /// What was said about things to each other that a picture does not show: `cat in gift`.
    static List<String> unmet(List<Subject> said) {
        List<Subject> subjects = settled(said);
        List<String> unmet = new ArrayList<>();
        for (Subject subject : subjects) {
            subject.relation()
                    .filter(relation ->
                            !Relations.holds(
                                    subject.thing(),
                                    relation.where(),
                                    subjects.get(relation.other()).thing()))
                    .ifPresent(relation ->
                            unmet.add(
                                    "%s %s %s"
                                            .formatted(
                                                    subject.thing().name(),
                                                    word(relation.where()),
                                                    subjects.get(relation.other())
                                                            .thing()
                                                            .name())));
        }
        return unmet;
    }

    private static String word(Where where) {
        return where.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /// The first thing that carries another, and is not carried.
    static Optional<Subject> first(List<Subject> subjects) {
        return subjects.stream()
                .flatMap(subject -> subject.relation().stream())
                .filter(relation -> carries(relation.where()) || relation.where() == Where.UNDER)
                .map(relation -> subjects.get(relation.other()))
                .filter(other ->
                        other.relation()
                                .filter(each ->
                                        carries(each.where()) || each.where() == Where.UNDER)
                                .isEmpty())
                .findFirst();
    }
}
