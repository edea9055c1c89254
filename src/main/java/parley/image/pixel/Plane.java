package parley.image.pixel;

import java.util.Arrays;

/// One channel of a picture, as numbers of any range. What its values mean, whoever makes it says;
/// usually 0 to 1. It may be changed by whoever made it.
///
/// @param values row by row from the top
@SuppressWarnings("ArrayRecordComponent") // Compared nowhere.
public record Plane(int width, int height, float[] values) {
    public Plane {
        if (width < 1 || height < 1 || values.length != width * height) {
            throw new IllegalArgumentException(
                    "%d × %d values are not %d.".formatted(width, height, values.length));
        }
    }

    public static Plane empty(int width, int height) {
        return new Plane(width, height, new float[Math.multiplyExact(width, height)]);
    }

    public static Plane filled(int width, int height, float value) {
        Plane plane = empty(width, height);
        Arrays.fill(plane.values, value);
        return plane;
    }

    public float at(int x, int y) {
        return values[y * width + x];
    }

    public void set(int x, int y, float value) {
        values[y * width + x] = value;
    }

    /// The value at the nearest place inside.
    public float atNearest(int x, int y) {
        return at(Math.clamp(x, 0, width - 1), Math.clamp(y, 0, height - 1));
    }

    public Plane copy() {
        return new Plane(width, height, values.clone());
    }
}
