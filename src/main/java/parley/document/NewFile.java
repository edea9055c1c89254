package parley.document;

import java.util.Optional;
import java.util.OptionalLong;

/// A file that somebody sends.
///
/// @param conversationId of which it is to be context
/// @param filename as its sender calls it, of any characters
/// @param purpose what the client says it is for
/// @param onlyType the one media type that is taken; empty for all that can be read
public record NewFile(
        long accountId,
        OptionalLong conversationId,
        String filename,
        String purpose,
        Optional<String> onlyType,
        Content content) {
    /// What the clients of OpenAI say of files that people upload.
    public static final String USER_DATA = "user_data";

    /// Where its bytes are until they are read.
    public interface Content {
        /// How many there are.
        long size();

        byte[] bytes();
    }
}
