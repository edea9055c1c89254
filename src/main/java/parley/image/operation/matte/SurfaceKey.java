package parley.image.operation.matte;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import parley.image.pixel.Plane;

/// Tells the subject from a smooth background, such as a lit wall or a sheet of paper: what differs
/// from a smooth surface fitted to the edges of the picture. Shadows on it are background: there
/// the surface is darker without its colour changing, and it becomes so gradually.
final class SurfaceKey {
    private static final float FAR = 3.2f;

    /// The darkest shadow, as what is left of lightness; a fifth of the light.
    private static final float DARKEST = 0.55f;

    private static final float BRIGHTEST = 1.06f;

    private final SmallCopy copy;
    private final float[] distance;
    private final boolean[] background;

    private SurfaceKey(SmallCopy copy) {
        this.copy = copy;
        distance = new float[copy.pixels()];
        background = new boolean[copy.pixels()];
    }

    /// What it found.
    ///
    /// @param surface the background without the subject
    /// @param fit which part of the frame of the picture the surface is like
    record Found(Plane inside, Surface surface, float fit) {
        /// Whether it is a wall rather than a texture: nearly all of the frame, and hardly stirred.
        boolean isSmooth() {
            return fit > 0.75f && surface.spread()[0] < 2.5f;
        }
    }

    static Optional<Found> find(SmallCopy copy) {
        return new SurfaceKey(copy).find();
    }

    private Optional<Found> find() {
        int[] frame =
                IntStream.range(0, copy.pixels())
                        .filter(i -> copy.isInFrame(i) && i % 3 == 0)
                        .toArray();
        Surface surface = bestOfFrame(frame);
        measure(surface);
        for (int degree = 2; degree <= 4; degree++) {
            flood();
            int[] known = sample();
            if (known.length < 200) {
                return Optional.empty();
            }
            surface = Surface.fit(copy, known, degree);
            measure(surface);
        }
        flood();
        float[] evidence = evidence();
        Plane start = Plane.empty(copy.width(), copy.height());
        for (int i = 0; i < evidence.length; i++) {
            start.values()[i] = evidence[i] > 0 ? 1 : 0;
        }
        Plane inside = new Segmentation(copy, 0.6f).cut(evidence, start, 60);
        return Optional.of(new Found(inside, surface, fit(frame)));
    }

    /// Fits the whole frame, and the frame without each of its sides: subjects often stand on one.
    private Surface bestOfFrame(int[] frame) {
        Surface best = Surface.fit(copy, frame, 2);
        float bestFit = fitOf(best, frame);
        for (int side = 0; side < 4; side++) {
            int left = side;
            int[] without = Arrays.stream(frame).filter(i -> !isOnSide(i, left)).toArray();
            Surface surface = Surface.fit(copy, without, 1);
            float fit = fitOf(surface, frame);
            if (fit > bestFit * 1.05f) {
                best = surface;
                bestFit = fit;
            }
        }
        return best;
    }

    private float fitOf(Surface surface, int[] frame) {
        float[] colour = new float[3];
        double[] terms = new double[Surface.terms(surface.degree())];
        int near = 0;
        for (int i : frame) {
            surface.at(copy, i, terms, colour);
            float distant = copy.lightness().values()[i] - colour[0];
            float a = copy.a().values()[i] - colour[1];
            float b = copy.b().values()[i] - colour[2];
            near += distant * distant + a * a + b * b < 25 ? 1 : 0;
        }
        return (float) near / frame.length;
    }

    private boolean isOnSide(int i, int side) {
        int x = i % copy.width();
        int y = i / copy.width();
        return switch (side) {
            case 0 -> y >= copy.height() - copy.frame();
            case 1 -> x < copy.frame();
            case 2 -> x >= copy.width() - copy.frame();
            case 3 -> y < copy.frame();
            default -> throw new IllegalArgumentException("A picture has four sides.");
        };
    }

