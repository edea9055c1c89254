package parley.dialect.openai.images;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import parley.dialect.WhileConnected;
import parley.error.AppException;
import parley.http.Exchange;
import parley.http.RequestFields;
import parley.http.Upload;
import parley.image.ImageFeature;
import parley.image.ImageService;
import parley.image.ImageSource;
import parley.image.InputRole;
import parley.image.KeptImage;
import parley.image.Resolution;
import parley.image.Shape;
import parley.image.pixel.Size;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Makes pictures from words, and changes pictures.
final class ImageHandlers {
    private static final int LONGEST_PROMPT = 32_000;
    private static final int MOST_A_TASK = 4;
    private static final Size USUAL = new Size(1024, 1024);

    /// The fields that are numbers, which forms send as text.
    private static final Set<String> NUMBERS =
            Set.of("n", "seed", "output_compression", "partial_images");

    private final ImageService images;
    private final Edits edits;
    private final Answers answers;

    ImageHandlers(ImageService images, Edits edits, Answers answers) {
        this.images = images;
        this.edits = edits;
        this.answers = answers;
    }

    void generate(Exchange exchange) throws InterruptedException {
        RequestFields fields = new RequestFields(exchange.json());
        String prompt = prompt(fields);
        ImageOptions options = ImageOptions.read(fields);
        Size size = options.size().orElse(USUAL);
        ImageWork work = new ImageWork(images, exchange.caller().id(), options);
        List<KeptImage> made =
                WhileConnected.perform(exchange, () -> generated(prompt, size, options, work));
        work.tell(exchange);
        answers.give(exchange, made, Optional.of(size), options, prompt);
    }

    private static List<KeptImage> generated(
            String prompt, Size size, ImageOptions options, ImageWork work)
            throws InterruptedException {
        Shape shape = Shapes.of(size);
        Resolution resolution = Shapes.resolution(size);
        List<KeptImage> made = new ArrayList<>();
        while (made.size() < options.count()) {
            ObjectNode wish =
                    JsonMapper.shared()
                            .createObjectNode()
                            .put("prompt", prompt)
                            .put("aspect_ratio", shape.wireName())
                            .put("resolution", resolution.wireName())
                            .put(
                                    "num_images",
                                    Math.min(MOST_A_TASK, options.count() - made.size()));
            made.addAll(work.perform(ImageFeature.IMAGE_GENERATION, wish, Map.of(), made.size()));
        }
        return options.transparent() ? withoutBackground(made, work) : made;
    }

    private static List<KeptImage> withoutBackground(List<KeptImage> made, ImageWork work)
            throws InterruptedException {
        List<KeptImage> cut = new ArrayList<>();
        for (KeptImage image : made) {
            cut.addAll(
                    work.perform(
                            ImageFeature.REMOVE_BACKGROUND,
                            JsonMapper.shared().createObjectNode(),
                            Map.of(InputRole.IMAGE, new ImageSource.Kept(image.id())),
                            0));
        }
        return cut;
    }

    void edit(Exchange exchange) throws InterruptedException {
        change(exchange, edits::perform);
    }

    /// Other pictures like one: OpenAI's own models no longer make them, ours do.
    void vary(Exchange exchange) throws InterruptedException {
        change(
                exchange,
                (_, _, inputs, work, number) ->
                        work.perform(
                                ImageFeature.REIMAGINE,
                                JsonMapper.shared().createObjectNode(),
                                inputs,
                                number));
    }

    @FunctionalInterface
    private interface Change {
        List<KeptImage> of(
                String prompt,
                KeptImage sent,
                Map<InputRole, ImageSource> inputs,
                ImageWork work,
                int number)
                throws InterruptedException;
    }

