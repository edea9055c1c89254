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

    /// The same of the colours of a picture; its alpha stays.
    public Channels along(Channels channels, int length) {
        int width = channels.width();
        int height = channels.height();
        Channels made =
                new Channels(
                        Plane.empty(width, height),
                        Plane.empty(width, height),
                        Plane.empty(width, height),
                        channels.alpha());
        Rows.each(
                height,
                row -> {
                    int[] places = new int[2 * length + 1];
                    for (int i = row * width; i < (row + 1) * width; i++) {
                        places[0] = i;
                        places(i, length, 1, places, 1);
                        places(i, length, -1, places, length + 1);
                        made.red().values()[i] = mean(channels.red(), places);
                        made.green().values()[i] = mean(channels.green(), places);
                        made.blue().values()[i] = mean(channels.blue(), places);
                    }
                });
        return made;
    }

    private static float mean(Plane plane, int[] places) {
        float sum = 0;
        for (int place : places) {
            sum += plane.values()[place];
        }
        return sum / places.length;
    }

    private float walk(Plane plane, int column, int row, int length, int sense) {
        Walker walker = new Walker(row * plane.width() + column, sense);
        float sum = 0;
        for (int step = 0; step < length; step++) {
            sum += plane.values()[walker.next()];
        }
        return sum;
    }

    private void places(int from, int length, int sense, int[] places, int offset) {
        Walker walker = new Walker(from, sense);
        for (int step = 0; step < length; step++) {
            places[offset + step] = walker.next();
        }
    }

    /// Goes along the flow, a pixel's width at a time.
    private final class Walker {
        private float atX;
        private float atY;
        private float directionX;
        private float directionY;

        Walker(int from, int sense) {
            atX = from % x.width();
            atY = Math.floorDiv(from, x.width());
            directionX = sense * x.values()[from];
            directionY = sense * y.values()[from];
        }

        /// The index of the next pixel; at the border the same again.
        int next() {
            atX = Math.clamp(atX + directionX, 0, x.width() - 1);
            atY = Math.clamp(atY + directionY, 0, x.height() - 1);
            int i = ((int) (atY + 0.5f)) * x.width() + (int) (atX + 0.5f);
            float nextX = x.values()[i];
            float nextY = y.values()[i];
            // A flow has no sense: go on rather than back.
            boolean turned = nextX * directionX + nextY * directionY < 0;
            directionX = turned ? -nextX : nextX;
            directionY = turned ? -nextY : nextY;
            return i;
        }
    }
}
