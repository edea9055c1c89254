package parley.llm.builtin.skill;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import parley.llm.builtin.language.BundledText;
import parley.llm.builtin.language.Words;

/// Finds the help topic that a question is about. A topic fits if the question is one of its
/// phrases, or if its words make up most of what the question says, rare words counting most.
final class HelpTopics {
    private static final String HEADING = "## ";
    private static final String WORDS = "words:";
    private static final String SUBJECT = "parley";
    // Verbs of questions, as stems: they ask for something, and say nothing of what.
    private static final Set<String> EMPTY =
            Set.of("support", "explain", "work", "know", "possibl");
    // A question that names Parley needs less to be about it.
    private static final double COVERAGE = 0.68;
    private static final double PHRASE_BONUS = 0.3;
    private static final double COVERAGE_WHEN_NAMED = 0.55;

    private final List<HelpTopic> topics = new ArrayList<>();
    private final Map<String, HelpTopic> byPhrase = new HashMap<>();
    private final Map<String, Integer> frequency = new HashMap<>();

    HelpTopics() {
        String text = BundledText.read("help.md");
        for (String part : text.substring(text.indexOf(HEADING)).split("(?m)^" + HEADING, -1)) {
            if (!part.isBlank()) {
                add(part);
            }
        }
    }

    /// The topic of that heading.
    HelpTopic named(String id) {
        return topics.stream().filter(topic -> topic.id().equals(id)).findFirst().orElseThrow();
    }

    /// The topic that a line is about.
    ///
    /// @param line in lower case
    Optional<HelpTopic> find(String line) {
        HelpTopic exact = byPhrase.get(line);
        return exact == null ? bestByWords(line) : Optional.of(exact);
    }

    private void add(String part) {
        List<String> lines = part.lines().toList();
        String words = lines.get(1).substring(WORDS.length());
        List<String> phrases =
                Arrays.stream(words.toLowerCase(Locale.ROOT).split(",", -1))
                        .map(String::strip)
                        .toList();
        List<Set<String>> phraseStems = phrases.stream().map(HelpTopics::stems).toList();
        Set<String> stems = new HashSet<>();
        phraseStems.forEach(stems::addAll);
        String text = String.join("\n", lines.subList(2, lines.size())).strip();
        HelpTopic topic =
                new HelpTopic(lines.getFirst().strip(), withoutEmpty(phraseStems), stems, text);
        topics.add(topic);
        stems.forEach(stem -> frequency.merge(stem, 1, Integer::sum));
        phrases.forEach(phrase -> byPhrase.putIfAbsent(phrase, topic));
    }

    private static Set<String> stems(String phrase) {
        Set<String> stems = new HashSet<>(Words.contentStems(phrase));
        stems.remove(SUBJECT);
        stems.removeAll(EMPTY);
        return stems;
    }

    private static List<Set<String>> withoutEmpty(List<Set<String>> sets) {
        return sets.stream().filter(set -> !set.isEmpty()).toList();
    }

    private Optional<HelpTopic> bestByWords(String line) {
        Set<String> asked = new HashSet<>(Words.contentStems(line));
        boolean named = asked.remove(SUBJECT);
        asked.removeAll(EMPTY);
        double total = asked.stream().mapToDouble(this::weight).sum();
        HelpTopic best = null;
        double bestScore = named ? COVERAGE_WHEN_NAMED : COVERAGE;
        for (HelpTopic topic : topics) {
            double score = total == 0 ? 0 : score(topic, asked) / total;
            if (score > bestScore) {
                best = topic;
                bestScore = score;
            }
        }
        return Optional.ofNullable(best);
    }

    private double score(HelpTopic topic, Set<String> asked) {
        double words =
                asked.stream().filter(topic.stems()::contains).mapToDouble(this::weight).sum();
        return words + PHRASE_BONUS * phraseShare(topic, asked);
    }

    /// The largest part of the question that is a whole phrase of the topic: "Is there an API?" is
    /// rather about "api" than about "openai api key".
    private double phraseShare(HelpTopic topic, Set<String> asked) {
        return topic.phraseStems().stream()
                .filter(asked::containsAll)
                .mapToDouble(phrase -> phrase.stream().mapToDouble(this::weight).sum())
                .max()
                .orElse(0);
    }

    /// Words of few topics tell most; words of none weigh like the rarest, as they may be the
    /// point.
    private double weight(String stem) {
        return Math.log(1 + topics.size() / (double) Math.max(1, frequency.getOrDefault(stem, 1)));
    }
}
