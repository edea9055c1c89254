package parley.image.operation.scene.design;

import java.awt.Graphics2D;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import parley.image.operation.scene.paint.Canvas;
import parley.image.operation.scene.paint.Colours;
import parley.image.operation.scene.paint.Finish;
import parley.image.operation.scene.paint.Forms;
import parley.image.operation.scene.paint.Hour;
import parley.image.operation.scene.paint.Light;
import parley.image.operation.scene.paint.Noise;
import parley.image.operation.scene.paint.Pen;
import parley.image.operation.scene.paint.Weather;
import parley.image.operation.scene.words.SceneWish;
import parley.image.operation.scene.words.SceneWish.Pattern;
import parley.image.operation.scene.words.SceneWish.Subject;

/// Flat pictures: patterns, posters, icons and abstract compositions.
public final class Designs {
    private static final Pattern[] PATTERNS = Pattern.values();

    private Designs() {}

    public static void pattern(Canvas canvas, SceneWish wish, long seed) {
        Noise chance = new Noise(seed);
        int[] palette = Palettes.of(wish, chance);
        Pattern pattern =
                wish.pattern()
                        .orElse(
                                wish.settings().contains(parley.image.operation.scene.Setting.SEA)
                                        ? Pattern.WAVES
                                        : PATTERNS[(chance.bits(6, 6) >>> 8) % PATTERNS.length]);
        if (wish.pattern().isEmpty() && !wish.subjects().isEmpty()) {
            scattered(canvas, wish, palette, seed);
        } else {
            Patterns.paint(canvas, pattern, palette, seed);
        }
        Finish.apply(canvas, Finish.Amounts.CLEAN, seed);
    }

    /// The subjects as a repeated motif.
    private static void scattered(Canvas canvas, SceneWish wish, int[] palette, long seed) {
        int ground = wish.palette().isEmpty() ? Colours.lighter(palette[0], 0.3) : palette[0];
        canvas.shade((x, y, old) -> ground);
        double step = 200;
        int i = 0;
        for (double y = step * 0.75; y < canvas.height() + step; y += step * 0.8) {
            double shift = i % 2 == 0 ? 0 : step / 2;
            for (double x = shift; x < canvas.width() + step / 2; x += step) {
                Subject subject = wish.subjects().get(i % wish.subjects().size());
                figure(canvas, subject, x, y, step * 0.62, seed + i);
                i++;
            }
            i += wish.subjects().size() > 1 ? 1 : 0;
            i |= 1;
        }
    }

    private static void figure(
            Canvas canvas, Subject subject, double x, double y, double side, long seed) {
        Graphics2D brush = canvas.brush();
        brush.translate(x, y);
        brush.scale(side / 100, side / 100);
        Light light = Light.of(Hour.DAY, Weather.CLEAR, 0.3, OptionalInt.empty()).indoors();
        subject.thing()
                .painter()
                .draw(new Pen(brush, light, 0, -0.6, subject.colour(), Pen.Mode.PICTURE, seed));
        brush.dispose();
    }

    /// Letters over what is there, as large as fits, with a ground that makes them readable.
    public static void poster(Canvas canvas, SceneWish wish, boolean overScene, long seed) {
        int[] palette = Palettes.of(wish, new Noise(seed));
        double w = canvas.width();
        double h = canvas.height();
        if (!overScene) {
            ground(canvas, palette, seed);
        }
        List<String> texts = wish.texts();
        int ground = overScene ? mean(canvas, 0, 0.34) : palette[0];
        int ink = Palettes.ink(ground);
        if (overScene) {
            veil(canvas, ink == 0x17181c ? 0xffffff : 0x0a0d1c);
        }
        if (!texts.isEmpty()) {
            double top = overScene ? 0.2 : wish.subjects().isEmpty() ? 0.52 : 0.24;
            canvas.fill(
                    ink,
                    Lettering.line(
                            texts.getFirst(),
                            w / 2,
                            h * top,
                            w * 0.84,
                            h * (overScene ? 0.13 : 0.22)));
            for (int i = 1; i < Math.min(5, texts.size()); i++) {
                canvas.fill(
                        ink,
                        Lettering.line(
                                texts.get(i),
                                w / 2,
                                h * (top + 0.045 + 0.06 * i),
                                w * 0.7,
                                h * 0.038));
            }
        }
        if (!overScene && !wish.subjects().isEmpty()) {
            double step = w * 0.8 / wish.subjects().size();
            for (int i = 0; i < wish.subjects().size(); i++) {
                figure(
                        canvas,
                        wish.subjects().get(i),
                        w * 0.1 + step * (i + 0.5),
                        h * 0.88,
                        Math.min(h * 0.5, step),
                        seed + i);
            }
        }
        canvas.line(ink, 0.85, 3, Forms.box(34, 34, w - 68, h - 68));
    }

    private static int mean(Canvas canvas, double from, double to) {
        double red = 0;
        double green = 0;
        double blue = 0;
        int count = 0;
        for (int row = (int) (canvas.rows() * from); row < canvas.rows() * to; row += 7) {
            for (int column = 0; column < canvas.columns(); column += 7) {
                int pixel = canvas.pixels()[row * canvas.columns() + column];
                red += Colours.red(pixel);
                green += Colours.green(pixel);
                blue += Colours.blue(pixel);
                count++;
            }
        }
        return Colours.of(
                red / Math.max(1, count), green / Math.max(1, count), blue / Math.max(1, count));
    }

