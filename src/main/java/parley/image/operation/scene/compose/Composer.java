package parley.image.operation.scene.compose;

import java.awt.Graphics2D;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import parley.image.operation.scene.Setting;
import parley.image.operation.scene.design.Designs;
import parley.image.operation.scene.design.Portraits;
import parley.image.operation.scene.paint.Canvas;
import parley.image.operation.scene.paint.Finish;
import parley.image.operation.scene.paint.Light;
import parley.image.operation.scene.paint.Pen;
import parley.image.operation.scene.place.Floor;
import parley.image.operation.scene.place.Places;
import parley.image.operation.scene.place.Stage;
import parley.image.operation.scene.thing.Thing.Habitat;
import parley.image.operation.scene.words.SceneWish;
import parley.image.operation.scene.words.SceneWish.Part;
import parley.image.pixel.Picture;
import parley.image.pixel.Size;

/// Paints a scene.
public final class Composer {
    private static final Set<String> HUMANS = Set.of("person", "woman", "child");

    private final SceneWish wish;
    private final Direction direction;
    private final long seed;

    public Composer(SceneWish wish, long seed) {
        this.wish = wish;
        this.seed = seed;
        direction = Director.direct(wish, seed);
    }

    public Picture paint(Size size) {
        Canvas canvas = new Canvas(size);
        boolean placed =
                !wish.settings().isEmpty() || !wish.sky().isEmpty() || wish.hour().isPresent();
        switch (wish.form()) {
            case PATTERN -> Designs.pattern(canvas, wish, seed);
            case ICON -> Designs.icon(canvas, wish, seed);
            case ABSTRACT -> Designs.abstraction(canvas, wish, seed);
            case PORTRAIT -> portrait(canvas);
            case POSTER -> {
                if (placed) {
                    scene(canvas);
                }
                Designs.poster(canvas, wish, placed, seed);
            }
            case SCENE -> {
                scene(canvas);
                if (!wish.texts().isEmpty()) {
                    Designs.poster(canvas, wish, true, seed);
                }
            }
        }
        return canvas.picture();
    }

    private void portrait(Canvas canvas) {
        boolean human =
                wish.subjects().stream()
                        .allMatch(subject -> HUMANS.contains(subject.thing().name()));
        if (human) {
            Portraits.paint(canvas, wish, seed);
        } else {
            scene(canvas);
        }
    }

    private void scene(Canvas canvas) {
        Light light = light();
        List<Placement> placed = stage(canvas, light);
        Shadows.cast(canvas, light, direction.setting(), placed);
        Graphics2D brush = canvas.brush();
        for (Placement each : placed) {
            if (each.stand() instanceof Placement.Stand.On) {
                Shadows.touch(canvas.brush(), each);
            }
            each.draw(brush, light, canvas.width(), Pen.Mode.PICTURE);
        }
        brush.dispose();
        if (direction.setting().kind() == Setting.Kind.OUTDOORS) {
            Weathering.paint(
                    canvas, light, canvas.height() * Places.horizon(direction.setting()), seed);
        }
        wish.style().ifPresent(style -> Styles.apply(canvas, style, seed));
        Finish.apply(canvas, Styles.finish(wish.style()), seed);
    }

    private List<Placement> stage(Canvas canvas, Light light) {
        Stage stage =
                new Stage(
                        canvas,
                        light,
                        wish,
                        direction.season(),
                        direction.also(),
                        direction.sky(),
                        canvas.height() * Places.horizon(direction.setting()),
                        seed);
        Floor floor = Places.paint(direction.setting(), stage);
        return new Arrangement(direction, floor, canvas.width(), canvas.height(), seed).place();
    }

    private Light light() {
        Integer sky = wish.partColours().get(Part.SKY);
        return direction.light(sky == null ? OptionalInt.empty() : OptionalInt.of(sky));
    }

    /// Where the own colour of a subject is to be seen: white there, black elsewhere.
    ///
    /// @param index its place among the subjects of the wish
    public Picture ownColour(Size size, int index) {
        Canvas canvas = new Canvas(size);
        Light light = light();
        List<Placement> placed = stage(canvas, light);
        canvas.shade((x, y, old) -> 0);
        Graphics2D brush = canvas.brush();
        for (Placement each : placed) {
            boolean meant = each.subject().thing().equals(wish.subjects().get(index).thing());
            each.draw(
                    brush,
                    light,
                    canvas.width(),
                    meant ? Pen.Mode.OWN_COLOUR : Pen.Mode.SILHOUETTE);
        }
        brush.dispose();
        return canvas.picture();
    }

    /// What is seen, in a sentence.
    public String description() {
        boolean scene = wish.form() == SceneWish.Form.SCENE;
        String texts =
                wish.texts().isEmpty() ? "" : ", with the words " + String.join(", ", wish.texts());
        String what = Description.of(wish, direction);
        return scene
                ? what.substring(0, what.length() - 1) + texts + "."
                : Designs.phrase(wish) + texts + ": " + what;
    }

    static boolean swims(Placement placement) {
        return placement.root().subject().thing().place() == Habitat.WATER;
    }
}
