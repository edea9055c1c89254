package parley.image.operation.matte;

import java.util.Optional;
import parley.image.pixel.Blur;
import parley.image.pixel.Plane;

/// One way of cutting the picture in two.
///
/// @param method how it was found
/// @param inside where the subject is: 0 to 1, of the size of the small copy
/// @param surface the background behind the subject, where the method knows it
record Candidate(Method method, Plane inside, Optional<Surface> surface) {
    /// The ways of telling a subject from its background.
    enum Method {
        SURFACE("surface"),
        REGIONS("regions"),
        COLOUR("colour"),
        SALIENCY("saliency"),
        EDGES("edges"),
        FOCUS("focus"),
        TOGETHER("together"),
        ALPHA("alpha");

        private final String word;

        Method(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }
    }

    /// The same subject without specks and small holes.
    Candidate clean() {
        return only(Regions.withoutSpecks(Regions.mask(inside), inside.width()));
    }

    /// Only its largest piece near the middle.
    Candidate mainPiece() {
        return only(Regions.mainPiece(Regions.mask(inside), inside.width()));
    }

    /// Only the main piece that is left when thin bridges are cut.
    Candidate core() {
        int width = inside.width();
        int reach = Math.max(2, width / 60);
        boolean[] mask = Regions.mask(inside);
        boolean[] eroded = within(mask, width, reach, 0.999f);
        boolean[] grown = within(Regions.mainPiece(eroded, width), width, reach + 1, 1e-4f);
        for (int i = 0; i < mask.length; i++) {
            grown[i] &= mask[i];
        }
        return only(grown);
    }

    /// Where more than this share of the surroundings is in the mask.
    private static boolean[] within(boolean[] mask, int width, int reach, float share) {
        Plane plane = Plane.empty(width, mask.length / width);
        for (int i = 0; i < mask.length; i++) {
            plane.values()[i] = mask[i] ? 1 : 0;
        }
        Plane around = Blur.box(plane, reach);
        boolean[] made = new boolean[mask.length];
        for (int i = 0; i < mask.length; i++) {
            made[i] = around.values()[i] > share;
        }
        return made;
    }

    private Candidate only(boolean[] mask) {
        Plane made = inside.copy();
        for (int i = 0; i < mask.length; i++) {
            float value = made.values()[i];
            made.values()[i] = mask[i] ? Math.max(value, 0.51f) : Math.min(value, 0.49f);
        }
        return new Candidate(method, made, surface);
    }

    /// Only what is within a few pixels of this coarser subject.
    Candidate near(Plane coarse) {
        Plane around = Blur.box(coarse, 4);
        boolean[] mask = Regions.mask(inside);
        for (int i = 0; i < mask.length; i++) {
            mask[i] &= around.values()[i] > 0.02f;
        }
        return only(mask);
    }

    /// Together with what is well inside another.
    Candidate with(Candidate other) {
        boolean[] inner = within(Regions.mask(other.inside), inside.width(), 6, 0.999f);
        boolean[] mask = Regions.mask(inside);
        for (int i = 0; i < mask.length; i++) {
            mask[i] |= inner[i];
        }
        return only(mask);
    }

    /// Which share of the picture the subject takes.
    double share() {
        int count = 0;
        for (float value : inside.values()) {
            count += value > 0.5f ? 1 : 0;
        }
        return (double) count / inside.values().length;
    }

    /// How much two subjects have in common: intersection over union.
    double agreement(Candidate other) {
        int both = 0;
        int either = 0;
        for (int i = 0; i < inside.values().length; i++) {
            boolean here = inside.values()[i] > 0.5f;
            boolean there = other.inside.values()[i] > 0.5f;
            both += here && there ? 1 : 0;
            either += here || there ? 1 : 0;
        }
        return either == 0 ? 1 : (double) both / either;
    }
}
