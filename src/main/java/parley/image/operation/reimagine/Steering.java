package parley.image.operation.reimagine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import parley.image.operation.light.LightPlan;
import parley.image.operation.light.LightWords;

/// What a prompt says a variation should be like.
///
/// @param hue the colour that is named, in degrees of Oklab
/// @param light the time of day or the lamp that is named
/// @param unrendered words that nothing comes of
public record Steering(
        List<Motif> motifs,
        Optional<Double> hue,
        Optional<LightPlan> light,
        List<String> unrendered) {
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}&-]+");
    private static final Map<String, Motif> MOTIFS = motifTable();
    private static final Map<String, Double> HUES = hueTable();
    private static final List<String> SILENT =
            List.of(
                    ("reimagine reimagined imagine imagined variation variations version versions"
                                    + " different another new again something turn into theme themed"
                                    + " day weather season painting art artistic style-like tones"
                                    + " palette more bit wild vivid subtle dark background film"
                                    + " variante anders neu version variación variante autre")
                            .split(" "));

    public Steering {
        motifs = List.copyOf(motifs);
        unrendered = List.copyOf(unrendered);
    }

    public static Steering of(String prompt) {
        List<Motif> motifs = new ArrayList<>();
        Optional<Double> hue = Optional.empty();
        List<String> rest = new ArrayList<>();
        for (String word : BETWEEN.split(prompt.toLowerCase(Locale.ROOT).strip())) {
            Motif motif = MOTIFS.get(word);
            if (motif != null) {
                if (!motifs.contains(motif)) {
                    motifs.add(motif);
                }
            } else if (HUES.containsKey(word)) {
                hue = hue.or(() -> Optional.ofNullable(HUES.get(word)));
            } else if (!SILENT.contains(word)) {
                rest.add(word);
            }
        }
        String left = String.join(" ", rest);
        return new Steering(
                motifs, hue, LightWords.named(left), LightWords.read(left).unrendered());
    }

    boolean wants(Motif motif) {
        return motifs.contains(motif);
    }

    Mood mood(Mood chosen) {
        Mood mood = light.map(plan -> Mood.litBy(plan.rig().kelvin())).orElse(chosen);
        for (Motif motif : motifs) {
            mood = motif.of(mood);
        }
        return hue.isPresent() ? mood.around(hue.get()) : mood;
    }

    private static Map<String, Motif> motifTable() {
        Map<String, Motif> table = new HashMap<>();
        for (Motif motif : Motif.values()) {
            motif.names().forEach(name -> table.putIfAbsent(name, motif));
        }
        return Map.copyOf(table);
    }

    private static Map<String, Double> hueTable() {
        Map<String, Double> table = new HashMap<>();
        hues(table, 29, "red crimson scarlet rot rouge rojo");
        hues(table, 58, "orange terracotta copper naranja");
        hues(table, 80, "gold amber honey");
        hues(table, 105, "yellow gelb jaune amarillo");
        hues(table, 142, "green emerald sage grün vert verde");
        hues(table, 195, "teal turquoise cyan türkis turquesa");
        hues(table, 260, "blue azure indigo blau bleu azul");
        hues(table, 305, "purple violet lavender lila violett morado");
        hues(table, 350, "pink rose magenta rosa");
        return Map.copyOf(table);
    }

    private static void hues(Map<String, Double> table, double hue, String names) {
        for (String name : names.split(" ")) {
            table.put(name, hue);
        }
    }
}
