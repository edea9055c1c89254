package parley.image;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import parley.conversation.Assignment;
import parley.conversation.Message;
import parley.error.AppException;
import parley.image.intent.IntentReader.Asked;
import parley.image.intent.IntentReader.Earlier;
import parley.image.intent.IntentReader.LastStep;
import parley.image.intent.IntentReader.PictureState;
import parley.image.pixel.Size;
import parley.llm.Part;
import parley.llm.Role;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The pictures of a conversation, as its messages tell of them.
///
/// A picture that was sent inside a message, and was not worked on yet, is not in the gallery: it
/// goes by a name of its own ([#PART]) until it is needed.
final class ConversationPictures implements TalkPictures {
    /// How the names of pictures begin that are parts of messages: then the message's id and the
    /// part's place.
    private static final String PART = "part:";

    /// How far back pictures are looked for.
    private static final int MESSAGES_BACK = 60;

    private final Assignment turn;
    private final ImageService images;
    private final List<Earlier> earlier = new ArrayList<>();
    private final Map<String, Part.Image> parts = new LinkedHashMap<>();
    private final Map<String, String> kept = new LinkedHashMap<>();
    private final List<String> attached = new ArrayList<>();
    private @Nullable String active;
    private @Nullable LastStep last;
    private @Nullable Asked asked;

    private ConversationPictures(Assignment turn, ImageService images) {
        this.turn = turn;
        this.images = images;
    }

    static ConversationPictures of(Assignment turn, ImageService images) {
        ConversationPictures pictures = new ConversationPictures(turn, images);
        List<Message> before = turn.before(MESSAGES_BACK);
        String question = "";
        for (Message message : before) {
            pictures.add(message, question);
            question = message.role() == Role.USER ? message.content() : question;
        }
        pictures.addQuestion(turn.question());
        return pictures;
    }

    @Override
    public PictureState state() {
        return new PictureState(
                attached,
                earlier,
                Optional.ofNullable(active),
                Optional.ofNullable(last),
                Optional.ofNullable(asked),
                sizes());
    }

    @Override
    public String inGallery(String id) throws InterruptedException {
        @Nullable String known = kept.get(id);
        Part.@Nullable Image part = parts.get(id);
        if (known != null || part == null) {
            return known != null ? known : id;
        }
        KeptImage image =
                images.keep(
                        turn.conversation().accountId(),
                        turn.conversation().endUser(),
                        "image",
                        ImageSource.parse("image", text(part)));
        kept.put(id, image.id());
        return image.id();
    }

    @Override
    public Map<String, String> kept() {
        return Map.copyOf(kept);
    }

    /// Providers send data, an address, or a data: URI.
    static String text(Part.Image part) {
        String data = part.data();
        boolean address =
                data.startsWith("http:") || data.startsWith("https:") || data.startsWith("data:");
        return address ? data : "data:%s;base64,%s".formatted(part.mediaType(), data);
    }

    private void add(Message message, String question) {
        JsonNode attributes = JsonMapper.shared().readTree(message.attributes());
        if (message.role() == Role.USER) {
            sent(message, attributes).forEach(this::addSent);
            return;
        }
        if (message.role() != Role.ASSISTANT) {
            return;
        }
        attributes
                .path("kept")
                .properties()
                .forEach(each -> addKept(each.getKey(), each.getValue().asString("")));
        asked = asked(attributes.path("asked"));
        boolean shown = attributes.path("shown").isString();
        if (shown) {
            active = attributes.path("shown").asString();
            last = earlier(active).flatMap(Earlier::made).orElse(last);
            return;
        }
        for (JsonNode step : attributes.path("steps")) {
            addStep(step);
        }
        if (attributes.path("steps").isMissingNode()) {
            paintedByModel(message, question);
        }
    }

    /// From now on the picture goes by the id it has in the gallery.
    private void addKept(String name, String id) {
        kept.put(name, id);
        earlier.replaceAll(each ->
                each.imageId().equals(name)
                        ? new Earlier(
                                id,
                                each.intent(),
                                each.prompt(),
                                each.parent(),
                                each.group(),
                                each.made(),
                                each.before())
                        : each);
        active = name.equals(active) ? id : active;
    }

