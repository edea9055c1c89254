package parley.analysis.question;

import java.util.List;

/// What a question was understood to be.
public sealed interface Reading {
    /// It can be answered.
    record Understood(Plan plan) implements Reading {}

    /// It may mean several things: two or three, the likeliest first.
    record Ambiguous(List<Plan> plans) implements Reading {}

    /// It is about the data and cannot be answered.
    ///
    /// @param reason a sentence
    /// @param suggestions questions that can be answered, close to this one
    record Refused(String reason, List<String> suggestions) implements Reading {}

    /// It is not about the data: a greeting, talk, a task for a model.
    record Talk() implements Reading {}
}