    private float fit(int[] frame) {
        return (float) Arrays.stream(frame).filter(i -> background[i]).count() / frame.length;
    }

    /// Distances from the surface; below 0 where it is near but for its light.
    private void measure(Surface surface) {
        float[] colour = new float[3];
        double[] terms = new double[Surface.terms(surface.degree())];
        for (int i = 0; i < distance.length; i++) {
            surface.at(copy, i, terms, colour);
            float plain = (float) Math.sqrt(surface.squaredDistance(copy, i, colour));
            distance[i] = plain < FAR || !isShaded(surface, i, colour) ? plain : -plain;
        }
    }

    /// Less light scales X, Y and Z alike; so it scales L\*+16, a\* and b\* alike (CIE 1976, above
    /// its linear part).
    private boolean isShaded(Surface surface, int i, float[] colour) {
        float lightness = copy.lightness().values()[i] + 16;
        float a = copy.a().values()[i];
        float b = copy.b().values()[i];
        float whole = colour[0] + 16;
        float dot = lightness * whole + a * colour[1] + b * colour[2];
        float scale = dot / (whole * whole + colour[1] * colour[1] + colour[2] * colour[2]);
        if (scale < DARKEST || scale > BRIGHTEST) {
            return false;
        }
        float byLightness = (lightness - scale * whole) / (surface.spread()[0] + 1);
        float byA = (a - scale * colour[1]) / (surface.spread()[1] + 1);
        float byB = (b - scale * colour[2]) / (surface.spread()[2] + 1);
        return byLightness * byLightness + byA * byA + byB * byB < FAR * FAR;
    }

    /// Goes from the frame into all that is near the surface, and into shadows as long as they come
    /// gradually.
    private void flood() {
        Arrays.fill(background, false);
        int[] queue = new int[distance.length];
        int end = 0;
        for (int i = 0; i < distance.length; i++) {
            if (copy.isInFrame(i) && distance[i] >= 0 && distance[i] < FAR) {
                background[i] = true;
                queue[end++] = i;
            }
        }
        float gradual = 2.2f + 1.5f * copy.noise();
        for (int begin = 0; begin < end; begin++) {
            int i = queue[begin];
            int x = i % copy.width();
            int y = i / copy.width();
            end = visit(i, i - 1, x > 0, gradual, queue, end);
            end = visit(i, i + 1, x < copy.width() - 1, gradual, queue, end);
            end = visit(i, i - copy.width(), y > 0, gradual, queue, end);
            end = visit(i, i + copy.width(), y < copy.height() - 1, gradual, queue, end);
        }
    }

    private int visit(int from, int to, boolean exists, float gradual, int[] queue, int end) {
        if (!exists || background[to]) {
            return end;
        }
        boolean isNear = distance[to] >= 0 && distance[to] < FAR;
        boolean isShadow =
                distance[to] < 0
                        && copy.squaredDistance(from, to) < gradual * gradual
                        && copy.gradient().values()[to] < gradual;
        if (!isNear && !isShadow) {
            return end;
        }
        background[to] = true;
        queue[end] = to;
        return end + 1;
    }

    /// Every few of the pixels that are background, and not in shadow.
    private int[] sample() {
        int every = Math.max(1, copy.pixels() / 4_000);
        return IntStream.range(0, copy.pixels())
                .filter(i -> background[i] && distance[i] >= 0 && i % every == 0)
                .toArray();
    }

    private float[] evidence() {
        float[] evidence = new float[distance.length];
        for (int i = 0; i < evidence.length; i++) {
            float far = Math.abs(distance[i]);
            if (background[i]) {
                evidence[i] = distance[i] < 0 ? -1 : Math.max(-1, (far - FAR) / FAR);
            } else {
                // A hole in the subject shows the background too, but must be very like it.
                evidence[i] = Math.clamp((far - FAR * 0.5f) / FAR, -0.7f, 1f);
            }
        }
        return evidence;
    }
}
