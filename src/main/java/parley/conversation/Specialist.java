package parley.conversation;

/// Answers turns for which more is to be done than to call a model once: data is asked, pictures
/// are made. A turn that no specialist takes is answered by its model.
@FunctionalInterface
public interface Specialist {
    /// Answers a turn, if it is one for this specialist. Runs on the turn's own thread when it is
    /// the turn's turn; an interrupt ends it.
    ///
    /// @return whether it was; if not, nothing was said
    /// @throws parley.error.AppException it was, and failed: what was said before stays
    boolean answer(Assignment turn) throws InterruptedException;
}
