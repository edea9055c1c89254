package parley.llm.builtin.skill;

import java.util.Optional;

/// One thing the engine can do. Skills keep no state between questions, so one serves all threads.
interface Skill {
    /// The answer, or nothing if the question is not for this skill. Looks at no more than the
    /// beginning of the question before it knows that; checks for interruption where it takes long.
    Optional<Answer> answer(Question question) throws InterruptedException;
}
