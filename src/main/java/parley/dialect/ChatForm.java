package parley.dialect;

import java.util.List;
import parley.http.RequestFields;
import parley.llm.ChatMessage;
import parley.llm.ModelOptions;

/// A contract's form of messages, tools and options, for another contract that takes the same.
@FunctionalInterface
public interface ChatForm {
    /// @throws parley.error.AppException (400) naming the field that is missing or wrong
    Asked read(RequestFields body);

    /// What a model is to read, and how it is to answer.
    record Asked(List<ChatMessage> messages, ModelOptions options) {
        public Asked {
            messages = List.copyOf(messages);
        }
    }
}
