package parley.llm.langchain;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.openai.OpenAiChatRequestParameters;
import java.util.ArrayList;
import java.util.List;
import parley.llm.ModelRequest;

/// Writes a request in LangChain4j's terms.
final class ChatRequests {
    /// OpenAI's API cannot begin an answer for the model, so the model is asked to go on with its
    /// own last message.
    static final String CONTINUE =
            "Your last message was cut off. Continue it exactly where it stopped, beginning with the"
                    + " very next character. Repeat nothing of it, and say nothing about this request.";

    private ChatRequests() {}

    static ChatRequest of(ModelRequest request) {
        return ChatRequest.builder()
                .messages(messages(request))
                .parameters(parameters(request))
                .build();
    }

    private static List<ChatMessage> messages(ModelRequest request) {
        List<ChatMessage> messages = new ArrayList<>();
        for (parley.llm.ChatMessage message : request.messages()) {
            switch (message.role()) {
                case SYSTEM -> addSystem(messages, message.text());
                case USER -> messages.add(UserMessage.from(message.text()));
                case ASSISTANT -> messages.add(AiMessage.from(message.text()));
            }
        }
        if (!request.answerSoFar().isEmpty()) {
            messages.add(AiMessage.from(request.answerSoFar()));
            messages.add(UserMessage.from(CONTINUE));
        }
        return messages;
    }

    /// LangChain4j refuses a blank one, which says nothing anyway.
    private static void addSystem(List<ChatMessage> messages, String text) {
        if (!text.isBlank()) {
            messages.add(SystemMessage.from(text));
        }
    }

    private static OpenAiChatRequestParameters parameters(ModelRequest request) {
        OpenAiChatRequestParameters.Builder parameters =
                OpenAiChatRequestParameters.builder().modelName(request.model());
        request.sampling().temperature().ifPresent(parameters::temperature);
        request.sampling()
                .maxTokens()
                .ifPresent(
                        ModelFamilies.limitsCompletionTokens(request.model())
                                ? parameters::maxCompletionTokens
                                : parameters::maxOutputTokens);
        return parameters.build();
    }
}
