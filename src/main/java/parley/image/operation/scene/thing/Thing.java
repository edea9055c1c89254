package parley.image.operation.scene.thing;

import java.util.List;
import parley.image.operation.scene.Setting;
import parley.image.operation.scene.paint.Pen;

/// A thing that can be drawn.
///
/// @param words what it is called, the usual name first
/// @param place where it stands, swims or flies
/// @param metres the side of its box in the world
/// @param home where it is shown when nobody says where
public record Thing(
        List<String> words, Habitat place, double metres, Setting home, Painter painter) {
    /// Draws it into its box; see [Pen].
    @FunctionalInterface
    public interface Painter {
        void draw(Pen pen);
    }

    /// Where things are.
    public enum Habitat {
        LAND,
        WATER,
        SKY,
        TABLE,
        SPACE,
        SEABED
    }

    public Thing {
        words = List.copyOf(words);
    }

    /// @param words parted by `|`
    static Thing of(String words, Habitat place, double metres, Setting home, Painter painter) {
        return new Thing(List.of(words.split("\\|")), place, metres, home, painter);
    }

    public String name() {
        return words.getFirst();
    }
}
