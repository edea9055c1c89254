package parley.image.operation.scene.words;

import java.util.LinkedHashMap;
import java.util.Map;

/// What colours are called.
final class ColourNames {
    private static final String NAMES =
            """
            red d32f2f
            crimson b3152f
            scarlet e0321f
            ruby b01238
            burgundy 6f1a2f
            maroon 701c24
            vermilion e0452a
            coral f4795f
            salmon f5907c
            pink f08cb0
            magenta c8308f
            fuchsia d6339a
            rose-coloured e58aa0
            orange f07c1f
            tangerine f58a2a
            apricot f7b27c
            peach f8c3a2
            amber f2ac27
            gold d9a62e
            golden d9a62e
            mustard cf9b26
            yellow f6cb35
            cream f5ead0
            ivory f6f1e0
            beige e3d3b4
            tan c9a678
            sand dcc193
            ochre c5832f
            terracotta bf5f3f
            rust a8472a
            brown 75492f
            chocolate 553120
            copper b46a3e
            bronze a5763c
            green 3f9142
            lime a3cc39
            mint 9adbb8
            emerald 1f9a5f
            olive 7d7f36
            sage 9caf88
            jade 2f9c78
            teal 15807c
            turquoise 33c1b7
            aqua 4fd0d6
            cyan 27b9d4
            blue 2668c4
            azure 3a9be0
            cobalt 2249a8
            navy 1d2b5c
            indigo 3a3296
            ultramarine 2a3bb0
            lavender b6a4dd
            lilac c4a3d8
            violet 7b44ad
            purple 75359c
            plum 6f3562
            mauve b08cae
            white f5f5f2
            silver bcc2c9
            gray 868b90
            grey 868b90
            charcoal 3a3d42
            black 1d1e22
            """;

    static final Map<String, Integer> ALL = read();

    private ColourNames() {}

    private static Map<String, Integer> read() {
        Map<String, Integer> names = new LinkedHashMap<>();
        NAMES.lines()
                .forEach(line -> {
                    int space = line.indexOf(' ');
                    names.put(
                            line.substring(0, space),
                            Integer.parseInt(line.substring(space + 1), 16));
                });
        return Map.copyOf(names);
    }
}
