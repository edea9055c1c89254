package parley.image.operation.scene.place;

import java.awt.Graphics2D;
import java.util.OptionalInt;
import java.util.Set;
import parley.image.operation.scene.Season;
import parley.image.operation.scene.Setting;
import parley.image.operation.scene.paint.Canvas;
import parley.image.operation.scene.paint.Light;
import parley.image.operation.scene.paint.Noise;
import parley.image.operation.scene.paint.Pen;
import parley.image.operation.scene.paint.Sky;
import parley.image.operation.scene.thing.Thing.Painter;
import parley.image.operation.scene.words.SceneWish;
import parley.image.operation.scene.words.SceneWish.Part;

/// What a place is painted with.
///
/// @param horizon in units from the top
/// @param also the other settings that were named
public record Stage(
        Canvas canvas,
        Light light,
        SceneWish wish,
        Season season,
        Set<Setting> also,
        Sky.Extras skyThings,
        double horizon,
        long seed) {
    public double width() {
        return canvas.width();
    }

    public double height() {
        return canvas.height();
    }

    public Noise noise(int salt) {
        return new Noise(seed * 31 + salt);
    }

    /// A colour that was asked for, or the natural one.
    public int colour(Part part, int natural) {
        return wish.partColours().getOrDefault(part, natural);
    }

    void sky() {
        new Sky(canvas, light, horizon, seed).paint(skyThings);
    }

    Band skyBand() {
        return new Band(height() * 0.07, horizon * 0.82, width() * 0.06, width() * 0.94, 0.35);
    }

    /// Plants something.
    ///
    /// @param x its middle
    /// @param y where it stands
    /// @param side of its box, in units
    /// @param depth 0 is close by, 1 on the horizon
    public void plant(Painter painter, double x, double y, double side, double depth, int salt) {
        Graphics2D brush = canvas.brush();
        brush.translate(x, y);
        brush.scale(side / 100, side / 100);
        painter.draw(
                new Pen(
                        brush,
                        light,
                        depth,
                        light.side(x / width()),
                        OptionalInt.empty(),
                        Pen.Mode.PICTURE,
                        seed * 7 + salt));
        brush.dispose();
    }
}
