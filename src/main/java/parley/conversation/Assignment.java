package parley.conversation;

import java.util.List;
import parley.llm.ChatMessage;
import parley.llm.FinishReason;
import parley.llm.ModelEvents;
import parley.llm.Part;
import parley.llm.ResolvedModel;
import parley.llm.ToolUse;

/// A turn in the hands of a [Specialist]. For the turn's own thread.
public interface Assignment {
    Conversation conversation();

    /// What is answered.
    Message question();

    /// The message that is being written.
    long answerId();

    TurnRequest request();

    /// The model of the turn.
    ResolvedModel model();

    /// The newest messages before the question, oldest of them first.
    List<Message> before(int limit);

    /// All parts of a message of the conversation, in order.
    List<Part> parts(Message message);

    /// What is kept beside the answer, as the text of a JSON object: by the contract, and by an
    /// earlier run of this turn.
    String kept();

    /// Whether somebody asked for the end of this turn. An interrupt without that is the server's
    /// own end.
    boolean stopped();

    /// What was said already of this answer, by a run that ended early; empty in a new one.
    String saidBefore();

    /// Says the next piece of the answer. Whoever listens hears it at once.
    void say(String text);

    /// Says a picture, which is then a part of the answer. Whoever listens hears it at once.
    void show(Part.Image picture);

    /// Keeps something beside the answer, durably when this returns. Members that are there
    /// already, and have other names, stay.
    ///
    /// @param attributes the text of a JSON object
    void keep(String attributes);

    /// Calls the turn's model, or its fallbacks. What it says goes to `events` and is not said to
    /// anybody by itself; what it costs belongs to the turn.
    ///
    /// @param instructions what the model is to see first, before the history; added to those of
    ///   the request; may be empty
    /// @param more what comes after the history, such as tool calls of this turn and their results
    /// @throws parley.error.AppException the model and its fallbacks failed
    FinishReason ask(String instructions, List<ChatMessage> more, ToolUse tools, ModelEvents events)
            throws InterruptedException;

    /// Lets the turn's model, or its fallbacks, answer as if there were no specialist, only with
    /// more instructions and without tools: all that it says is the answer, and so is how it ends.
    /// An answer that was interrupted goes on where it ended.
    ///
    /// @param instructions what the model is to see first, before the history; added to those of
    ///   the request
    /// @throws parley.error.AppException the model and its fallbacks failed
    void answerWith(String instructions) throws InterruptedException;
}
