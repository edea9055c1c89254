package parley.cli;

import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import parley.image.InputRole;
import picocli.CommandLine.Model.OptionSpec;
import tools.jackson.databind.node.ObjectNode;

/// An option of a command that makes pictures, and what of a request it stands for.
sealed interface PictureOption {
    /// The option as the command line knows it; the same every time, for it holds what was typed.
    OptionSpec spec();

    /// @param member of the request
    record Wish(OptionSpec spec, String member) implements PictureOption {
        void addTo(ObjectNode wish) {
            @Nullable Object value = spec.getValue();
            if (value != null) {
                wish.putPOJO(member, value);
            }
        }
    }

    /// Another picture.
    record Picture(OptionSpec spec, InputRole role) implements PictureOption {
        void addTo(Map<InputRole, Path> pictures) {
            @Nullable Path value = spec.getValue();
            if (value != null) {
                pictures.put(role, value);
            }
        }
    }

    static PictureOption text(String name, String label, String member, String description) {
        return new Wish(option(name, label, String.class, description), member);
    }

    static PictureOption number(String name, String label, String member, String description) {
        return new Wish(option(name, label, Integer.class, description), member);
    }

    static PictureOption picture(String name, InputRole role, String description) {
        return new Picture(option(name, "IMAGE", Path.class, description), role);
    }

    private static OptionSpec option(String name, String label, Class<?> type, String description) {
        return OptionSpec.builder(name)
                .paramLabel(label)
                .type(type)
                .description(description)
                .build();
    }
}
