package parley.image.operation.scene.words;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import parley.image.operation.scene.paint.Weather;
import parley.image.operation.scene.thing.Thing;
import parley.image.operation.scene.words.SceneWish.Part;
import parley.image.operation.scene.words.SceneWish.Relation;
import parley.image.operation.scene.words.SceneWish.SkyThing;
import parley.image.operation.scene.words.SceneWish.Subject;

/// Takes out of a wish what must not be seen.
public final class Negation {
    private Negation() {}

    public static SceneWish without(SceneWish wish, SceneWish unwanted) {
        if (unwanted.understood() == 0) {
            return wish;
        }
        Set<Thing> things = new HashSet<>();
        unwanted.subjects().forEach(subject -> things.add(subject.thing()));
        Set<SkyThing> sky = new HashSet<>(wish.sky());
        sky.removeAll(unwanted.sky());
        Map<Part, Integer> parts = new EnumMap<>(Part.class);
        wish.partColours()
                .forEach((part, colour) -> {
                    if (!unwanted.palette().contains(colour)) {
                        parts.put(part, colour);
                    }
                });
        return new SceneWish(
                wish.form(),
                without(wish.settings(), unwanted.settings()),
                wish.hour().filter(hour -> unwanted.hour().filter(hour::equals).isEmpty()),
                weather(wish, unwanted),
                wish.season().filter(season -> unwanted.season().filter(season::equals).isEmpty()),
                sky,
                subjects(wish.subjects(), things, unwanted.palette()),
                parts,
                without(wish.palette(), unwanted.palette()),
                wish.pattern()
                        .filter(pattern -> unwanted.pattern().filter(pattern::equals).isEmpty()),
                unwanted.partColours().containsKey(Part.TEXT) ? List.of() : wish.texts(),
                wish.style().filter(style -> unwanted.style().filter(style::equals).isEmpty()),
                wish.unknown(),
                wish.understood());
    }

    private static Optional<Weather> weather(SceneWish wish, SceneWish unwanted) {
        Optional<Weather> kept =
                wish.weather()
                        .filter(weather -> unwanted.weather().filter(weather::equals).isEmpty());
        return unwanted.weather().filter(weather -> weather != Weather.CLEAR).isPresent()
                ? kept.or(() -> Optional.of(Weather.CLEAR))
                : kept;
    }

    private static <T> List<T> without(List<T> all, List<T> unwanted) {
        return all.stream().filter(each -> !unwanted.contains(each)).toList();
    }

    private static List<Subject> subjects(
            List<Subject> all, Set<Thing> things, List<Integer> colours) {
        int[] moved = new int[all.size()];
        int kept = 0;
        for (int i = 0; i < moved.length; i++) {
            moved[i] = things.contains(all.get(i).thing()) ? -1 : kept++;
        }
        List<Subject> made = new ArrayList<>();
        for (int i = 0; i < moved.length; i++) {
            if (moved[i] >= 0) {
                Subject subject = all.get(i);
                OptionalInt colour =
                        subject.colour().isPresent()
                                        && colours.contains(subject.colour().getAsInt())
                                ? OptionalInt.empty()
                                : subject.colour();
                Optional<Relation> relation =
                        subject.relation()
                                .filter(said -> moved[said.other()] >= 0)
                                .map(said -> new Relation(said.where(), moved[said.other()]));
                made.add(
                        new Subject(
                                subject.thing(),
                                subject.count(),
                                colour,
                                subject.size(),
                                relation));
            }
        }
        return made;
    }
}