    private void change(Exchange exchange, Change change) throws InterruptedException {
        Map<InputRole, ImageSource> inputs = new EnumMap<>(InputRole.class);
        JsonNode body =
                addressed(
                        exchange.isForm() ? form(exchange.upload(), inputs) : exchange.json(),
                        inputs);
        RequestFields fields = new RequestFields(body);
        ImageSource image = inputs.get(InputRole.IMAGE);
        if (image == null) {
            throw fields.missing("image");
        }
        boolean varies = exchange.path().endsWith("/variations");
        String prompt = varies ? "" : prompt(fields);
        ImageOptions options = ImageOptions.read(fields);
        ImageWork work = new ImageWork(images, exchange.caller().id(), options);
        List<KeptImage> made =
                WhileConnected.perform(
                        exchange,
                        () -> {
                            KeptImage sent = work.keep(image);
                            inputs.put(InputRole.IMAGE, new ImageSource.Kept(sent.id()));
                            List<KeptImage> all = new ArrayList<>();
                            while (all.size() < options.count()) {
                                all.add(
                                        change.of(prompt, sent, inputs, work, all.size())
                                                .getFirst());
                            }
                            return options.transparent() ? withoutBackground(all, work) : all;
                        });
        work.tell(exchange);
        answers.give(exchange, made, options.size(), options, prompt);
    }

    private static String prompt(RequestFields fields) {
        String prompt = fields.requiredText("prompt").strip();
        if (prompt.isEmpty() || prompt.length() > LONGEST_PROMPT) {
            throw fields.wrong("prompt", "a text of 1 to %d characters".formatted(LONGEST_PROMPT));
        }
        return prompt;
    }

    /// The fields of a form, its numbers as numbers; the first picture is changed, the second one
    /// is what it is to be like.
    private static JsonNode form(Upload upload, Map<InputRole, ImageSource> inputs) {
        ObjectNode body = JsonMapper.shared().createObjectNode();
        upload.texts()
                .forEach((name, text) -> {
                    if (NUMBERS.contains(name) && text.matches("[0-9]{1,18}")) {
                        body.put(name, Long.parseLong(text));
                    } else if (name.equals("stream") && text.matches("true|false")) {
                        body.put(name, text.equals("true"));
                    } else {
                        body.put(name, text);
                    }
                });
        for (Upload.File file : upload.files()) {
            ImageSource source = new ImageSource.Bytes(bytes(file));
            switch (file.field()) {
                case "image", "image[]" -> add(inputs, source);
                case "mask" -> mask(inputs, source);
                default -> {
                    // Other files mean nothing here.
                }
            }
        }
        return body;
    }

    /// Pictures may come as texts: `image`, or `images` with `image_url` in each; `mask` as well.
    private static JsonNode addressed(JsonNode body, Map<InputRole, ImageSource> inputs) {
        RequestFields fields = new RequestFields(body);
        if (body.path("image").isString()) {
            add(inputs, ImageSource.parse("image", fields.requiredText("image")));
        } else if (body.path("image").isArray()) {
            fields.texts("image").forEach(text -> add(inputs, ImageSource.parse("image", text)));
        } else if (fields.has("image")) {
            throw fields.wrong("image", "a text, or an array of texts");
        }
        for (RequestFields image : fields.objects("images")) {
            add(inputs, address(image));
        }
        if (body.path("mask").isObject()) {
            fields.optionalObject("mask").ifPresent(mask -> mask(inputs, address(mask)));
        } else {
            fields.optionalText("mask")
                    .filter(text -> !text.isBlank())
                    .ifPresent(text -> mask(inputs, ImageSource.parse("mask", text)));
        }
        return body;
    }

    private static ImageSource address(RequestFields picture) {
        return ImageSource.parse("image_url", picture.requiredText("image_url"));
    }

    private static void mask(Map<InputRole, ImageSource> inputs, ImageSource source) {
        if (inputs.putIfAbsent(InputRole.MASK, source) != null) {
            throw Upload.doubled("mask");
        }
    }

    private static void add(Map<InputRole, ImageSource> inputs, ImageSource source) {
        if (inputs.putIfAbsent(InputRole.IMAGE, source) == null) {
            return;
        }
        if (inputs.putIfAbsent(InputRole.REFERENCE, source) != null) {
            throw AppException.invalid(
                    "image",
                    "Up to two pictures are taken: the one to change, and one it is to be like.");
        }
    }

    private static byte[] bytes(Upload.File file) {
        try {
            return Files.readAllBytes(file.path());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
