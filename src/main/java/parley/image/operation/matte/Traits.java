package parley.image.operation.matte;

import java.util.List;
import parley.image.operation.matte.Candidate.Method;
import parley.image.pixel.Plane;

/// What can be said of a candidate without knowing the truth.
///
/// @param share of the picture
/// @param touch how much of the outermost pixels the subject takes
/// @param overlap how much of the colours of subject and background is the same
/// @param contrast how strongly the colour changes along the outline, beside how strongly it
///   changes in the background
/// @param roughness how long the outline is for its area: about 1 for a disc
/// @param pieces how many pieces the subject has
/// @param offCentre how far its middle is from the picture's: 0 to about 1
/// @param agreement how much it has in common with the other candidates, as a mean
/// @param closest the same for the one most like it
/// @param expected the intersection over union that what was learned about regions leads to expect
/// @param doubt how undecided that is about the pixels inside: 0 to 1
/// @param evenness how smooth the background is that the candidate knows, 0 if it knows none
/// @param calm how little the background changes: 1 is a blank wall
record Traits(
        double share,
        double touch,
        double overlap,
        double contrast,
        double roughness,
        int pieces,
        double offCentre,
        double agreement,
        double closest,
        double expected,
        double doubt,
        double evenness,
        double calm) {
    static Traits of(
            Candidate candidate, Candidates.Found found, SmallCopy copy, ColourModels colours) {
        List<Candidate> all = found.all();
        Outline outline = Outline.of(candidate.inside(), copy);
        double sum = 0;
        double closest = 0;
        for (Candidate other : all) {
            if (isAnother(candidate, other)) {
                double agreement = candidate.agreement(other);
                sum += agreement;
                closest = Math.max(closest, agreement);
            }
        }
        double calm = 1 / (1 + outline.outsideChange() / 3);
        return new Traits(
                candidate.share(),
                outline.touch(),
                colours.overlap(hard(candidate.inside())),
                outline.change() / (outline.change() + 2 * outline.outsideChange() + 1),
                outline.roughness(),
                Regions.subjects(candidate.inside()),
                outline.offCentre(),
                all.size() > 1 ? sum / (all.size() - 1) : 1,
                closest,
                Likelihood.overlap(found.likely(), candidate.inside()),
                Likelihood.doubt(found.likely(), candidate.inside()),
                candidate.surface().map(known -> 1.0 / (1 + known.spread()[0])).orElse(0.0),
                calm);
    }

    @SuppressWarnings("ReferenceEquality") // Two ways may have found the same.
    private static boolean isAnother(Candidate candidate, Candidate other) {
        return candidate != other;
    }

    private static Plane hard(Plane inside) {
        Plane made = inside.copy();
        for (int i = 0; i < made.values().length; i++) {
            made.values()[i] = made.values()[i] > 0.5f ? 1 : 0;
        }
        return made;
    }

    /// As numbers of about 0 to 1, for the sum of a judgement.
    double[] values(Method method) {
        double small = Math.clamp(1 - share / 0.06, 0, 1);
        double large = Math.clamp((share - 0.45) / 0.3, 0, 1);
        return new double[] {
            1,
            small,
            large,
            Math.min(1, touch * 2),
            overlap,
            contrast,
            Math.min(1, Math.max(0, roughness - 1) / 6),
            Math.min(1, (pieces - 1) / 5.0),
            Math.min(1, offCentre * 2),
            agreement,
            closest,
            calm,
            calm * contrast,
            agreement * agreement,
            method == Method.SURFACE ? 1 : 0,
            method == Method.SURFACE ? calm : 0,
            method == Method.COLOUR ? 1 : 0,
            method == Method.SALIENCY ? 1 : 0,
            method == Method.EDGES ? 1 : 0,
            method == Method.FOCUS ? 1 : 0,
            method == Method.EDGES ? calm : 0,
            evenness,
            method == Method.REGIONS ? 1 : 0,
            expected,
            expected * expected,
            doubt,
            expected * calm,
            expected * closest,
        };
    }

    /// The outline of a subject.
    private record Outline(
            double touch, double change, double outsideChange, double roughness, double offCentre) {
        static Outline of(Plane inside, SmallCopy copy) {
            Tally tally = new Tally(inside, copy);
            for (int y = 0; y < copy.height(); y++) {
                for (int x = 0; x < copy.width(); x++) {
                    tally.see(x, y);
                }
            }
            return tally.outline();
        }
    }

    /// Sums over all pixels.
    private static final class Tally {
        private final Plane inside;
        private final SmallCopy copy;
        private double area;
        private double sumX;
        private double sumY;
        private double length;
        private double change;
        private double changeOutside;
        private double frame;
        private double frameInside;

        Tally(Plane inside, SmallCopy copy) {
            this.inside = inside;
            this.copy = copy;
        }

        void see(int x, int y) {
            boolean isInside = inside.at(x, y) > 0.5f;
            boolean isOnFrame = x == 0 || y == 0 || x == copy.width() - 1 || y == copy.height() - 1;
            frame += isOnFrame ? 1 : 0;
            frameInside += isOnFrame && isInside ? 1 : 0;
            if (!isInside) {
                changeOutside += Math.min(20, copy.gradient().at(x, y));
                return;
            }
            area++;
            sumX += x;
            sumY += y;
            if (isCut(x - 1, y) || isCut(x + 1, y) || isCut(x, y - 1) || isCut(x, y + 1)) {
                length++;
                change += strongestAround(x, y);
            }
        }

        private boolean isCut(int x, int y) {
            return inside.atNearest(x, y) <= 0.5f;
        }

        private double strongestAround(int x, int y) {
            float most = copy.gradient().at(x, y);
            most = Math.max(most, copy.gradient().atNearest(x - 1, y));
            most = Math.max(most, copy.gradient().atNearest(x + 1, y));
            most = Math.max(most, copy.gradient().atNearest(x, y - 1));
            return Math.min(20, Math.max(most, copy.gradient().atNearest(x, y + 1)));
        }

        Outline outline() {
            double outside = Math.max(1, copy.pixels() - area);
            if (area == 0) {
                return new Outline(0, 0, changeOutside / outside, 9, 1);
            }
            double byX = sumX / area / copy.width() - 0.5;
            double byY = sumY / area / copy.height() - 0.5;
            return new Outline(
                    frameInside / frame,
                    change / Math.max(1, length),
                    changeOutside / outside,
                    length / (2 * Math.sqrt(Math.PI * area)),
                    Math.hypot(byX, byY));
        }
    }
}
