package parley.image.intent.learned.training;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import parley.image.ImageFeature;
import parley.image.intent.learned.IntentModel;

/// Sentences with choices in them, as `phrases.txt` says how they are written.
final class Phrases {
    /// A sentence with choices.
    ///
    /// @param label the class it belongs to
    record Phrase(int label, String text) {}

    private static final Pattern LIST = Pattern.compile("^(\\w+) = (.*)$");
    private static final Pattern LABELLED = Pattern.compile("^(\\w+): (.*)$");
    private static final Pattern CHOICE =
            Pattern.compile("\\{(\\w+)}|\\(([^(){}]*(?:\\{\\w+}[^(){}]*)*)\\)");

    private final Map<String, List<String>> lists = new HashMap<>();
    private final List<Phrase> phrases = new ArrayList<>();

    /// @param resource beside the model; lines without an intent are talk
    Phrases(String resource) {
        for (String line : read(resource).lines().toList()) {
            if (!line.isBlank() && !line.startsWith("#")) {
                add(line);
            }
        }
    }

    private static String read(String resource) {
        try (InputStream in = Phrases.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException(resource + " is missing.");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void add(String line) {
        Matcher list = LIST.matcher(line);
        Matcher labelled = LABELLED.matcher(line);
        if (list.matches()) {
            lists.put(list.group(1), choices(list.group(2)));
        } else if (labelled.matches()) {
            ImageFeature feature = ImageFeature.ofIntent(labelled.group(1)).orElseThrow();
            phrases.add(new Phrase(IntentModel.classOf(feature), labelled.group(2)));
        } else {
            phrases.add(new Phrase(IntentModel.TALK, line));
        }
    }

    private static List<String> choices(String text) {
        List<String> choices = new ArrayList<>();
        for (String each : text.split("\\|", -1)) {
            choices.add(each.strip());
        }
        return choices;
    }

    List<Phrase> all() {
        return List.copyOf(phrases);
    }

    /// The values of the lists whose names pass.
    List<String> values(Predicate<String> names) {
        return lists.entrySet().stream()
                .filter(list -> names.test(list.getKey()))
                .flatMap(list -> list.getValue().stream())
                .toList();
    }

    /// The sentence with every choice made.
    String expand(String phrase, Random random) {
        String text = phrase;
        Matcher choice = CHOICE.matcher(text);
        while (choice.find()) {
            text =
                    text.substring(0, choice.start())
                            + chosen(choice, random)
                            + text.substring(choice.end());
            choice = CHOICE.matcher(text);
        }
        return text.replaceAll("\\s+", " ").strip();
    }

    private String chosen(Matcher choice, Random random) {
        String name = choice.group(1);
        List<String> choices = name == null ? choices(choice.group(2)) : lists.get(name);
        if (choices == null) {
            throw new IllegalStateException("There is no list " + name + ".");
        }
        return choices.get(random.nextInt(choices.size()));
    }
}
