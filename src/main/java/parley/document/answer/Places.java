package parley.document.answer;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import parley.document.Passage;
import parley.document.StoredDocument;
import parley.document.search.TextWords;

/// Finds the passages of the part that is meant: of some pages, or of a chapter by its number or
/// its name.
final class Places {
    private static final Pattern NUMBER = Pattern.compile("\\d{1,3}(?:\\.\\d{1,3})*");
    private static final double ENOUGH_OF_NAME = 0.6;

    private final Predicate<Passage> within;

    private Places(Predicate<Passage> within) {
        this.within = within;
    }

    boolean holds(Passage passage) {
        return within.test(passage);
    }

    /// @param all passages of the document
    /// @return empty if there is no such part
    static Optional<List<Passage>> select(StoredDocument document, List<Passage> all, Scope scope) {
        Places places = of(List.of(document), Map.of(document.id(), all), scope);
        List<Passage> selected = all.stream().filter(places::holds).toList();
        return selected.isEmpty() ? Optional.empty() : Optional.of(selected);
    }

    static Places of(
            List<StoredDocument> documents, Map<Long, List<Passage>> passages, Scope scope) {
        if (scope.pages().isPresent()) {
            Scope.Pages pages = scope.pages().get();
            return new Places(passage ->
                    documents.stream()
                            .anyMatch(document ->
                                    document.id() == passage.documentId()
                                            && pages.within(document.facts().pages())
                                                    .overlaps(passage)));
        }
        if (scope.section().isEmpty()) {
            return new Places(_ -> true);
        }
        Set<Passage> chosen = new HashSet<>();
        for (StoredDocument document : documents) {
            chosen.addAll(
                    section(
                            document,
                            passages.getOrDefault(document.id(), List.of()),
                            scope.section().get()));
        }
        return new Places(chosen::contains);
    }

    private static List<Passage> section(
            StoredDocument document, List<Passage> all, String section) {
        Optional<String> heading =
                NUMBER.matcher(section).matches()
                        ? numbered(all, section)
                        : named(document, all, section);
        return heading.map(
                        wanted -> all.stream().filter(passage -> isUnder(passage, wanted)).toList())
                .orElse(List.of());
    }

    private static boolean isUnder(Passage passage, String heading) {
        return passage.headings().contains(heading) || passage.text().equals(heading);
    }

    /// A heading that begins with the number or with "Chapter 2"; else the second of the highest
    /// headings that there are several of.
    private static Optional<String> numbered(List<Passage> all, String number) {
        Pattern start =
                Pattern.compile(
                        "(?:(?:chapter|section|part|kapitel|abschnitt|teil|chapitre|partie|capítulo|parte)"
                                + " )?"
                                + Pattern.quote(number)
                                + "(?:[.):–—-]|\\s|$).*");
        for (Passage passage : all) {
            for (String heading : passage.headings()) {
                if (start.matcher(heading.toLowerCase(Locale.ROOT)).matches()) {
                    return Optional.of(heading);
                }
            }
        }
        List<String> level = chapters(all);
        if (number.contains(".")) {
            return Optional.empty();
        }
        int place = Integer.parseInt(number);
        if (place == 0 && !level.isEmpty()) {
            return Optional.of(level.getLast());
        }
        return place >= 1 && place <= level.size()
                ? Optional.of(level.get(place - 1))
                : Optional.empty();
    }

    /// The headings of the highest level that has more than one.
    private static List<String> chapters(List<Passage> all) {
        Map<Integer, Set<String>> levels = new TreeMap<>();
        for (Passage passage : all) {
            for (int depth = 0; depth < passage.headings().size(); depth++) {
                levels.computeIfAbsent(depth, _ -> new LinkedHashSet<>())
                        .add(passage.headings().get(depth));
            }
        }
        return levels.values().stream()
                .filter(headings -> headings.size() > 1)
                .findFirst()
                .map(List::copyOf)
                .orElse(List.of());
    }

    private static Optional<String> named(StoredDocument document, List<Passage> all, String name) {
        TextWords stems = TextWords.in(document.facts().language());
        Set<String> wanted = new HashSet<>(stems.stems(name));
        List<String> headings = new ArrayList<>();
        all.forEach(passage -> headings.addAll(passage.headings()));
        String best = "";
        double most = ENOUGH_OF_NAME;
        for (String heading : headings.stream().distinct().toList()) {
            Set<String> its = new HashSet<>(stems.stems(heading));
            long common = wanted.stream().filter(its::contains).count();
            // Dice's coefficient: a heading of more words fits less.
            double fit = wanted.isEmpty() ? 0 : 2.0 * common / (wanted.size() + its.size());
            if (fit > most || (fit == most && best.isEmpty())) {
                most = fit;
                best = heading;
            }
        }
        return best.isEmpty() ? Optional.empty() : Optional.of(best);
    }
}