    private void addSent(String id) {
        earlier.add(
                new Earlier(
                        id,
                        KeptImage.UPLOAD,
                        "",
                        Optional.empty(),
                        "",
                        Optional.empty(),
                        Optional.ofNullable(active)));
        active = id;
    }

    private List<String> sent(Message message, JsonNode attributes) {
        List<String> ids = new ArrayList<>();
        attributes.path("attachments").forEach(each -> ids.add(each.asString("")));
        ids.addAll(pictureParts(message));
        ids.removeIf(String::isBlank);
        return ids;
    }

    private List<String> pictureParts(Message message) {
        List<String> names = new ArrayList<>();
        if (message.rich()) {
            for (Part part : turn.parts(message)) {
                if (part instanceof Part.Image image) {
                    String name = PART + message.id() + ":" + names.size();
                    parts.put(name, image);
                    names.add(name);
                }
            }
        }
        return names;
    }

    private void paintedByModel(Message message, String question) {
        for (String name : pictureParts(message)) {
            earlier.add(
                    new Earlier(
                            name,
                            ImageFeature.IMAGE_GENERATION.intent(),
                            question,
                            Optional.empty(),
                            PART + message.id(),
                            Optional.empty(),
                            Optional.ofNullable(active)));
            active = name;
        }
    }

    private void addStep(JsonNode step) {
        Optional<ImageFeature> feature = ImageFeature.ofIntent(step.path("intent").asString(""));
        if (feature.isEmpty()
                || !(step.path("wish") instanceof ObjectNode wish)
                || step.path("image_ids").isEmpty()) {
            return;
        }
        Optional<String> picture =
                Optional.of(step.path("picture").asString("")).filter(id -> !id.isEmpty());
        LastStep made = new LastStep(feature.get(), wish, picture, step.path("seed").asLong(0));
        for (JsonNode image : step.path("image_ids")) {
            earlier.add(
                    new Earlier(
                            image.asString(),
                            feature.get().intent(),
                            wish.path("prompt").asString(""),
                            picture,
                            step.path("task_id").asString(""),
                            Optional.of(made),
                            Optional.ofNullable(active)));
        }
        active = step.path("image_ids").path(0).asString();
        last = made;
    }

    private static @Nullable Asked asked(JsonNode asked) {
        Optional<ImageFeature> feature = ImageFeature.ofIntent(asked.path("intent").asString(""));
        return feature.map(intent ->
                        new Asked(
                                intent,
                                asked.path("message").asString(""),
                                texts(asked.path("choices")),
                                texts(asked.path("attached"))))
                .orElse(null);
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(each -> texts.add(each.asString("")));
        return texts;
    }

    private void addQuestion(Message question) {
        JsonNode attributes = JsonMapper.shared().readTree(question.attributes());
        attached.addAll(sent(question, attributes));
        String reference = attributes.path("reference").asString("");
        if (!reference.isEmpty()) {
            active = reference;
        }
    }

    private Optional<Earlier> earlier(String id) {
        return earlier.stream().filter(each -> each.imageId().equals(id)).findFirst();
    }

    /// Of the pictures that are most likely meant; others are looked up when they are worked on.
    private Map<String, Size> sizes() {
        Map<String, Size> sizes = new LinkedHashMap<>();
        List<String> likely = new ArrayList<>(attached);
        Optional.ofNullable(active).ifPresent(likely::add);
        Optional.ofNullable(last).flatMap(LastStep::picture).ifPresent(likely::add);
        for (String id : likely) {
            if (!id.startsWith(PART)) {
                size(id).ifPresent(size -> sizes.put(id, size));
            }
        }
        return sizes;
    }

    private Optional<Size> size(String id) {
        try {
            return Optional.of(images.gallery().load(turn.conversation().accountId(), id).size());
        } catch (AppException e) {
            // Deleted since, or somewhere else: that is told when it is worked on.
            return Optional.empty();
        }
    }
}
