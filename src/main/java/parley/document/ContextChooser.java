package parley.document;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import parley.llm.TokenCounter;

/// Chooses what of a conversation's documents goes to the model: all of them where they fit; else
/// the short ones whole, and of the others the passages that fit the question best. Where no
/// passage has any of its words ("sum it up"), passages from all over the document, its beginning
/// among them.
final class ContextChooser {
    /// More are not looked at.
    private static final int MOST_PASSAGES = 200;

    /// What a passage takes beside its text: its number, name, page, and fence.
    private static final int FRAME = 60;

    /// Of English; no usual text has more characters a token than this.
    private static final int MOST_CHARACTERS_A_TOKEN = 8;

    private final PassageSearch search;
    private final PassageSearch.Texts texts;
    private final TokenCounter tokens;

    ContextChooser(PassageSearch search, PassageSearch.Texts texts, TokenCounter tokens) {
        this.search = search;
        this.texts = texts;
        this.tokens = tokens;
    }

    /// @param documents the newest last
    /// @param budget in tokens, of all that is chosen; at least one passage is, however long
    QuestionContext choose(List<StoredDocument> documents, String question, int budget)
            throws InterruptedException {
        Map<Long, String> whole = whole(documents, budget);
        List<StoredDocument> others =
                documents.stream().filter(document -> !whole.containsKey(document.id())).toList();
        int left = budget - whole.values().stream().mapToInt(this::cost).sum();
        Map<Long, SortedMap<Integer, FoundPassage>> parts =
                others.isEmpty() ? Map.of() : passages(others, question, left, whole.isEmpty());
        return context(documents, whole, parts);
    }

    /// The documents that go in whole: all, if all fit; else, the shortest first, those that
    /// together leave half of the room.
    private Map<Long, String> whole(List<StoredDocument> documents, int budget)
            throws InterruptedException {
        Map<Long, String> fitting = new HashMap<>();
        Map<Long, Integer> costs = new HashMap<>();
        for (StoredDocument document : documents) {
            if (length(document) / MOST_CHARACTERS_A_TOKEN <= budget) {
                String text = pages(texts.text(document));
                fitting.put(document.id(), text);
                costs.put(document.id(), cost(text));
            }
        }
        boolean all = fitting.size() == documents.size();
        int sum = costs.values().stream().mapToInt(Integer::intValue).sum();
        if (all && sum <= budget) {
            return fitting;
        }
        Map<Long, String> chosen = new LinkedHashMap<>();
        int room = budget / 2;
        List<Map.Entry<Long, Integer>> shortestFirst =
                costs.entrySet().stream()
                        .sorted(
                                Map.Entry.<Long, Integer>comparingByValue()
                                        .thenComparing(Map.Entry.comparingByKey()))
                        .toList();
        for (Map.Entry<Long, Integer> candidate : shortestFirst) {
            if (candidate.getValue() <= room) {
                room -= candidate.getValue();
                String text = fitting.get(candidate.getKey());
                if (text != null) {
                    chosen.put(candidate.getKey(), text);
                }
            }
        }
        return chosen;
    }

    /// About how many characters it has: less than its text is what need not be loaded to be known
    /// to be too long.
    private long length(StoredDocument document) throws InterruptedException {
        return search.passages(document).stream()
                .mapToLong(passage -> passage.text().length())
                .sum();
    }

    /// All pages that say something, each with its number where there are several.
    private static String pages(ExtractedDocument text) {
        List<DocumentPage> pages = text.pages();
        if (pages.size() == 1) {
            return pages.getFirst().text();
        }
        return pages.stream()
                .filter(page -> !page.text().isBlank())
                .map(page -> "— page %d —\n%s".formatted(page.number(), page.text()))
                .collect(Collectors.joining("\n\n"));
    }

    private int cost(String text) {
        return tokens.count(text) + FRAME;
    }

