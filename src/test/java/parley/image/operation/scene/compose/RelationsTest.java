package parley.image.operation.scene.compose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import parley.image.operation.scene.Setting;
import parley.image.operation.scene.compose.Placement.Stand;
import parley.image.operation.scene.paint.Canvas;
import parley.image.operation.scene.place.Floor;
import parley.image.operation.scene.place.Places;
import parley.image.operation.scene.place.Stage;
import parley.image.operation.scene.words.SceneWish;
import parley.image.pixel.Size;

final class RelationsTest {
    @ParameterizedTest
    @CsvSource({
        "a cat on a sofa, 1, ROOM",
        "a cat on a sofa, 3, ROOM",
        "a cat on a sofa, 5, ROOM",
        "a dog on a chair, 1, ROOM",
        "a cat on a table, 2, ROOM",
        "a cat on a roof, 1, MEADOW",
        "a bird on a rock, 4, COAST",
        "an owl on a bench, 1, GARDEN",
        "a teddy bear on a bed, 7, ROOM"
    })
    void whatIsOnAThingStandsOnIt(String prompt, long seed, Setting setting) {
        List<Placement> placed = placed(prompt, seed);

        Placement rider = placed.getLast();
        assertThat(Director.direct(wish(prompt), seed).setting()).isEqualTo(setting);
        assertThat(rider.stand()).isInstanceOf(Stand.On.class);
        Placement bearer = rider.root();
        double above = (bearer.y() - rider.feet()) / bearer.side() * 100;
        double across = (rider.x() - bearer.x()) / bearer.side() * 100;
        assertThat(above).isPositive().isLessThanOrEqualTo(Outline.of(bearer).tallest() + 0.5);
        assertThat(Outline.of(bearer).top(across)).isGreaterThan(above - 4);
        assertThat(rider.side()).isLessThan(1.6 * bearer.side());
        assertThat(rider.y() - rider.side()).isGreaterThan(0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a man in a boat",
                "flowers in a vase",
                "a bowl of apples",
                "a man riding a horse"
            })
    void whatIsInAThingIsPaintedBeforeIt(String prompt) {
        List<Placement> placed = placed(prompt, 1);

        assertThat(placed.getFirst().stand()).isInstanceOf(Stand.In.class);
        assertThat(placed.getLast().stand()).isEqualTo(Placement.GROUND);
        assertThat(placed.getLast().order()).isGreaterThan(placed.getFirst().order());
    }

    @Test
    void aCatUnderATableFitsUnderIt() {
        Placement cat = only("a cat under a table", "cat");
        Placement table = only("a cat under a table", "table");

        assertThat(cat.side() * Outline.of(cat).tallest() / 100)
                .isLessThanOrEqualTo(0.53 * table.side());
        assertThat(Math.abs(cat.x() - table.x())).isLessThan(0.3 * table.side());
    }

    @Test
    void whatIsBehindIsPaintedFirstAndIsStillSeen() {
        Placement dog = only("a dog behind a tree", "dog");
        Placement tree = only("a dog behind a tree", "tree");

        assertThat(dog.order()).isLessThan(tree.order());
        assertThat(Math.abs(dog.x() - tree.x())).isGreaterThan(0.2 * dog.side());
    }

    @Test
    void ofTwoOnASofaBothAreOnItSideBySide() {
        List<Placement> placed = placed("a dog and a cat on a sofa", 1);

        assertThat(placed.subList(1, 3))
                .allSatisfy(each -> assertThat(each.stand()).isInstanceOf(Stand.On.class));
        assertThat(Math.abs(placed.get(1).x() - placed.get(2).x())).isGreaterThan(30);
    }

    @Test
    void aTableIsWithWhatIsOnIt() {
        Direction direction = Director.direct(wish("a table with a vase and two apples"), 1);

        assertThat(direction.setting()).isEqualTo(Setting.TABLE);
        assertThat(direction.subjects())
                .extracting(subject -> subject.thing().name())
                .containsExactly("vase", "apple");
    }

    @Test
    void aBowlWithFruitOnATableIsWhatStandsThere() {
        Direction direction = Director.direct(wish("a bowl with three oranges on a table"), 1);

        assertThat(direction.setting()).isEqualTo(Setting.TABLE);
        assertThat(placed("a bowl with three oranges on a table", 1)).hasSize(4);
    }

    @Test
    void aCupOfCoffeeIsOneCup() {
        assertThat(wish("a cup of coffee").subjects()).hasSize(1);
        assertThat(wish("a bird on the roof of a church").subjects())
                .extracting(subject -> subject.thing().name())
                .containsExactly("bird", "church");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a cat in a suitcase", "a cat under a sofa", "an elephant in a car"})
    void aPlaceThatCannotBeShownIsSaidAndCostsConfidence(String prompt) {
        Drawing drawing = Drawing.read(prompt, "", Optional.empty());

        assertThat(drawing.unknown()).hasSize(1);
        assertThat(drawing.warnings()).anyMatch(warning -> warning.contains("could not put"));
        assertThat(drawing.confidence()).isLessThan(0.5);
    }

    @Test
    void whatIsWornSitsOnTheHead() {
        List<Placement> placed = placed("a cat wearing a hat", 1);
        Placement cat = placed.getFirst();

        double above = (cat.y() - placed.getLast().feet()) / cat.side() * 100;
        assertThat(above).isCloseTo(Outline.of(cat).tallest(), within(15.0));
    }

    private static Placement only(String prompt, String name) {
        return placed(prompt, 1).stream()
                .filter(each -> each.subject().thing().name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static SceneWish wish(String prompt) {
        return Drawing.read(prompt, "", Optional.empty()).wish();
    }

    private static List<Placement> placed(String prompt, long seed) {
        Direction direction = Director.direct(wish(prompt), seed);
        Canvas canvas = new Canvas(new Size(64, 64));
        Stage stage =
                new Stage(
                        canvas,
                        direction.light(OptionalInt.empty()),
                        wish(prompt),
                        direction.season(),
                        direction.also(),
                        direction.sky(),
                        canvas.height() * Places.horizon(direction.setting()),
                        seed);
        Floor floor = Places.paint(direction.setting(), stage);
        return new Arrangement(direction, floor, canvas.width(), canvas.height(), seed).place();
    }
}
