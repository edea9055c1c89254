package parley.image.operation.light;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What one word, or some words together, say about light.
sealed interface LightTerm {
    record Source(LightSource source) implements LightTerm {}

    record From(LightDirection direction) implements LightTerm {}

    record Manner(LightManner manner) implements LightTerm {}

    record Hue(NamedHue hue) implements LightTerm {}

    record Temperature(double kelvin) implements LightTerm {}

    /// Says nothing, or only that what follows is about light.
    record Silent() implements LightTerm {}

    /// What follows is not wished for.
    record Not() implements LightTerm {}

    /// What follows counts twice.
    record Very() implements LightTerm {}

    /// The most words that a term has.
    int LONGEST = 3;

    Map<String, LightTerm> TERMS = Table.all();

    Pattern KELVIN = Pattern.compile("(\\d{4,5}) ?k(?:elvin)?");

    /// @param words in lower case, with single spaces
    static Optional<LightTerm> of(String words) {
        Matcher kelvin = KELVIN.matcher(words);
        if (kelvin.matches()) {
            return Optional.of(new Temperature(Double.parseDouble(kelvin.group(1))));
        }
        return Optional.ofNullable(TERMS.get(words));
    }

    /// Builds the table.
    final class Table {
        private static final List<String> SILENT =
                List.of(
                        ("a an the of from with in on at to and or as it its is be was like this that"
                                        + " my me please make made give let light lights lighting lit"
                                        + " relight illumination illuminate illuminated ray beam"
                                        + " picture image photo scene shot portrait subject look looks"
                                        + " looking mood style effect coming comes come falling cast"
                                        + " through over into by for hour time tones tone shadows"
                                        + " shadow reflection coloured colored color colour hand"
                                        + " ein eine einem einen der die das den dem von vom aus mit im"
                                        + " in am bei und licht beleuchtung beleuchtet bild foto mache"
                                        + " mach bitte wie es zu auf richtung farbe"
                                        + " un une le la les l du de des d et à au aux en avec lumière"
                                        + " éclairage image venant sur"
                                        + " el los las del al y con una luz desde iluminación imagen por")
                                .split(" "));

        private Table() {}

        private static Map<String, LightTerm> all() {
            Map<String, LightTerm> terms = new HashMap<>();
            SILENT.forEach(word -> terms.put(word, new Silent()));
            List.of("no", "not", "without", "ohne", "kein", "keine", "nicht", "sans", "pas", "sin")
                    .forEach(word -> terms.put(word, new Not()));
            List.of("very", "really", "extremely", "sehr", "très", "muy", "much", "more", "mehr")
                    .forEach(word -> terms.put(word, new Very()));
            for (LightManner manner : LightManner.values()) {
                manner.names().forEach(name -> terms.put(name, new Manner(manner)));
            }
            for (NamedHue hue : NamedHue.values()) {
                hue.names().forEach(name -> terms.put(name, new Hue(hue)));
            }
            for (LightSource source : LightSource.values()) {
                source.names().forEach(name -> terms.put(name, new Source(source)));
            }
            for (LightDirection direction : LightDirection.values()) {
                direction.names().forEach(name -> terms.put(name, new From(direction)));
            }
            return Map.copyOf(terms);
        }
    }
}
