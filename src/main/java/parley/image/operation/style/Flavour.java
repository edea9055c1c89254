package parley.image.operation.style;

import java.util.Locale;
import parley.image.pixel.Blur;
import parley.image.pixel.GuidedFilter;
import parley.image.pixel.LabPlanes;
import parley.image.pixel.Plane;
import parley.image.pixel.Rows;

/// What is made of a style on top of it.
public enum Flavour {
    /// The style as it is.
    FAITHFUL(true),
    /// Vivid colours and a strong contrast; shadows towards blue, lights towards pink.
    GEN_Z(true) {
        @Override
        void apply(LabPlanes lab) {
            each(
                    lab,
                    (i, l, a, b) -> {
                        float contrast = curved(l, 0.45f);
                        float bright = (contrast - 50) / 50;
                        store(
                                lab,
                                i,
                                contrast,
                                1.45f * a + 5 * bright + 2,
                                1.4f * b - 5 * bright - 3);
                    });
        }
    },
    /// Hues that go round with the lightness.
    PSYCHEDELIA(true) {
        @Override
        void apply(LabPlanes lab) {
            each(
                    lab,
                    (i, l, a, b) -> {
                        double turn = Math.PI * 2 * l / 55;
                        float chroma = 1.3f * (float) Math.hypot(a, b) + 28;
                        double hue = Math.atan2(b, a) * 0.5 + turn;
                        store(
                                lab,
                                i,
                                curved(l, 0.3f),
                                chroma * (float) Math.cos(hue),
                                chroma * (float) Math.sin(hue));
                    });
        }
    },
    /// Details of all sizes stand out.
    DETAILY(true) {
        @Override
        void apply(LabPlanes lab) {
            stressed(lab.lightness(), 3, 25, 1.1f);
            stressed(lab.lightness(), 16, 120, 0.45f);
        }
    },
    /// Clear air: forms stand out, shadows are open, colours are clean.
    CLEAR(true) {
        @Override
        void apply(LabPlanes lab) {
            stressed(lab.lightness(), 30, 250, 0.4f);
            each(
                    lab,
                    (i, l, a, b) -> {
                        float lifted = 100 * (float) Math.pow(Math.clamp(l, 0, 100) / 100, 0.88);
                        store(lab, i, lifted, a * 1.06f, b * 1.02f);
                    });
        }
    },
    /// Colours alone.
    DONOTSTYLE(false),
    /// Colours alone, sharp.
    DONOTSTYLE_SHARP(false) {
        @Override
        void apply(LabPlanes lab) {
            Plane light = lab.lightness();
            Plane soft = Blur.gaussian(light, 1.2);
            for (int i = 0; i < light.values().length; i++) {
                light.values()[i] += 0.8f * (light.values()[i] - soft.values()[i]);
            }
        }
    };

    private final boolean texture;

    Flavour(boolean texture) {
        this.texture = texture;
    }

    /// @param name as requests have it
    public static Flavour named(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }

    /// Whether contrast and grain are taken over too.
    boolean texture() {
        return texture;
    }

    /// Changes the colours in place.
    void apply(LabPlanes lab) {}

    /// Does something with each colour.
    private interface Change {
        void at(int index, float lightness, float a, float b);
    }

    private static void each(LabPlanes lab, Change change) {
        Rows.each(
                lab.height(),
                y -> {
                    for (int i = y * lab.width(); i < (y + 1) * lab.width(); i++) {
                        change.at(
                                i,
                                lab.lightness().values()[i],
                                lab.a().values()[i],
                                lab.b().values()[i]);
                    }
                });
    }

    private static void store(LabPlanes lab, int index, float lightness, float a, float b) {
        lab.lightness().values()[index] = lightness;
        lab.a().values()[index] = a;
        lab.b().values()[index] = b;
    }

    /// An S between 0 and 100.
    private static float curved(float lightness, float amount) {
        float t = Math.clamp(lightness / 100, 0, 1);
        float s = t * t * (3 - 2 * t);
        return 100 * (t + amount * (s - t));
    }

    /// Adds what a smooth plane lacks.
    private static void stressed(Plane plane, int radius, double epsilon, float amount) {
        Plane base = GuidedFilter.smooth(plane, radius, epsilon);
        for (int i = 0; i < plane.values().length; i++) {
            plane.values()[i] += amount * (plane.values()[i] - base.values()[i]);
        }
    }
}
