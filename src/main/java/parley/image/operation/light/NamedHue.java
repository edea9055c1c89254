package parley.image.operation.light;

import java.util.Arrays;
import java.util.List;

/// Colours of lamps that have a name.
enum NamedHue {
    PINK(0xff4fa8, "pink hotpink rosa|rose|rosado"),
    MAGENTA(0xff2fe0, "magenta fuchsia"),
    PURPLE(0x9a4dff, "purple violet lavender|lila violett|violette|morado violeta púrpura"),
    BLUE(0x3a6cff, "blue|blau blaues blauem|bleu bleue|azul"),
    CYAN(0x25dcff, "cyan aqua electric_blue|türkisblau"),
    TEAL(0x20d8c0, "teal turquoise|türkis petrol|turquesa"),
    GREEN(0x45f07a, "green emerald lime|grün grünes|vert verte|verde"),
    YELLOW(0xffe14a, "yellow|gelb gelbes|jaune|amarillo"),
    ORANGE(0xff9038, "orange|naranja"),
    RED(0xff4038, "red crimson scarlet|rot rotes rotem|rouge|rojo roja"),
    WHITE(0xffffff, "white|weiß weiss weißes|blanc blanche|blanco");

    private final int rgb;
    private final String words;

    NamedHue(int rgb, String words) {
        this.rgb = rgb;
        this.words = words;
    }

    Tint tint() {
        return Tint.ofColour(rgb);
    }

    int rgb() {
        return rgb;
    }

    List<String> names() {
        return Arrays.stream(words.split("[| ]")).map(word -> word.replace('_', ' ')).toList();
    }
}
