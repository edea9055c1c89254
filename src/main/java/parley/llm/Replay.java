package parley.llm;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Makes a history that several models wrote into one that a certain model accepts. What one
/// provider signed goes to no other; tool calls and results come in pairs and under ids that all
/// accept; pictures go only to models that see.
///
/// The same history gives the same messages, and a longer one begins with those of a shorter one,
/// so that a provider's cache stays of use.
public final class Replay {
    /// Stands for a picture that was left out.
    public static final String IMAGE_NOTE = "[an image was here that this model cannot see]";

    private final ResolvedModel model;
    private final List<Withheld> withheld = new ArrayList<>();

    /// @param messages what is to be sent
    /// @param withheld what was left out or replaced
    public record Replayed(List<ChatMessage> messages, List<Withheld> withheld) {
        public Replayed {
            messages = List.copyOf(messages);
            withheld = List.copyOf(withheld);
        }
    }

    private Replay(ResolvedModel model) {
        this.model = model;
    }

    /// The history as this model may see it. Never empty if there is a message.
    public static Replayed forModel(List<ChatMessage> messages, ResolvedModel model) {
        if (messages.stream().allMatch(Replay::isPlain)) {
            return new Replayed(messages, List.of());
        }
        Replay replay = new Replay(model);
        List<ChatMessage> readable = replay.readable(messages);
        List<ChatMessage> paired = new ToolPairs(readable, replay.withheld).paired();
        return new Replayed(paired.isEmpty() ? messages : paired, replay.withheld);
    }

    private static boolean isPlain(ChatMessage message) {
        for (Part part : message.parts()) {
            if (!(part instanceof Part.Text(String text)) || text.isBlank()) {
                return false;
            }
        }
        return !message.parts().isEmpty() && message.role() != Role.TOOL;
    }

    /// The messages with the parts that the model can read, without those that have none left. What
    /// is to be answered stays, whatever it is.
    private List<ChatMessage> readable(List<ChatMessage> messages) {
        List<ChatMessage> readable = new ArrayList<>(messages.size());
        for (int i = 0; i < messages.size(); i++) {
            ChatMessage left = readable(messages.get(i));
            if (!left.parts().isEmpty()) {
                readable.add(left);
            } else if (i == messages.size() - 1 && left.role() == Role.USER) {
                readable.add(messages.get(i));
            }
        }
        return readable;
    }

    private ChatMessage readable(ChatMessage message) {
        boolean says =
                message.parts().stream()
                        .anyMatch(part -> part instanceof Part.Text text && !text.text().isBlank());
        List<Part> parts = new ArrayList<>(message.parts().size());
        for (Part part : message.parts()) {
            switch (part) {
                case Part.Text(String text) -> {
                    if (says && !text.isEmpty()) {
                        parts.add(part);
                    }
                }
                case Part.Image image -> parts.add(readable(image, message.role()));
                case Part.Reasoning reasoning -> own(reasoning).ifPresent(parts::add);
                case Part.ToolCall _, Part.ToolResult _ -> parts.add(part);
            }
        }
        return new ChatMessage(message.role(), parts);
    }

    private Part readable(Part.Image image, Role role) {
        if (role == Role.USER && !model.info().cannot(Capability.VISION)) {
            return image;
        }
        String reason =
                role == Role.USER
                        ? "%s cannot see pictures".formatted(model.fullName())
                        : "models read pictures only in a user's message";
        withheld.add(new Withheld(Withheld.Kind.IMAGE, reason));
        return new Part.Text(IMAGE_NOTE);
    }

    private Optional<Part> own(Part.Reasoning reasoning) {
        if (reasoning.origin().equals(model.provider().name())) {
            return Optional.of(reasoning);
        }
        withheld.add(
                new Withheld(
                        Withheld.Kind.REASONING,
                        "thought by a model of %s, which alone may read it"
                                .formatted(reasoning.origin())));
        return Optional.empty();
    }
}
