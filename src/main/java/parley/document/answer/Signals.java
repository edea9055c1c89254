package parley.document.answer;

/// What speaks for and against a sentence as the answer of a question.
///
/// @param found how much of the question's words it holds
/// @param kind whether it names the kind of thing that was asked for
/// @param attribute whether it names what of a thing was asked for (its population, its captain),
///   or what was to be counted
/// @param measure whether it gives an amount in units of what was asked for
/// @param counted whether a number stands before what was to be counted
/// @param rank how well its passage fits, beside the best one, from 0 to 1
/// @param words how many words of the question say something
/// @param margin how far the best sentence is ahead of the next one
record Signals(
        WordEvidence.Found found,
        Held kind,
        Held attribute,
        Held measure,
        Held counted,
        double rank,
        int words,
        double margin) {
    Signals withMargin(double ahead) {
        return new Signals(found, kind, attribute, measure, counted, rank, words, ahead);
    }

    /// Whether it can be the answer at all: it has the numbers of the question, and names what was
    /// asked of a thing.
    boolean isPossible() {
        return found.complete() && attribute != Held.NO;
    }

    /// Whether a sentence holds what a question asks for.
    enum Held {
        YES(1),
        NOT_ASKED(0),
        NO(-1);

        private final int sign;

        Held(int sign) {
            this.sign = sign;
        }

        static Held of(boolean asked, boolean held) {
            if (!asked) {
                return NOT_ASKED;
            }
            return held ? YES : NO;
        }

        int sign() {
            return sign;
        }
    }
}
