package parley.dialect.openai.images;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import parley.dialect.Origin;
import parley.http.EventStream;
import parley.http.Exchange;
import parley.http.Json;
import parley.image.Gallery;
import parley.image.ImageWish.FileForm;
import parley.image.KeptImage;
import parley.image.intake.Codec;
import parley.image.pixel.Picture;
import parley.image.pixel.Size;
import parley.llm.TokenCounter;

/// Answers with pictures, in one piece or as events.
final class Answers {
    private final Gallery gallery;
    private final Codec codec;
    private final TokenCounter tokens;
    private final InstantSource clock;

    Answers(Gallery gallery, Codec codec, TokenCounter tokens, InstantSource clock) {
        this.gallery = gallery;
        this.codec = codec;
        this.tokens = tokens;
        this.clock = clock;
    }

    /// The end of a streamed picture.
    record Completed(
            String type,
            @JsonProperty("b64_json") String base64,
            @JsonProperty("created_at") long createdAt,
            String size,
            String quality,
            String background,
            @JsonProperty("output_format") String outputFormat,
            ImageAnswer.Usage usage) {}

    /// @param size the size that every picture gets; empty for the one it has
    void give(
            Exchange exchange,
            List<KeptImage> made,
            Optional<Size> size,
            ImageOptions options,
            String prompt)
            throws InterruptedException {
        ImageAnswer.Usage usage = ImageAnswer.Usage.of(tokens.count(prompt));
        Size shown = size.orElse(made.getFirst().size());
        if (options.streamed()) {
            stream(exchange, made, size, options, usage);
            return;
        }
        List<ImageAnswer.Made> data = new ArrayList<>();
        boolean transparent = false;
        for (KeptImage image : made) {
            Given given = given(image, size, options);
            transparent |= given.transparent();
            data.add(
                    options.asUrl()
                            ? new ImageAnswer.Made(null, url(exchange, image), null)
                            : new ImageAnswer.Made(given.base64(), null, null));
        }
        exchange.respond(
                new ImageAnswer(
                        clock.instant().getEpochSecond(),
                        data,
                        background(transparent),
                        options.formName(),
                        options.quality(),
                        shown.width() + "x" + shown.height(),
                        usage));
    }

    private void stream(
            Exchange exchange,
            List<KeptImage> made,
            Optional<Size> size,
            ImageOptions options,
            ImageAnswer.Usage usage)
            throws InterruptedException {
        String type =
                exchange.path().endsWith("/generations")
                        ? "image_generation.completed"
                        : "image_edit.completed";
        try (EventStream stream = exchange.startEventStream()) {
            for (KeptImage image : made) {
                Size shown = size.orElse(image.size());
                Given given = given(image, size, options);
                Completed completed =
                        new Completed(
                                type,
                                given.base64(),
                                clock.instant().getEpochSecond(),
                                shown.width() + "x" + shown.height(),
                                options.quality(),
                                background(given.transparent()),
                                options.formName(),
                                usage);
                stream.send(OptionalLong.empty(), type, Json.text(completed));
            }
            stream.end();
        }
    }

    private static String url(Exchange exchange, KeptImage image) {
        return Origin.of(exchange) + "/v1/gallery/" + image.id() + "/file";
    }

    /// A picture as it is given.
    ///
    /// @param transparent whether something can be seen through it
    private record Given(String base64, boolean transparent) {}

    private static String background(boolean transparent) {
        return transparent ? "transparent" : "opaque";
    }

    private Given given(KeptImage image, Optional<Size> size, ImageOptions options)
            throws InterruptedException {
        byte[] file = gallery.file(image);
        Picture picture = codec.read("image", file);
        boolean transparent =
                picture.hasAlpha() && (options.asUrl() || options.form() != FileForm.JPEG);
        if (options.asUrl()) {
            return new Given("", transparent);
        }
        boolean asItIs =
                options.form() == FileForm.PNG
                        && image.mediaType().equals(FileForm.PNG.mediaType())
                        && size.filter(wanted -> !wanted.equals(image.size())).isEmpty();
        if (!asItIs) {
            file = codec.write(fitted(picture, size), options.form());
        }
        return new Given(Base64.getEncoder().encodeToString(file), transparent);
    }

    private static Picture fitted(Picture picture, Optional<Size> size) {
        return size.map(wanted -> Shapes.fitted(picture, wanted)).orElse(picture);
    }
}
