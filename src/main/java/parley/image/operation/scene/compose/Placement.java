package parley.image.operation.scene.compose;

import java.awt.Graphics2D;
import parley.image.operation.scene.paint.Forms;
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
/// @param stand what it stands on
record Placement(
        Subject subject,
        int index,
        double x,
        double y,
        double side,
        double depth,
        double order,
        boolean mirrored,
        long seed,
        Stand stand) {
    /// What carries a thing.
    sealed interface Stand {
        /// The ground of the place, or its water.
        record Ground() implements Stand {}

        /// Nothing: it flies or hangs.
        record Air() implements Stand {}

        /// Another thing, on top of it.
        ///
        /// @param left where that surface begins, in units
        /// @param right where it ends
        record On(Placement bearer, double left, double right) implements Stand {}

        /// Another thing that hides its lower part.
        ///
        /// @param lean to the right, in degrees
        /// @param floor below which nothing of it is seen, in units above where the other stands
        record In(Placement bearer, double lean, double floor) implements Stand {}
    }

    static final Stand GROUND = new Stand.Ground();
    static final Stand AIR = new Stand.Air();

    /// What stands on the ground below it: itself, or what carries it.
    Placement root() {
        return switch (stand) {
            case Stand.Ground(), Stand.Air() -> this;
            case Stand.On(Placement bearer, _, _) -> bearer.root();
            case Stand.In(Placement bearer, _, _) -> bearer.root();
        };
    }

    /// Where its lowest place is, in units.
    double feet() {
        return y - Outline.of(this).lowest() / 100 * side;
    }

    /// Draws it with a brush that counts in units.
    void draw(Graphics2D brush, Light light, double width, Pen.Mode mode) {
        Graphics2D own = (Graphics2D) brush.create();
        own.translate(x, y);
        draw(own, light, width, mode, 1);
    }

    /// @param upright -1 for the image in water
    void draw(Graphics2D own, Light light, double width, Pen.Mode mode, double upright) {
        if (stand instanceof Stand.In(Placement bearer, double lean, double floor)) {
            double lowest = upright * (bearer.y() - floor - y);
            own.clip(
                    Forms.box(
                            -2 * side,
                            Math.min(lowest, -2 * upright * side),
                            4 * side,
                            Math.abs(lowest + 2 * upright * side)));
            own.rotate(Math.toRadians(lean * upright));
        }
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
        return new Placement(
                subject, index, newX, newY, side, newDepth, newOrder, mirrored, seed, stand);
    }

    Placement resizedTo(double newSide) {
        return new Placement(subject, index, x, y, newSide, depth, order, mirrored, seed, stand);
    }

    Placement standing(Stand newStand) {
        return new Placement(subject, index, x, y, side, depth, order, mirrored, seed, newStand);
    }
}
