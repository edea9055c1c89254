package parley.completion;

import java.util.Optional;
import parley.llm.FinishReason;
import parley.llm.ModelEvents;
import parley.llm.ResolvedModel;

/// Answers completions for which more is to be done than to call a model. What it does not take is
/// answered by the model.
@FunctionalInterface
public interface CompletionSpecialist {
    /// Takes none.
    CompletionSpecialist NONE = (_, _, _) -> Optional.empty();

    /// Answers a completion, if it is one for this specialist. Runs on the thread of whoever asked;
    /// an interrupt ends it, and what it began.
    ///
    /// @param model the one that was asked for
    /// @param events hears the answer
    /// @return how it ended; empty if it is none for this specialist, and nothing was said
    /// @throws parley.error.AppException it was, and failed
    Optional<FinishReason> answer(
            CompletionRequest request, ResolvedModel model, ModelEvents events)
            throws InterruptedException;
}
