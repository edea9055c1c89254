package parley.image.operation.scene.words;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import parley.image.operation.scene.Season;
import parley.image.operation.scene.Setting;
import parley.image.operation.scene.paint.Colours;
import parley.image.operation.scene.paint.Hour;
import parley.image.operation.scene.paint.Weather;
import parley.image.operation.scene.thing.Thing;
import parley.image.operation.scene.words.SceneWish.Form;
import parley.image.operation.scene.words.SceneWish.Part;
import parley.image.operation.scene.words.SceneWish.Relation;
import parley.image.operation.scene.words.SceneWish.SkyThing;
import parley.image.operation.scene.words.SceneWish.Style;
import parley.image.operation.scene.words.SceneWish.Subject;
import parley.image.operation.scene.words.SceneWish.Where;

/// Collects what the words of a prompt say; what comes before a noun waits for it.
final class WishBuilder {
    private static final int MOST_SUBJECTS = 12;
    private static final int MOST_OF_A_KIND = 24;
    private static final int SOME = 3;

    /// What things are put into.
    private static final Set<String> VESSELS =
            Set.of("vase", "jar", "bowl", "nest", "glass", "cup", "carriage");

    private static final Set<String> WORN = Set.of("hat", "crown");

    private final List<String> texts;
    private final Set<Setting> settings = new LinkedHashSet<>();
    private final Set<SkyThing> sky = EnumSet.noneOf(SkyThing.class);
    private final List<Subject> subjects = new ArrayList<>();
    private final Map<Part, Integer> partColours = new EnumMap<>(Part.class);
    private final List<Integer> palette = new ArrayList<>();
    private final Set<String> unknown = new LinkedHashSet<>();
    private Form form = Form.SCENE;
    private Optional<Hour> hour = Optional.empty();
    private Optional<Weather> weather = Optional.empty();
    private Optional<Season> season = Optional.empty();
    private Optional<SceneWish.Pattern> pattern = Optional.empty();
    private Optional<Style> style = Optional.empty();
    private int understood;

    private int count;
    private @Nullable Integer colour;
    private double size = 1;
    private double tone;
    private @Nullable Where where;

    /// Whether the last subject was only named by its top: the roof, of a house.
    private boolean topOf;

    private boolean wears;
    private boolean holds;

    WishBuilder(List<String> texts) {
        this.texts = texts;
        understood = texts.size();
    }

    void unknown(String word) {
        unknown.add(word);
    }

    void number(String digits) {
        count =
                digits.length() > 3
                        ? MOST_OF_A_KIND
                        : Math.clamp(Integer.parseInt(digits), 1, MOST_OF_A_KIND);
    }

    /// A comma or a full stop.
    void pause() {
        looseColour();
        count = 0;
        size = 1;
        where = null;
        topOf = false;
        wears = false;
        holds = false;
    }

    void take(String word, Lexicon.Entry entry) {
        if (!(entry.meaning() instanceof Meaning.Nothing
                || entry.meaning() instanceof Meaning.Worn
                || entry.meaning() instanceof Meaning.Held
                || entry.meaning() instanceof Meaning.OfWhere)) {
            understood++;
        }
        switch (entry.meaning()) {
            case Meaning.OfThing(Thing thing) -> subject(thing, entry.plural());
            case Meaning.OfTop(Thing thing) -> top(thing, word, entry.plural());
            case Meaning.OfSetting(Setting setting) -> setting(setting);
            case Meaning.OfHour(Hour said) -> hour(said);
            case Meaning.OfWeather(Weather said) -> weather(said);
            case Meaning.OfSeason(Season said) -> season = Optional.of(said);
            case Meaning.OfSky(SkyThing thing) -> sky(thing);
            case Meaning.OfColour(int rgb) -> colour(rgb);
            case Meaning.OfPart(Part part) -> part(part, word);
            case Meaning.OfPattern(SceneWish.Pattern said) -> pattern = Optional.of(said);
            case Meaning.OfForm(Form said) -> form = said;
            case Meaning.OfStyle(Style said) -> style = Optional.of(style.orElse(said));
            case Meaning.OfWhere(Where said) -> where(said);
            case Meaning.OfCount(int said) -> count = said;
            case Meaning.OfSize(double said) -> size = said;
            case Meaning.OfTone(double said) -> tone = said;
            case Meaning.Worn() -> wears = true;
            case Meaning.Held() -> held(word);
            case Meaning.Nothing() -> {}
        }
    }

    private void subject(Thing thing, boolean plural) {
        if (subjects.size() >= MOST_SUBJECTS) {
            unknown.add(thing.name());
            return;
        }
        if (topOf && where == null) {
            Subject top = subjects.removeLast();
            subjects.add(new Subject(thing, top.count(), own(), top.size(), top.relation()));
            forget();
            return;
        }
        int last = subjects.size() - 1;
        boolean inLast = holds && last >= 0 && VESSELS.contains(subjects.get(last).thing().name());
        if (inLast && subjects.get(last).thing().equals(thing)) {
            // A cup of coffee is one cup.
            forget();
            return;
        }
        int many = count > 0 ? count : plural ? SOME : 1;
        int other = subjects.size() - 1;
        Optional<Relation> own = Optional.empty();
        boolean dressed = WORN.contains(thing.name()) && (holds || where == Where.IN);
        if (dressed && last >= 0 && wearable(subjects.get(last).thing())) {
            own = Optional.of(new Relation(Where.ON, last));
        } else if (inLast) {
            own = Optional.of(new Relation(Where.IN, other));
        } else if (wears && other >= 0) {
            own = Optional.of(new Relation(Where.ON, other));
        } else if (where != null && other >= 0) {
            int at = carrier(other);
            Subject before = subjects.get(at);
            if (before.relation().isEmpty()) {
                subjects.set(at, related(before, new Relation(where, other + 1)));
            }
        }
        subjects.add(new Subject(thing, many, own(), size, own));
        forget();
    }

