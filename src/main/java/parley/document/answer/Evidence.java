package parley.document.answer;

/// A sentence that may answer a question.
///
/// @param score how well it fits; comparable within one question
/// @param coverage how much of the question's words it holds, by their weight, from 0 to 1; words
///   beside it count less
/// @param fits whether it names the kind of thing that was asked for
/// @param complete whether the numbers of the question stand in it or around it: what it says of
///   2021 answers no question about 2015
record Evidence(Unit unit, double score, double coverage, boolean fits, boolean complete) {}
