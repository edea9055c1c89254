package parley.export;

import java.io.IOException;
import java.io.OutputStream;
import parley.conversation.Conversation;

/// Writes a conversation in one form.
@FunctionalInterface
public interface ConversationPage {
    /// The stream is flushed and stays open.
    ///
    /// @throws parley.error.AppException (413) if the conversation is too long for this form:
    ///   before anything is written
    void write(Conversation conversation, OutputStream out)
            throws IOException, InterruptedException;
}
