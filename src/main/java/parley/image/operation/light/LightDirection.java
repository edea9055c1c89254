package parley.image.operation.light;

import java.util.Arrays;
import java.util.List;

/// Where words say that light comes from.
///
/// @see parley.image.LightRig
enum LightDirection {
    LEFT(-1, 0, 0, "left leftside|links linken linker|gauche|izquierda"),
    RIGHT(1, 0, 0, "right rightside|rechts rechten rechter|droite|derecha"),
    ABOVE(0, 1, 0, "above top overhead up upper|oben|haut dessus|arriba"),
    BELOW(0, -1, 0, "below beneath underneath bottom under down lower|unten|bas dessous|abajo"),
    BEHIND(
            0,
            0,
            -1,
            "behind back backlight backlit backlighting backlights rear|hinten hinter|derrière"
                    + " arrière|detrás atrás"),
    FRONT(0, 0, 1, "front frontal frontlit camera|vorne vorn|face devant avant|frente"),
    SIDE(
            -1,
            0,
            0,
            "side sideways side-lit sidelight sidelit lateral|seite seitlich seitenlicht"
                    + "|côté|lado");

    private final int across;
    private final int up;
    private final int towards;
    private final String words;

    LightDirection(int across, int up, int towards, String words) {
        this.across = across;
        this.up = up;
        this.towards = towards;
        this.words = words;
    }

    /// 1 is right.
    int across() {
        return across;
    }

    /// 1 is above.
    int up() {
        return up;
    }

    /// 1 is from the camera, -1 from behind.
    int towards() {
        return towards;
    }

    List<String> names() {
        return Arrays.stream(words.split("[| ]")).toList();
    }
}
