package parley.conversation;

import java.util.List;
import java.util.Optional;

/// What a conversation has beside its messages that a model should read, whoever leads it to its
/// answer: passages of documents, where the conversation also has data.
public interface Background {
    /// A conversation never has any.
    Background NONE =
            new Background() {
                @Override
                public boolean isThere(Assignment turn) {
                    return false;
                }

                @Override
                public Optional<Material> of(Assignment turn) {
                    return Optional.empty();
                }
            };

    /// Whether the conversation of a turn has any.
    boolean isThere(Assignment turn);

    /// Chooses what fits a turn and the smallest model that may answer it, and keeps beside the
    /// answer what that was.
    ///
    /// @return empty if there is none
    Optional<Material> of(Assignment turn) throws InterruptedException;

    /// @param instructions for the model, with the material quoted in them
    /// @param texts the material alone
    record Material(String instructions, List<String> texts) {
        public Material {
            texts = List.copyOf(texts);
        }
    }
}
