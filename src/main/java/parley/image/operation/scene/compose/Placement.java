package parley.image.operation.scene.compose;

import java.awt.Graphics2D;
import parley.image.operation.scene.paint.Light;
import parley.image.operation.scene.paint.Pen;
import parley.image.operation.scene.words.SceneWish.Subject;

/// One thing and where it goes.
///
/// @param index of the subject
/// @param x its middle, in units
/// @param y where it stands
/// @param side of its box
/// @param order what is painted later covers what was painted before
record Placement(
        Subject subject,
        int index,
        double x,
        double y,
        double side,
        double depth,
        double order,
        boolean mirrored,
        long seed) {
    /// Draws it with a brush that counts in units.
    void draw(Graphics2D brush, Light light, double width, Pen.Mode mode) {
        Graphics2D own = (Graphics2D) brush.create();
        own.translate(x, y);
        draw(own, light, width, mode, 1);
    }

    /// @param upright -1 for the image in water
    void draw(Graphics2D own, Light light, double width, Pen.Mode mode, double upright) {
        own.scale((mirrored ? -1 : 1) * side / 100, upright * side / 100);
        double lit = light.side(x / width);
        subject.thing()
                .painter()
                .draw(
                        new Pen(
                                own,
                                light,
                                depth,
                                mirrored ? -lit : lit,
                                subject.colour(),
                                mode,
                                seed));
        own.dispose();
    }

    Placement movedTo(double newX, double newY, double newOrder, double newDepth) {
        return new Placement(subject, index, newX, newY, side, newDepth, newOrder, mirrored, seed);
    }
}