    private static void veil(Canvas canvas, int colour) {
        double h = canvas.height();
        canvas.shade(
                0,
                h * 0.42,
                (x, y, old) ->
                        Colours.mix(old, colour, 0.42 * Math.clamp(1 - y / (h * 0.42), 0, 1)));
    }

    private static void ground(Canvas canvas, int[] palette, long seed) {
        double w = canvas.width();
        double h = canvas.height();
        Noise chance = new Noise(seed + 3);
        canvas.shade(
                (x, y, old) -> Colours.mix(palette[0], Colours.darker(palette[0], 0.22), y / h));
        double cx = w * (chance.cell(1, 1) < 0.5 ? 0.16 : 0.84);
        for (int ray = 0; ray < 18; ray++) {
            double angle = ray * Math.PI / 9;
            double reach = w + h;
            canvas.fill(
                    palette[4],
                    0.16,
                    Forms.poly(
                            cx,
                            h * 0.92,
                            cx + Math.cos(angle) * reach,
                            h * 0.92 + Math.sin(angle) * reach,
                            cx + Math.cos(angle + 0.17) * reach,
                            h * 0.92 + Math.sin(angle + 0.17) * reach));
        }
        for (int i = 0; i < 3; i++) {
            canvas.fill(
                    palette[1 + i],
                    0.95,
                    Forms.disc(cx, h * 0.94, Math.min(w, h) * (0.36 - i * 0.1)));
        }
        canvas.fill(palette[3], 0.9, Forms.disc(w - cx, h * 0.1, Math.min(w, h) * 0.055));
    }

    public static void icon(Canvas canvas, SceneWish wish, long seed) {
        int[] palette = Palettes.of(wish, new Noise(seed));
        double w = canvas.width();
        double h = canvas.height();
        double side = Math.min(w, h) * 0.78;
        int ground = wish.palette().isEmpty() ? palette[2] : palette[0];
        canvas.shade((x, y, old) -> 0xf4f1ea);
        canvas.fill(
                0x0a0d1c,
                0.14,
                Forms.round(w / 2 - side / 2, h / 2 - side / 2 + 14, side, side, side * 0.23));
        canvas.fill(
                ground, Forms.round(w / 2 - side / 2, h / 2 - side / 2, side, side, side * 0.23));
        canvas.fill(
                Colours.lighter(ground, 0.14),
                Forms.within(
                        Forms.round(w / 2 - side / 2, h / 2 - side / 2, side, side, side * 0.23),
                        Forms.disc(w / 2 - side * 0.2, h / 2 - side * 0.5, side * 0.72)));
        if (!wish.subjects().isEmpty()) {
            figure(
                    canvas,
                    wish.subjects().getFirst(),
                    w / 2,
                    h / 2 + side * 0.3,
                    side * 0.62,
                    seed);
        } else if (wish.texts().isEmpty()) {
            canvas.fill(
                    Palettes.ink(ground),
                    Forms.without(
                            Forms.disc(w / 2, h / 2, side * 0.27),
                            Forms.disc(w / 2 + side * 0.1, h / 2 - side * 0.06, side * 0.2)));
        }
        if (!wish.texts().isEmpty()) {
            boolean alone = wish.subjects().isEmpty();
            canvas.fill(
                    Palettes.ink(ground),
                    Lettering.line(
                            wish.texts().getFirst(),
                            w / 2,
                            h / 2 + side * (alone ? 0.1 : 0.43),
                            side * 0.76,
                            side * (alone ? 0.3 : 0.09)));
        }
    }

    /// Discs, arcs and hills of colour under a soft light.
    public static void abstraction(Canvas canvas, SceneWish wish, long seed) {
        Noise noise = new Noise(seed + 9);
        int[] palette = Palettes.of(wish, noise);
        double w = canvas.width();
        double h = canvas.height();
        canvas.shade((x, y, old) -> {
            double flow = noise.clouds(x / 520, y / 520, 3);
            return Colours.ramp(
                    y / h * 0.8 + flow * 0.35 + 0.1,
                    palette[0],
                    Colours.lighter(palette[0], 0.25),
                    palette[3]);
        });
        canvas.fill(
                palette[1],
                Forms.disc(w * (0.3 + 0.4 * noise.cell(1, 1)), h * 0.36, Math.min(w, h) * 0.2));
        for (int layer = 0; layer < 5; layer++) {
            int colour = palette[1 + layer % (palette.length - 1)];
            double base = h * (0.5 + 0.11 * layer);
            int salt = layer;
            canvas.shade(
                    base - 160,
                    h,
                    (x, y, old) -> {
                        double crest = base + 120 * noise.clouds(x / 480 + salt * 7, salt, 2);
                        double inside = (y - crest) * canvas.scale() + 0.5;
                        int tone =
                                Colours.mix(
                                        Colours.lighter(colour, 0.16),
                                        Colours.darker(colour, 0.22),
                                        (y - crest) / 260);
                        return inside <= 0 ? old : Colours.mix(old, tone, inside);
                    });
        }
        Finish.apply(canvas, Finish.Amounts.NATURAL, seed);
    }

    /// The name of what a design shows.
    public static String phrase(SceneWish wish) {
        String name =
                wish.pattern()
                        .map(pattern -> pattern.name().toLowerCase(Locale.ROOT) + " ")
                        .orElse("");
        return switch (wish.form()) {
            case PATTERN ->
                    "A seamless-looking pattern of "
                            + (name.isEmpty() ? "repeated motifs" : name.strip());
            case POSTER -> "A poster";
            case ICON -> "An icon in a rounded square";
            case PORTRAIT -> "A stylised portrait in warm side light";
            case ABSTRACT, SCENE -> "An abstract composition of discs and hills";
        };
    }
}
