package parley.dialect.openai.responses;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import parley.conversation.ConversationService;
import parley.conversation.Message;
import parley.error.AppException;
import parley.error.ErrorCode;
import parley.llm.ChatMessage;
import parley.llm.Part;
import parley.llm.Role;

/// The items of messages that are kept: shown, and found again by their ids.
final class KeptItems {
    private final ConversationService conversations;

    KeptItems(ConversationService conversations) {
        this.conversations = conversations;
    }

    /// The item of this id, as a message of its own.
    ///
    /// @throws AppException (404) if there is none that belongs to the account
    ChatMessage load(long accountId, String id) throws InterruptedException {
        Optional<ItemIds.Place> place = ItemIds.place(id);
        if (place.isEmpty()) {
            throw notFound(id);
        }
        Message message = message(accountId, place.get().messageId(), id);
        List<List<Part>> items = items(message);
        if (place.get().index() >= items.size()) {
            throw notFound(id);
        }
        return new ChatMessage(message.role(), items.get(place.get().index()));
    }

    /// A message of the history, whole.
    ChatMessage whole(Message message) {
        return new ChatMessage(message.role(), conversations.parts(message));
    }

    /// The items of a message, in the API's form.
    List<Item> shown(Message message) throws InterruptedException {
        ItemIds ids = ItemIds.of(message.id());
        if (message.role() == Role.ASSISTANT) {
            return answer(message, ids);
        }
        List<Item> shown = new ArrayList<>();
        for (List<Part> parts : items(message)) {
            shown.add(shown(message.role(), parts, ids, shown.size()));
        }
        return shown;
    }

    private List<Item> answer(Message message, ItemIds ids) throws InterruptedException {
        Output output = new Output(ids, ThoughtSeal.NONE, EventSink.NONE);
        int calls = 0;
        for (Part part : conversations.parts(message)) {
            switch (part) {
                case Part.Text(String text) -> output.text(text);
                case Part.Reasoning thought -> {
                    if (!thought.text().isEmpty()) {
                        output.reasoning(thought.text());
                    }
                }
                case Part.ToolCall call ->
                        output.toolCall(calls++, call.id(), call.name(), call.arguments());
                case Part.Image image -> output.image(image);
                case Part.ToolResult _ -> {}
            }
        }
        output.finish();
        return output.items();
    }

    private static Item shown(Role role, List<Part> parts, ItemIds ids, int index) {
        String completed = Item.Status.COMPLETED.wireName();
        if (parts.getFirst() instanceof Part.ToolResult result) {
            return new Item.FunctionCallOutput(
                    ids.item(ItemIds.Kind.FCO, index),
                    completed,
                    result.callId(),
                    result.content());
        }
        return new Item.Message(
                ids.item(ItemIds.Kind.MSG, index),
                completed,
                role.wireName(),
                parts.stream().flatMap(part -> content(part).stream()).toList());
    }

    private static Optional<Content> content(Part part) {
        return switch (part) {
            case Part.Text(String text) -> Optional.of(new Content.InputText(text));
            case Part.Image image ->
                    Optional.of(
                            new Content.InputImage(
                                    image.detail().orElse("auto"),
                                    "data:%s;base64,%s"
                                            .formatted(image.mediaType(), image.data())));
            case Part.ToolCall _, Part.ToolResult _, Part.Reasoning _ -> Optional.empty();
        };
    }

    /// The parts of a message, item by item: cut where [Output] begins a new item, so that an id
    /// means the same in both.
    private List<List<Part>> items(Message message) {
        List<List<Part>> items = new ArrayList<>();
        for (Part part : conversations.parts(message)) {
            if (!items.isEmpty() && goesOn(message.role(), items.getLast().getFirst(), part)) {
                items.getLast().add(part);
            } else if (!isUnseen(message.role(), part)) {
                items.add(new ArrayList<>(List.of(part)));
            }
        }
        return items;
    }

    private static boolean goesOn(Role role, Part first, Part next) {
        return switch (role) {
            case USER, SYSTEM -> true;
            case TOOL -> false;
            case ASSISTANT ->
                    switch (next) {
                        case Part.Text _ -> first instanceof Part.Text;
                        case Part.Reasoning _ -> first instanceof Part.Reasoning;
                        case Part.ToolCall _, Part.ToolResult _, Part.Image _ -> false;
                    };
        };
    }

    /// A stretch of an answer of which nothing is shown is no item.
    private static boolean isUnseen(Role role, Part part) {
        return role == Role.ASSISTANT
                && switch (part) {
                    case Part.Text(String text) -> text.isEmpty();
                    case Part.Reasoning thought -> thought.text().isEmpty();
                    case Part.ToolCall _, Part.ToolResult _, Part.Image _ -> false;
                };
    }

    private Message message(long accountId, long messageId, String askedId) {
        try {
            return conversations.loadMessage(accountId, messageId);
        } catch (AppException e) {
            throw e.code() == ErrorCode.NOT_FOUND ? notFound(askedId) : e;
        }
    }

    private static AppException notFound(String id) {
        return new AppException(ErrorCode.NOT_FOUND, "There is no item %s.".formatted(id));
    }
}
