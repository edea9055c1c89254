package parley.image.operation.expand;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import parley.image.pixel.Interleaved;
import parley.image.pixel.Kernel;
import parley.image.pixel.PatchMatch;
import parley.image.pixel.PatchMatch.Field;
import parley.image.pixel.PatchMatch.Target;
import parley.image.pixel.Picture;
import parley.image.pixel.Plane;
import parley.image.pixel.Resize;
import parley.image.pixel.Size;

/// Goes on with a picture beyond its edges, with parts of itself, from coarse to fine.
///
/// Source: the completion of Wexler, Shechtman and Irani (IEEE PAMI 29, 2007) with the search of
/// Barnes et al. (SIGGRAPH 2009); joined in the gradient domain as Darabi, Shechtman, Barnes,
/// Goldman and Sen, "Image melding", SIGGRAPH 2012, do.
public final class Outpainting {
    private static final int RADIUS = 3;
    private static final int LEAST_SIDE = 56;
    private static final int LEAST_AREA = 4000;

    /// More than this is worked on half as large, and only put together in full size.
    private static final long MOST_PIXELS = 700_000;

    /// Where attempts are compared.
    private static final long TRIAL_PIXELS = 20_000;

    private static final int ATTEMPTS = 3;

    /// Neighbourhoods believe what was made up less than the picture, and less the farther outside
    /// it is.
    private static final float LEAST_BELIEF = 0.15f;

    private static final float MOST_BELIEF = 0.35f;

    private static final float BELIEF_LOST = 0.9f;

    private final List<Frame> frames = new ArrayList<>();
    private final List<Interleaved> sources = new ArrayList<>();
    private final int radius;
    private final int finest;
    private final int trial;
    private final Plane subject;

    /// The most of the subject near each place.
    private final Plane atEdge;

    /// @param canvas the picture with what was added
    /// @param attempts how many beginnings were compared
    public record Result(Picture canvas, SeamCertificate certificate, int attempts) {}

    /// What is known on one level.
    private record State(int level, Field field, Interleaved canvas) {}

    private Outpainting(Frame frame, Interleaved source) {
        frames.add(frame);
        sources.add(source);
        while (isLarge(sources.getLast())) {
            sources.add(sources.getLast().halved());
            frames.add(frames.getLast().halved());
        }
        Interleaved coarsest = sources.getLast();
        radius = Math.clamp((Math.min(coarsest.width(), coarsest.height()) - 1) / 4, 0, RADIUS);
        subject = Subject.of(sources.get(Math.max(0, sources.size() - 2)));
        atEdge = Subject.reached(subject, Continuation.strip(subject.width(), subject.height()));
        finest = levelBelow(MOST_PIXELS);
        trial = Math.max(finest, levelBelow(TRIAL_PIXELS));
    }

    private static boolean isLarge(Interleaved source) {
        int shorter = Math.min(source.width(), source.height());
        return shorter > LEAST_SIDE
                || (shorter > LEAST_SIDE / 2 && source.width() * source.height() > LEAST_AREA);
    }

    private int levelBelow(long pixels) {
        for (int level = 0; level < frames.size(); level++) {
            if (frames.get(level).pixels() <= pixels) {
                return level;
            }
        }
        return frames.size() - 1;
    }

    /// Adds what the frame says. The picture's own pixels stay as they are, bit for bit.
    public static Result around(Picture picture, Frame frame, long seed) {
        Outpainting painting = new Outpainting(frame, Interleaved.of(picture));
        Interleaved made;
        int attempts = 1;
        if (painting.radius < 1) {
            made = EvenSides.extended(frame, painting.sources.getFirst());
        } else {
            List<State> tries = painting.tries(seed);
            attempts = tries.size();
            State best =
                    tries.stream().min(Comparator.comparingDouble(painting::faults)).orElseThrow();
            made = painting.finished(best, seed);
        }
        Picture canvas = withOriginal(made.picture(), picture, frame);
        return new Result(canvas, SeamCertificate.of(canvas, frame), attempts);
    }

    private static Picture withOriginal(Picture made, Picture picture, Frame frame) {
        for (int y = 0; y < picture.height(); y++) {
            System.arraycopy(
                    picture.argb(),
                    y * picture.width(),
                    made.argb(),
                    (y + frame.top()) * made.width() + frame.left(),
                    picture.width());
        }
        return made;
    }

    /// Beginnings, until one passes.
    private List<State> tries(long seed) {
        List<State> tries = new ArrayList<>();
        int attempts = frames.getLast().pixels() > TRIAL_PIXELS ? 1 : ATTEMPTS;
        for (int attempt = 0; attempt < attempts; attempt++) {
            long own = seed * ATTEMPTS + attempt;
            State state = first(own);
            while (state.level > trial) {
                state = finer(state, own);
            }
            tries.add(state);
            if (faults(state) == 0) {
                break;
            }
        }
        return tries;
    }

    private double faults(State state) {
        return SeamCertificate.of(joined(state, state.level).picture(), frames.get(state.level))
                .faults();
    }

