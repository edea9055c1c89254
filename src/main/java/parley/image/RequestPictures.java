package parley.image;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import parley.completion.CompletionRequest;
import parley.error.AppException;
import parley.error.ErrorCode;
import parley.image.intent.IntentReader;
import parley.image.intent.IntentReader.Asked;
import parley.image.intent.IntentReader.Earlier;
import parley.image.intent.IntentReader.LastStep;
import parley.image.intent.IntentReader.PictureState;
import parley.image.intent.IntentReader.Understood;
import parley.image.pixel.Size;
import parley.llm.ChatMessage;
import parley.llm.Part;
import parley.llm.Role;

/// The pictures of a request that brings its own history: those that its messages hold, and those
/// of the account's gallery that its answers show, with the tasks that made them. Whether the last
/// answer was a question is found by reading once more what it answered.
final class RequestPictures implements TalkPictures {
    private static final Pattern SHOWN =
            Pattern.compile("/v1/gallery/(img_[0-9a-zA-Z]{20,40})/file");
    private static final String PART = "part:";
    private static final int MESSAGES_BACK = 60;
    private static final int MOST_ANCESTORS = 6;

    private final long accountId;
    private final ImageService images;
    private final List<Earlier> earlier = new ArrayList<>();
    private final List<String> attached = new ArrayList<>();
    private final Map<String, Part.Image> parts = new LinkedHashMap<>();
    private final Map<String, String> kept = new LinkedHashMap<>();
    private final Map<String, Size> sizes = new HashMap<>();
    private @Nullable String active;
    private @Nullable LastStep last;
    private @Nullable Asked asked;

    private RequestPictures(long accountId, ImageService images) {
        this.accountId = accountId;
        this.images = images;
    }

    static RequestPictures of(
            CompletionRequest request, ImageService images, IntentReader intents) {
        RequestPictures pictures = new RequestPictures(request.accountId(), images);
        List<ChatMessage> all = request.messages();
        Optional<Understood> read = Optional.empty();
        ChatMessage question = all.getLast();
        for (int i = Math.max(0, all.size() - 1 - MESSAGES_BACK); i < all.size() - 1; i++) {
            ChatMessage message = all.get(i);
            if (message.role() == Role.USER) {
                pictures.bring(message, i);
                // Only the last question can still be open.
                read =
                        i >= all.size() - 3
                                ? Optional.of(intents.read(message.text(), pictures.state()))
                                : Optional.empty();
                question = message;
                pictures.receive();
            } else if (message.role() == Role.ASSISTANT) {
                pictures.show(message.text());
                pictures.asked(message.text(), read, question.text());
            }
        }
        pictures.bring(all.getLast(), all.size() - 1);
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
                sizes);
    }

    @Override
    public String inGallery(String name) throws InterruptedException {
        @Nullable String known = kept.get(name);
        Part.@Nullable Image part = parts.get(name);
        if (known != null || part == null) {
            return known != null ? known : name;
        }
        KeptImage image =
                images.keep(
                        accountId,
                        Optional.empty(),
                        "image",
                        ImageSource.parse("image", ConversationPictures.text(part)));
        kept.put(name, image.id());
        return image.id();
    }

    @Override
    public Map<String, String> kept() {
        return Map.copyOf(kept);
    }

    private void bring(ChatMessage message, int place) {
        attached.clear();
        for (Part part : message.parts()) {
            if (part instanceof Part.Image image) {
                String name = PART + place + ":" + attached.size();
                parts.put(name, image);
                attached.add(name);
            }
        }
    }

    /// What came with a message that was answered is there from then on.
    private void receive() {
        for (String name : attached) {
            earlier.add(
                    new Earlier(
                            name,
                            KeptImage.UPLOAD,
                            "",
                            Optional.empty(),
                            "",
                            Optional.empty(),
                            Optional.ofNullable(active)));
            active = name;
        }
        attached.clear();
        asked = null;
    }

    private void show(String answer) {
        Matcher shown = SHOWN.matcher(answer);
        String group = "";
        while (shown.find()) {
            String id = shown.group(1);
            Optional<Earlier> known =
                    earlier.stream().filter(each -> each.imageId().equals(id)).findFirst();
            Optional<Earlier> picture = known.or(() -> add(id, MOST_ANCESTORS));
            if (picture.isEmpty()) {
                continue;
            }
            boolean together = !group.isEmpty() && group.equals(picture.get().group());
            active = together ? active : id;
            group = picture.get().group();
            last = picture.get().made().orElse(last);
        }
    }

    /// Adds a picture of the gallery, behind what it was made of.
    private Optional<Earlier> add(String id, int ancestors) {
        Optional<KeptImage> image = unlessGone(() -> images.gallery().load(accountId, id));
        if (ancestors > 0) {
            image.flatMap(found -> found.parentIds().stream().findFirst())
                    .filter(parent ->
                            earlier.stream().noneMatch(each -> each.imageId().equals(parent)))
                    .ifPresent(parent -> add(parent, ancestors - 1));
        }
        Optional<Earlier> added = image.map(this::earlier);
        added.ifPresent(earlier::add);
        return added;
    }

    private Earlier earlier(KeptImage image) {
        sizes.put(image.id(), image.size());
        Optional<LastStep> made =
                image.taskId()
                        .flatMap(task -> unlessGone(() -> images.load(accountId, task)))
                        .map(task ->
                                new LastStep(
                                        task.feature(),
                                        Wishes.write(task.wish()),
                                        Optional.ofNullable(task.inputs().get(InputRole.IMAGE)),
                                        task.seed()));
        return new Earlier(
                image.id(),
                image.intent(),
                image.prompt(),
                image.parentIds().stream().findFirst(),
                image.taskId().orElse(""),
                made,
                Optional.ofNullable(active));
    }

    private void asked(String answer, Optional<Understood> read, String question) {
        if (read.isPresent()
                && read.get() instanceof Understood.Unclear unclear
                && answer.startsWith(unclear.question())) {
            asked = new Asked(unclear.intent(), question, unclear.choices(), List.of());
        }
    }

    private static <T> Optional<T> unlessGone(Supplier<T> load) {
        try {
            return Optional.of(load.get());
        } catch (AppException gone) {
            if (gone.code() == ErrorCode.NOT_FOUND) {
                return Optional.empty();
            }
            throw gone;
        }
    }
}
