package parley.dialect.sessions;

import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import parley.conversation.ConversationService;
import parley.conversation.Message;
import parley.image.KeptImage;
import parley.llm.Part;

/// The pictures in answers.
final class Pictures {
    /// The kinds that are sent as what they are, with the endings of their files.
    private static final Map<String, String> ENDINGS =
            Map.of(
                    "image/png", "png",
                    "image/jpeg", "jpg",
                    "image/webp", "webp",
                    "image/gif", "gif");

    private final ConversationService conversations;
    private final KeptPictures kept;

    Pictures(ConversationService conversations, KeptPictures kept) {
        this.conversations = conversations;
        this.kept = kept;
    }

    /// The picture that a message is: one that it made for the gallery, or one that it holds and
    /// says nothing in words beside.
    Optional<SentFile> find(long accountId, Message message) {
        return kept.find(accountId, message).map(kept::file).or(() -> find(message));
    }

    /// One of the pictures that a message made for the gallery.
    ///
    /// @param place 1 for the first
    Optional<SentFile> find(long accountId, Message message, int place) {
        List<KeptImage> all = kept.all(accountId, message);
        return place <= all.size()
                ? Optional.of(kept.file(all.get(place - 1)))
                : place == 1 ? find(message) : Optional.empty();
    }

    /// The pictures that a message made for the gallery, in order.
    List<KeptImage> kept(long accountId, Message message) {
        return kept.all(accountId, message);
    }

    private Optional<SentFile> find(Message message) {
        if (!mayHave(message)) {
            return Optional.empty();
        }
        return conversations.parts(message).stream()
                .filter(Part.Image.class::isInstance)
                .map(Part.Image.class::cast)
                .filter(image -> ENDINGS.containsKey(image.mediaType()))
                .map(Pictures::file)
                .findFirst();
    }

    /// Whether a message holds a picture and says nothing in words.
    boolean holdsOne(Message message) {
        return find(message).isPresent();
    }

    /// Whether a message says nothing in words, and something in another form.
    boolean mayHave(Message message) {
        return message.rich() && message.content().isEmpty();
    }

    private static SentFile file(Part.Image image) {
        return new SentFile(
                image.mediaType(),
                ENDINGS.getOrDefault(image.mediaType(), ""),
                Base64.getDecoder().decode(image.data()));
    }
}
