package parley.cli.chat;

import java.util.Locale;

/// How an answer ended.
///
/// @param model `provider/model` that wrote it; empty if none did
/// @param usage what it took, in words; empty if the server does not know
/// @param failure why it failed, as a sentence; empty if it did not
public record Answer(Status status, String model, String usage, String failure) {
    /// The ways to end.
    public enum Status {
        COMPLETE,
        CANCELLED,
        INTERRUPTED,
        FAILED;

        /// A word this program does not know is no success.
        static Status of(String word) {
            return switch (word.toLowerCase(Locale.ROOT)) {
                case "complete" -> COMPLETE;
                case "cancelled" -> CANCELLED;
                case "interrupted" -> INTERRUPTED;
                default -> FAILED;
            };
        }
    }

    public boolean isComplete() {
        return status == Status.COMPLETE;
    }

    /// The end in one line for the person who asked.
    String summary() {
        return switch (status) {
            case COMPLETE -> usage.isEmpty() ? model : model + ", " + usage;
            case CANCELLED -> "Stopped.";
            case INTERRUPTED -> "The answer was interrupted; what there is of it is kept.";
            case FAILED ->
                    failure.isEmpty() ? "The answer failed." : "The answer failed: " + failure;
        };
    }
}