    /// For each document its chosen passages by their numbers.
    private Map<Long, SortedMap<Integer, FoundPassage>> passages(
            List<StoredDocument> documents, String question, int budget, boolean needsOne)
            throws InterruptedException {
        List<FoundPassage> candidates = search.find(documents, question, MOST_PASSAGES);
        if (candidates.isEmpty()) {
            candidates = spread(documents);
        }
        Map<Long, SortedMap<Integer, FoundPassage>> chosen = new HashMap<>();
        int left = budget;
        for (FoundPassage candidate : candidates) {
            int cost = cost(candidate.passage().text());
            if (cost <= left) {
                left -= cost;
                add(chosen, candidate);
            }
        }
        if (needsOne && chosen.isEmpty() && !candidates.isEmpty()) {
            add(chosen, candidates.getFirst());
        }
        return chosen;
    }

    private static void add(
            Map<Long, SortedMap<Integer, FoundPassage>> chosen, FoundPassage candidate) {
        Passage passage = candidate.passage();
        chosen.computeIfAbsent(passage.documentId(), _ -> new TreeMap<>())
                .put(passage.number(), candidate);
    }

    /// Passages in an order in which however many are taken lie evenly over each document: its
    /// first, then ever finer halves, by turns of the documents.
    private List<FoundPassage> spread(List<StoredDocument> documents) throws InterruptedException {
        List<FoundPassage> ordered = new ArrayList<>();
        Map<FoundPassage, Integer> rank = new HashMap<>();
        for (StoredDocument document : documents) {
            List<Passage> passages = search.passages(document);
            List<Integer> places = halves(passages.size());
            for (int i = 0; i < places.size(); i++) {
                FoundPassage found = new FoundPassage(passages.get(places.get(i)), 0);
                ordered.add(found);
                rank.put(found, i);
            }
        }
        ordered.sort(Comparator.comparing(found -> rank.getOrDefault(found, 0)));
        return ordered.subList(0, Math.min(MOST_PASSAGES, ordered.size()));
    }

    private static List<Integer> halves(int size) {
        Set<Integer> seen = new HashSet<>();
        List<Integer> places = new ArrayList<>();
        int parts = 1;
        while (places.size() < size && parts <= 2 * MOST_PASSAGES) {
            for (int i = 0; i < parts; i++) {
                int place = (int) ((long) i * size / parts);
                if (seen.add(place)) {
                    places.add(place);
                }
            }
            parts *= 2;
        }
        return places;
    }

    private QuestionContext context(
            List<StoredDocument> documents,
            Map<Long, String> whole,
            Map<Long, SortedMap<Integer, FoundPassage>> parts)
            throws InterruptedException {
        List<Source> sources = new ArrayList<>();
        List<LeftOut> leftOut = new ArrayList<>();
        for (StoredDocument document : documents) {
            String all = whole.get(document.id());
            if (all != null) {
                sources.add(whole(sources.size() + 1, document, all));
                continue;
            }
            SortedMap<Integer, FoundPassage> chosen =
                    parts.getOrDefault(document.id(), new TreeMap<>());
            for (FoundPassage found : chosen.values()) {
                sources.add(
                        Source.of(
                                sources.size() + 1,
                                document,
                                found.passage(),
                                OptionalDouble.of(found.score())));
            }
            leftOut.add(leftOut(document, chosen));
        }
        return new QuestionContext(
                documents, sources, leftOut.stream().filter(left -> left.passages() > 0).toList());
    }

    private static Source whole(int number, StoredDocument document, String text) {
        return new Source(
                number,
                document.id(),
                document.filename(),
                1,
                Math.max(1, document.facts().pages()),
                true,
                OptionalDouble.empty(),
                List.of(),
                text);
    }

    private LeftOut leftOut(StoredDocument document, SortedMap<Integer, FoundPassage> chosen)
            throws InterruptedException {
        Set<Integer> seen = new HashSet<>();
        chosen.values().forEach(found -> addPages(seen, found.passage()));
        Set<Integer> unseen = new HashSet<>();
        List<Passage> all = search.passages(document);
        all.forEach(passage -> addPages(unseen, passage));
        unseen.removeAll(seen);
        return new LeftOut(document, all.size() - chosen.size(), unseen.size());
    }

    private static void addPages(Set<Integer> pages, Passage passage) {
        for (int page = passage.page(); page <= passage.lastPage(); page++) {
            pages.add(page);
        }
    }
}