    private State first(long seed) {
        int level = frames.size() - 1;
        Frame frame = frames.get(level);
        Interleaved source = sources.get(level);
        Interleaved canvas = frame.canvas(source);
        PatchMatch match = new PatchMatch(source, radius, continuation(frame, source));
        FirstGuess guess = new FirstGuess(frame, source, radius, match, seed);
        Field field = guess.fill(canvas, source, centres(frame, Integer.MAX_VALUE));
        return settled(new State(level, field, canvas), match, seed);
    }

    private Continuation continuation(Frame frame, Interleaved source) {
        Size size = new Size(source.width(), source.height());
        Plane reached = Subject.reached(Resize.plane(subject, size, Kernel.BILINEAR), radius);
        return new Continuation(
                frame, reached, Resize.plane(atEdge, size, Kernel.BILINEAR), radius);
    }

    private State finer(State state, long seed) {
        int level = state.level - 1;
        Frame frame = frames.get(level);
        Interleaved source = sources.get(level);
        PatchMatch match = new PatchMatch(source, radius, continuation(frame, source));
        Field field = spread(state, level, match);
        Interleaved canvas = frame.canvas(source);
        new Votes(frame, source, field, radius).cast(canvas);
        return settled(new State(level, field, canvas), match, seed);
    }

    /// What was found on a coarser level, as a beginning on a finer one.
    private Field spread(State state, int level, PatchMatch match) {
        Frame frame = frames.get(level);
        Frame coarse = frames.get(state.level);
        int stride = sources.get(state.level).width();
        Plane centres = centres(frame, Integer.MAX_VALUE);
        Field field = Field.empty(frame.width(), frame.height());
        for (int y = 0; y < frame.height(); y++) {
            for (int x = 0; x < frame.width(); x++) {
                if (centres.at(x, y) > 0) {
                    int u = x - frame.left();
                    int v = y - frame.top();
                    int place =
                            nearest(
                                    state,
                                    coarse,
                                    (u >> 1) + coarse.left(),
                                    (v >> 1) + coarse.top());
                    int i = y * frame.width() + x;
                    field.places()[i] =
                            match.nearestPlace(
                                    place % stride * 2 + (u & 1), place / stride * 2 + (v & 1));
                    field.costs()[i] = 0;
                }
            }
        }
        return field;
    }

    private static int nearest(State state, Frame coarse, int x, int y) {
        int column = Math.clamp(x, 0, coarse.width() - 1);
        int row = Math.clamp(y, 0, coarse.height() - 1);
        int place = state.field.places()[row * coarse.width() + column];
        return place == Field.NOWHERE ? 0 : place;
    }

    /// Searches and votes in turn.
    private State settled(State state, PatchMatch match, long seed) {
        Frame frame = frames.get(state.level);
        Interleaved source = sources.get(state.level);
        Target target = new Target(state.canvas, beliefs(frame));
        Field field = state.field;
        int rounds = rounds(frame);
        int reach =
                Math.max(source.width(), source.height())
                        / (state.level == frames.size() - 1 ? 1 : 8);
        for (int round = 0; round < rounds; round++) {
            match.reprice(target, field);
            long salt = seed * 1009 + state.level * 101L + round;
            field = match.improved(target, field, 2, 1, reach, salt);
            field = match.improved(target, field, 1, 2, reach / 4, salt + 50);
            if (round < rounds - 1) {
                new Votes(frame, source, field, radius).cast(state.canvas);
            }
        }
        return new State(state.level, field, state.canvas);
    }

    private static int rounds(Frame frame) {
        return frame.pixels() < 10_000
                ? 8
                : frame.pixels() < 60_000 ? 4 : frame.pixels() < 250_000 ? 2 : 1;
    }

    private Interleaved finished(State state, long seed) {
        State finer = state;
        while (finer.level > finest) {
            finer = finer(finer, seed);
        }
        return joined(finer, 0);
    }

    private Interleaved joined(State state, int level) {
        Frame coarse = frames.get(state.level);
        Votes votes = new Votes(coarse, sources.get(state.level), state.field, radius);
        int halvings = state.level - level;
        Pieces pieces =
                Pieces.of(
                        frames.get(level),
                        sources.get(level),
                        coarse,
                        state.field,
                        votes,
                        radius,
                        halvings);
        Interleaved made = pieces.joined();
        new EvenBlend(frames.get(level), sources.get(level)).into(made, pieces.origins());
        return made;
    }

    /// 1 where the neighbourhood reaches what is added, else 0.
    private Plane centres(Frame frame, int farthest) {
        Plane centres = Plane.empty(frame.width(), frame.height());
        for (int y = 0; y < frame.height(); y++) {
            for (int x = 0; x < frame.width(); x++) {
                int outside = frame.outside(x, y);
                centres.set(x, y, outside > -radius && outside <= farthest ? 1 : 0);
            }
        }
        return centres;
    }

    private static Plane beliefs(Frame frame) {
        Plane beliefs = Plane.empty(frame.width(), frame.height());
        for (int y = 0; y < frame.height(); y++) {
            for (int x = 0; x < frame.width(); x++) {
                int outside = Math.max(0, frame.outside(x, y));
                beliefs.set(
                        x,
                        y,
                        outside == 0
                                ? 1
                                : Math.max(
                                        LEAST_BELIEF,
                                        MOST_BELIEF * (float) Math.pow(BELIEF_LOST, outside)));
            }
        }
        return beliefs;
    }
}
