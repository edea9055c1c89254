package parley.export;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// The members of objects that another program wrote, without a word about what is not there or is
/// something else.
public final class ForeignMembers {
    private ForeignMembers() {}

    /// Empty for what is no text, or a blank one.
    public static Optional<String> text(JsonNode object, String name) {
        return Optional.of(object.path(name))
                .filter(JsonNode::isString)
                .map(JsonNode::stringValue)
                .filter(text -> !text.isBlank());
    }

    /// A time, in whatever unit; empty where there is none.
    public static Optional<Instant> time(JsonNode object, String name) {
        return EpochTime.of(object.path(name));
    }

    /// The first time that one of the objects has.
    public static Optional<Instant> firstTime(List<JsonNode> objects, String name) {
        return objects.stream().flatMap(object -> time(object, name).stream()).findFirst();
    }
}
