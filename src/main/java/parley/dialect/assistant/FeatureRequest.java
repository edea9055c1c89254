package parley.dialect.assistant;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Pattern;
import parley.error.AppException;
import parley.http.Exchange;
import parley.http.RequestFields;
import parley.http.Upload;
import parley.image.ImageFeature;
import parley.image.ImageSource;
import parley.image.InputRole;
import parley.image.TaskRequest;
import parley.image.Wishes;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// A request for a feature, as JSON or as a form: the same fields in both. A picture is a file of
/// the form, or a text as [ImageSource#parse] reads it.
final class FeatureRequest {
    private static final Duration USUAL_WAIT = Duration.ofSeconds(20);
    private static final int LONGEST_WAIT = 600;
    private static final String BACKGROUND = "background";
    private static final Pattern WHOLE = Pattern.compile("[+-]?[0-9]{1,18}");
    private static final long LARGEST_SEED = (1L << 53) - 1;

    private final RequestFields fields;
    private final JsonNode body;
    private final Map<InputRole, ImageSource> pictures;

    private FeatureRequest(JsonNode body, Map<InputRole, ImageSource> pictures) {
        this.fields = new RequestFields(body);
        this.body = body;
        this.pictures = pictures;
    }

    static FeatureRequest read(Exchange exchange) throws InterruptedException {
        Map<InputRole, ImageSource> pictures = new EnumMap<>(InputRole.class);
        JsonNode body = exchange.isForm() ? form(exchange.upload(), pictures) : exchange.json();
        for (InputRole role : InputRole.values()) {
            for (String field : List.of(role.field(), role.field() + "_url")) {
                Optional<String> text = new RequestFields(body).optionalText(field);
                if (text.filter(there -> !there.isBlank()).isPresent()) {
                    add(pictures, role, field, ImageSource.parse(field, text.get()));
                }
            }
        }
        return new FeatureRequest(withoutPicture(body, pictures), pictures);
    }

    private static JsonNode form(Upload upload, Map<InputRole, ImageSource> pictures) {
        ObjectNode body = JsonMapper.shared().createObjectNode();
        upload.texts().forEach(body::put);
        for (Upload.File file : upload.files()) {
            Optional<InputRole> role = role(file.field());
            if (role.isPresent()) {
                if (body.has(file.field())) {
                    throw Upload.doubled(file.field());
                }
                add(pictures, role.get(), file.field(), new ImageSource.Bytes(bytes(file)));
            }
        }
        return body;
    }

    private static Optional<InputRole> role(String field) {
        return field.equals(BACKGROUND)
                ? Optional.of(InputRole.BACKGROUND)
                : InputRole.ofField(field);
    }

    private static void add(
            Map<InputRole, ImageSource> pictures,
            InputRole role,
            String field,
            ImageSource picture) {
        if (pictures.putIfAbsent(role, picture) != null) {
            throw AppException.invalid(
                    field, "%s is given more than once.".formatted(role.field()));
        }
    }

    /// What `background` names may be a picture itself.
    private static JsonNode withoutPicture(JsonNode body, Map<InputRole, ImageSource> pictures) {
        String named = body.path(BACKGROUND).asString("");
        if (!ImageSource.isNamedBy(named)) {
            return body;
        }
        add(pictures, InputRole.BACKGROUND, BACKGROUND, ImageSource.parse(BACKGROUND, named));
        ObjectNode other = (ObjectNode) body.deepCopy();
        return other.put(BACKGROUND, "image");
    }

    private static byte[] bytes(Upload.File file) {
        try {
            return Files.readAllBytes(file.path());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Map<InputRole, ImageSource> pictures() {
        return pictures;
    }

    RequestFields fields() {
        return fields;
    }

    /// @throws AppException (400) naming what is wrong
    TaskRequest task(Exchange exchange, ImageFeature feature) {
        Optional<String> label =
                feature.needsPicture() || fields.has(UserLabel.FIELD)
                        ? UserLabel.optional(fields)
                        : Optional.of(UserLabel.required(fields));
        Wishes.Read read = Wishes.read(feature, body, Set.copyOf(pictures.keySet()));
        List<String> warnings = new ArrayList<>(read.warnings());
        return new TaskRequest(
                exchange.caller().id(),
                label,
                read.wish(),
                pictures,
                text("engine"),
                text("model"),
                seed(),
                text("webhook_url").map(FeatureRequest::webhook),
                warnings,
                AssistantDialect.NAME);
    }

    private Optional<String> text(String field) {
        return fields.optionalText(field).map(String::strip).filter(text -> !text.isEmpty());
    }

    private static URI webhook(String text) {
        try {
            return URI.create(text);
        } catch (IllegalArgumentException e) {
            throw AppException.invalid(
                    "webhook_url", "webhook_url is not an address that can be read.");
        }
    }

    private OptionalLong seed() {
        return number("seed", 0, LARGEST_SEED);
    }

    /// How long the answer may wait for the task.
    Duration patience() {
        OptionalLong seconds = number("wait", 0, LONGEST_WAIT);
        return seconds.isPresent() ? Duration.ofSeconds(seconds.getAsLong()) : USUAL_WAIT;
    }

    /// A whole number, which forms send as text.
    private OptionalLong number(String field, long least, long most) {
        JsonNode value = body.path(field);
        if (!value.isString()) {
            return fields.optionalLong(field, least, most);
        }
        String text = value.asString().strip();
        if (text.isEmpty()) {
            return OptionalLong.empty();
        }
        if (WHOLE.matcher(text).matches()) {
            long number = Long.parseLong(text);
            if (number >= least && number <= most) {
                return OptionalLong.of(number);
            }
        }
        throw AppException.invalid(
                field,
                "%s must be a whole number from %d to %d, not \"%s\"."
                        .formatted(field, least, most, value.asString()));
    }
}
