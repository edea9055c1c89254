package parley.image.intent.learned.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import parley.image.intent.learned.FoldedText;
import parley.image.intent.learned.IntentModel;
import parley.image.intent.learned.TextFeatures;
import parley.image.intent.learned.training.Phrases.Phrase;

/// Learns the model of intents from sentences of our own. The same model comes out each time, on
/// every machine.
public final class IntentTraining {
    private static final long SEED = 20_261_121;
    private static final int WISHES_A_PHRASE = 70;
    private static final int TALK_A_PHRASE = 170;
    private static final double SLIPPED = 0.35;
    private static final double SHORTENED = 0.15;
    private static final int SHORTEST_WORD = 3;

    /// Every so many phrases one is kept back, to see how sure the model may be.
    private static final int KEPT_BACK = 4;

    /// Lists of what pictures show: anything could be in them.
    private static final Set<String> SHOWN =
            Set.of("thing", "ding", "von_ding", "chose", "cosa", "where", "wo", "ou", "donde");

    /// A text of one class.
    @SuppressWarnings("ArrayRecordComponent") // Compared nowhere.
    record Example(int label, int[] features) {}

    private final Phrases wishes = new Phrases("/parley/image/intent/phrases.txt");
    private final Phrases talk = new Phrases("/parley/image/intent/ordinary.txt");

    private IntentTraining() {}

    /// Learns, and writes the file.
    public static void main(String[] arguments) throws IOException {
        Path file =
                Path.of(
                        arguments.length > 0
                                ? arguments[0]
                                : "src/main/resources" + IntentModel.RESOURCE);
        Files.write(file, learn().bytes());
    }

    static IntentModel learn() {
        return new IntentTraining().model();
    }

    private IntentModel model() {
        List<Example> most = new ArrayList<>();
        List<Example> keptBack = new ArrayList<>();
        Random random = new Random(SEED);
        gather(wishes, WISHES_A_PHRASE, random, most, keptBack);
        gather(talk, TALK_A_PHRASE, random, most, keptBack);
        float temperature = Regression.of(most, SEED).temperature(keptBack);
        List<Example> all = new ArrayList<>(most);
        all.addAll(keptBack);
        Set<String> wanted = words(wishes.all().stream().map(Phrase::text).toList());
        wanted.addAll(words(wishes.values(name -> !SHOWN.contains(name))));
        Set<String> known = words(talk.all().stream().map(Phrase::text).toList());
        known.addAll(words(wishes.values(SHOWN::contains)));
        known.addAll(words(talk.values(_ -> true)));
        known.removeAll(wanted);
        return Regression.of(all, SEED).model(temperature, wanted, known);
    }

    private static void gather(
            Phrases phrases, int times, Random random, List<Example> most, List<Example> keptBack) {
        int number = 0;
        for (Phrase phrase : phrases.all()) {
            List<Example> list = number++ % KEPT_BACK == 0 ? keptBack : most;
            for (int i = 0; i < times; i++) {
                String text = phrases.expand(phrase.text(), random);
                if (random.nextDouble() < SHORTENED) {
                    text = withoutAWord(text, random);
                }
                if (random.nextDouble() < SLIPPED) {
                    text = Slips.in(text, random);
                }
                String folded = FoldedText.of(text);
                if (!folded.isBlank()) {
                    list.add(new Example(phrase.label(), TextFeatures.of(folded)));
                }
            }
        }
    }

    private static String withoutAWord(String text, Random random) {
        List<String> words = new ArrayList<>(List.of(text.split(" ")));
        if (words.size() < 5) {
            return text;
        }
        words.remove(random.nextInt(words.size()));
        return String.join(" ", words);
    }

    /// The words of sentences, without the names of lists.
    private static Set<String> words(List<String> texts) {
        Set<String> words = new TreeSet<>(Collections.emptySet());
        for (String text : texts) {
            String plain = FoldedText.of(text.replaceAll("\\{\\w+}", " "));
            for (String word : TextFeatures.words(plain)) {
                if (word.length() >= SHORTEST_WORD) {
                    words.add(word);
                }
            }
        }
        return words;
    }
}
