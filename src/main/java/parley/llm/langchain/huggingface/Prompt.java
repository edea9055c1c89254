package parley.llm.langchain.huggingface;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import parley.llm.ChatMessage;
import parley.llm.ModelRequest;
import parley.llm.Role;

/// A conversation as one text that a model completes: in the form it was trained on where that is
/// known (Llama 2 and Llama 3), else as lines that begin with who speaks. Marks of that form which
/// somebody wrote into a message are broken up, so that nobody speaks for somebody else.
///
/// @param text what is to be completed
/// @param stop before which texts the completion ends
record Prompt(String text, List<String> stop) {
    static Prompt of(ModelRequest request) {
        String model = request.model().toLowerCase(Locale.ROOT);
        if (model.contains("llama-3")) {
            return llama3(request);
        }
        return model.contains("llama-2") ? llama2(request) : plain(request);
    }

    private static Prompt llama3(ModelRequest request) {
        StringBuilder text = new StringBuilder("<|begin_of_text|>");
        for (ChatMessage message : spoken(request.messages())) {
            text.append(llama3Head(role(message)))
                    .append(message.text().replace("<|", "< |").strip())
                    .append("<|eot_id|>");
        }
        text.append(llama3Head("assistant")).append(request.answerSoFar());
        return new Prompt(text.toString(), List.of("<|eot_id|>"));
    }

    private static String llama3Head(String role) {
        return "<|start_header_id|>" + role + "<|end_header_id|>\n\n";
    }

    private static Prompt llama2(ModelRequest request) {
        StringBuilder text = new StringBuilder("<s>");
        String system = system(request.messages());
        String instructions =
                system.isEmpty() ? "" : "<<SYS>>\n" + unmarked(system) + "\n<</SYS>>\n\n";
        List<String> questions = new ArrayList<>();
        for (ChatMessage message : spoken(request.messages())) {
            if (message.role() == Role.SYSTEM) {
                continue;
            }
            if (message.role() != Role.ASSISTANT) {
                questions.add(unmarked(message.text().strip()));
                continue;
            }
            text.append(llama2Question(instructions, questions))
                    .append(' ')
                    .append(unmarked(message.text().strip()))
                    .append(" </s><s>");
            instructions = "";
            questions.clear();
        }
        text.append(llama2Question(instructions, questions));
        if (!request.answerSoFar().isEmpty()) {
            text.append(' ').append(request.answerSoFar());
        }
        return new Prompt(text.toString(), List.of("</s>", "[INST]"));
    }

    private static String llama2Question(String instructions, List<String> questions) {
        return "[INST] " + instructions + String.join("\n\n", questions) + " [/INST]";
    }

    private static String unmarked(String text) {
        return text.replaceAll("\\[(/?INST])", "[ $1")
                .replaceAll("<(</?SYS>>)", "< $1")
                .replaceAll("<(/?s>)", "< $1");
    }

    private static Prompt plain(ModelRequest request) {
        String history =
                spoken(request.messages()).stream()
                        .map(message -> role(message) + ": " + unled(message.text().strip()) + "\n")
                        .collect(Collectors.joining());
        String answer =
                request.answerSoFar().isEmpty()
                        ? "assistant:"
                        : "assistant: " + request.answerSoFar();
        return new Prompt(history + answer, List.of("\nuser:", "\nsystem:"));
    }

    private static String unled(String text) {
        return text.replaceAll("(?mi)^(system|user|assistant):", "$1 :");
    }

    private static String system(List<ChatMessage> messages) {
        return messages.stream()
                .filter(message -> message.role() == Role.SYSTEM)
                .map(message -> message.text().strip())
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining("\n\n"));
    }

    private static List<ChatMessage> spoken(List<ChatMessage> messages) {
        return messages.stream().filter(message -> !message.text().isBlank()).toList();
    }

    /// A tool's results come from the user's side.
    private static String role(ChatMessage message) {
        return message.role() == Role.TOOL ? Role.USER.wireName() : message.role().wireName();
    }
}