    /// Of a bowl with apples on a table, the bowl is what is on it.
    private int carrier(int index) {
        int at = index;
        int before = earlier(at);
        while (before >= 0) {
            at = before;
            before = earlier(at);
        }
        return at;
    }

    private int earlier(int index) {
        return subjects.get(index)
                .relation()
                .map(Relation::other)
                .filter(other -> other < index)
                .orElse(-1);
    }

    private OptionalInt own() {
        return colour == null ? OptionalInt.empty() : OptionalInt.of(colour);
    }

    private static boolean wearable(Thing wearer) {
        return wearer.place() == Thing.Habitat.LAND && wearer.home() != Setting.ROOM;
    }

    private void held(String word) {
        holds = true;
        if (!word.equals("of") && !word.equals("full of")) {
            where = Where.BESIDE;
        }
    }

    private void top(Thing thing, String word, boolean plural) {
        if (where == Where.ON && !subjects.isEmpty()) {
            subject(thing, plural);
            topOf = true;
            return;
        }
        understood--;
        unknown.add(word);
    }

    private static Subject related(Subject subject, Relation relation) {
        return new Subject(
                subject.thing(),
                subject.count(),
                subject.colour(),
                subject.size(),
                Optional.of(relation));
    }

    private void setting(Setting setting) {
        Part part =
                switch (setting) {
                    case SKY -> Part.SKY;
                    case SEA, LAKE, RIVER -> Part.WATER;
                    case MOUNTAINS, HILLS, CANYON -> Part.MOUNTAIN;
                    case WALL, ROOM -> Part.WALL;
                    case TABLE -> Part.TABLE;
                    case STUDIO -> Part.BACKGROUND;
                    case MEADOW, FIELD, DESERT, BEACH -> Part.GROUND;
                    default -> null;
                };
        if (colour != null && part != null) {
            partColours.put(part, colour);
            colour = null;
        }
        settings.add(setting);
        forget();
    }

    private void hour(Hour said) {
        hour = Optional.of(hour.orElse(said));
        if (colour != null) {
            partColours.put(Part.SKY, colour);
        }
        forget();
    }

    private void weather(Weather said) {
        boolean stronger = weather.map(before -> said.compareTo(before) > 0).orElse(true);
        weather = stronger ? Optional.of(said) : weather;
        forget();
    }

    private void sky(SkyThing thing) {
        sky.add(thing);
        forget();
    }

    private void colour(int rgb) {
        looseColour();
        colour = tone < 0 ? Colours.mix(rgb, 0x000000, -tone) : Colours.mix(rgb, 0xffffff, tone);
        tone = 0;
        int last = subjects.size() - 1;
        if (where == Where.IN && last >= 0 && subjects.get(last).colour().isEmpty()) {
            lastInThisColour();
        }
    }

    private void lastInThisColour() {
        Subject last = subjects.getLast();
        if (colour != null && last.relation().isEmpty()) {
            palette.add(colour);
        }
    }

    private void part(Part part, String word) {
        if (colour != null) {
            partColours.put(part, colour);
            if (part == Part.CLOTHES
                    && !subjects.isEmpty()
                    && subjects.getLast().colour().isEmpty()) {
                Subject last = subjects.removeLast();
                subjects.add(
                        new Subject(
                                last.thing(),
                                last.count(),
                                OptionalInt.of(colour),
                                last.size(),
                                last.relation()));
            }
        } else if (part == Part.CLOTHES) {
            unknown.add(word);
        }
        forget();
    }

    private void where(Where said) {
        where = said;
    }

    private void forget() {
        topOf = false;
        wears = false;
        holds = false;
        count = 0;
        colour = null;
        size = 1;
        tone = 0;
        where = null;
    }

    /// A colour that no noun came for.
    private void looseColour() {
        if (colour != null && !palette.contains(colour)) {
            palette.add(colour);
        }
        colour = null;
    }

    SceneWish build() {
        pause();
        Form made = form;
        if (form == Form.SCENE && pattern.isPresent() && subjects.isEmpty() && settings.isEmpty()) {
            made = Form.PATTERN;
        }
        if (form == Form.SCENE && !texts.isEmpty() && subjects.isEmpty() && settings.isEmpty()) {
            made = Form.POSTER;
        }
        boolean empty =
                subjects.isEmpty()
                        && settings.isEmpty()
                        && sky.isEmpty()
                        && hour.isEmpty()
                        && weather.isEmpty()
                        && season.isEmpty();
        if (made == Form.SCENE && empty) {
            made = Form.ABSTRACT;
        }
        return new SceneWish(
                made,
                List.copyOf(settings),
                hour,
                weather,
                season,
                sky,
                subjects,
                partColours,
                palette,
                pattern,
                texts,
                style,
                List.copyOf(unknown),
                understood);
    }
}
