package parley.image.pixel;

/// Along which direction a picture runs at each place: along its edges, and between them as the
/// edges nearby do.
///
/// Source: the smoothed structure tensor of Kyprianidis and Döllner, "Image abstraction by
/// structure adaptive filtering", 2008.
///
/// @param x the direction's part across, of length 1
/// @param y the direction's part down
/// @param coherence 0 where no direction prevails to 1
public record EdgeFlow(Plane x, Plane y, Plane coherence) {

    /// @param sigma how far edges reach, in pixels
    public static EdgeFlow of(Plane luma, double sigma) {
        int width = luma.width();
        int height = luma.height();
        Plane xx = Plane.empty(width, height);
        Plane xy = Plane.empty(width, height);
        Plane yy = Plane.empty(width, height);
        Rows.each(
                height,
                row -> {
                    for (int column = 0; column < width; column++) {
                        float across =
                                luma.atNearest(column + 1, row) - luma.atNearest(column - 1, row);
                        float down =
                                luma.atNearest(column, row + 1) - luma.atNearest(column, row - 1);
                        xx.set(column, row, across * across);
                        xy.set(column, row, across * down);
                        yy.set(column, row, down * down);
                    }
                });
        return of(Blur.gaussian(xx, sigma), Blur.gaussian(xy, sigma), Blur.gaussian(yy, sigma));
    }

    private static EdgeFlow of(Plane xx, Plane xy, Plane yy) {
        Plane x = Plane.empty(xx.width(), xx.height());
        Plane y = Plane.empty(xx.width(), xx.height());
        Plane coherence = Plane.empty(xx.width(), xx.height());
        Rows.each(
                xx.height(),
                row -> {
                    for (int i = row * xx.width(); i < (row + 1) * xx.width(); i++) {
                        float difference = xx.values()[i] - yy.values()[i];
                        float both = 2 * xy.values()[i];
                        float length = (float) Math.hypot(difference, both);
                        float sum = xx.values()[i] + yy.values()[i];
                        // Half the angle of the gradient, a right angle further.
                        double angle =
                                length < 1e-9f
                                        ? 0
                                        : 0.5 * Math.atan2(both, difference) + Math.PI / 2;
                        x.values()[i] = (float) Math.cos(angle);
                        y.values()[i] = (float) Math.sin(angle);
                        coherence.values()[i] = sum < 1e-7f ? 0 : length / sum;
                    }
                });
        return new EdgeFlow(x, y, coherence);
    }

    /// The mean of a plane along the flow, this far in both directions. Source: Cabral and Leedom,
    /// "Imaging vector fields using line integral convolution", SIGGRAPH 1993.
    public Plane along(Plane plane, int length) {
        Plane made = Plane.empty(plane.width(), plane.height());
        Rows.each(
                plane.height(),
                row -> {
                    for (int column = 0; column < plane.width(); column++) {
                        float sum = plane.at(column, row);
                        sum += walk(plane, column, row, length, 1);
                        sum += walk(plane, column, row, length, -1);
                        made.set(column, row, sum / (2 * length + 1));
                    }
                });
        return made;
    }

    private float walk(Plane plane, int column, int row, int length, int sense) {
        float atX = column;
        float atY = row;
        int i = row * plane.width() + column;
        float directionX = sense * x.values()[i];
        float directionY = sense * y.values()[i];
        float sum = 0;
        for (int step = 0; step < length; step++) {
            atX = Math.clamp(atX + directionX, 0, plane.width() - 1);
            atY = Math.clamp(atY + directionY, 0, plane.height() - 1);
            i = ((int) (atY + 0.5f)) * plane.width() + (int) (atX + 0.5f);
            sum += plane.values()[i];
            float nextX = x.values()[i];
            float nextY = y.values()[i];
            // A flow has no sense: go on rather than back.
            boolean turned = nextX * directionX + nextY * directionY < 0;
            directionX = turned ? -nextX : nextX;
            directionY = turned ? -nextY : nextY;
        }
        return sum;
    }
}
