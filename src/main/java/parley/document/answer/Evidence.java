package parley.document.answer;

/// A sentence that may answer a question.
///
/// @param score how well it fits; comparable within one question
/// @param signals what speaks for it, and against
record Evidence(Unit unit, double score, Signals signals) {
    Evidence withMargin(double margin) {
        return new Evidence(unit, score, signals.withMargin(margin));
    }

    /// How likely it answers, see [Confidence].
    double confidence() {
        return Confidence.of(signals);
    }
}
