package parley.document.answer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import parley.document.FoundPassage;
import parley.document.StoredDocument;
import parley.document.search.Ranking;
import parley.document.search.TextWords;
import parley.llm.builtin.language.Interruption;

/// Ranks the sentences of found passages by how well they answer: by the question's words in them
/// and around them ([WordEvidence]), by whether they name the kind of thing asked for, and by how
/// well their passage fits.
final class SentenceFinder {
    private static final double IN_IT_OR_AROUND = 0.6;
    private static final double IN_IT = 0.4;
    private static final double KIND = 0.15;
    private static final double COUNTED = 0.25;
    private static final double MEASURE = 0.1;
    private static final double PASSAGE_RANK = 0.2;
    private static final double PHRASE = 0.5;
    private static final double FRAGMENT = 0.1;
    private static final double ENDLESS = 0.15;
    private static final Pattern REFERS =
            Pattern.compile(
                    "^(?:It|Its|He|His|She|Her|They|Their|These|This|Es|Er|Sie|Seine?|Ihre?|Diese[rs]?|Il|Elle|Ils|Elles"
                            + "|Son|Sa|Ses|Él|Ella|Su)\\b",
                    Pattern.UNICODE_CHARACTER_CLASS);
    private static final int MANY_STEMS = 60;
    private static final int FEW_STEMS = 4;

    private final Ranking ranking;
    private final Set<AnswerKind> kinds;
    private final Map<Long, StoredDocument> documents = new HashMap<>();
    private final CountedThing counted;
    private final Set<Measure> measures;
    private final AskedAttribute attribute;

    /// @param plain the question on one line, in lower case
    SentenceFinder(Ranking ranking, String plain, List<StoredDocument> documents) {
        this.ranking = ranking;
        this.kinds = AnswerKind.askedBy(plain);
        this.counted = CountedThing.of(plain, ranking.words());
        this.measures = Measure.askedBy(plain);
        this.attribute = AskedAttribute.of(plain, ranking.words(), counted.thing());
        documents.forEach(document -> this.documents.put(document.id(), document));
    }

    /// Best first; what is said twice stands once.
    List<Evidence> find() throws InterruptedException {
        List<Evidence> evidence = new ArrayList<>();
        double best = ranking.found().isEmpty() ? 1 : ranking.found().getFirst().score();
        for (FoundPassage found : ranking.found()) {
            Interruption.check();
            evidence.addAll(in(found, found.score() / best));
        }
        evidence.sort(Comparator.comparingDouble(Evidence::score).reversed());
        Set<String> said = new HashSet<>();
        List<Evidence> once = evidence.stream().filter(one -> said.add(one.unit().text())).toList();
        double margin = once.size() < 2 ? 0 : once.getFirst().score() - once.get(1).score();
        return once.stream().map(one -> one.withMargin(margin)).toList();
    }

    private List<Evidence> in(FoundPassage found, double rank) {
        StoredDocument document = documents.get(found.passage().documentId());
        if (document == null) {
            return List.of();
        }
        TextWords stems = TextWords.in(document.facts().language());
        WordEvidence words =
                new WordEvidence(
                        ranking.words(),
                        ranking.inDocuments().getOrDefault(document.id(), List.of()));
        List<Unit> units = Units.of(document, found.passage());
        List<Set<String>> own = new ArrayList<>();
        Set<String> whole = new HashSet<>();
        for (Unit unit : units) {
            Set<String> its = new HashSet<>(stems.stems(unit.text()));
            unit.head().ifPresent(head -> its.addAll(stems.stems(head)));
            own.add(its);
            whole.addAll(its);
        }
        Set<String> above =
                new HashSet<>(stems.stems(String.join("\n", found.passage().headings())));
        List<Evidence> evidence = new ArrayList<>();
        for (int index = 0; index < units.size(); index++) {
            Set<String> beside = beside(own, index);
            Set<String> referred = refers(units, index) ? own.get(index - 1) : Set.of();
            WordEvidence.Found held = words.in(own.get(index), referred, beside, above, whole);
            evidence.add(
                    judge(
                            units.get(index),
                            held,
                            attribute.in(own.get(index), above),
                            own.get(index).size(),
                            stems,
                            rank));
        }
        return evidence;
    }

    /// Whether a sentence begins with a word that stands for something in the one before.
    private static boolean refers(List<Unit> units, int index) {
        return index > 0
                && units.get(index).head().isEmpty()
                && REFERS.matcher(units.get(index).text()).find();
    }

    private static Set<String> beside(List<Set<String>> own, int index) {
        Set<String> beside = new HashSet<>();
        if (index > 0) {
            beside.addAll(own.get(index - 1));
        }
        if (index + 1 < own.size()) {
            beside.addAll(own.get(index + 1));
        }
        return beside;
    }

    private Evidence judge(
            Unit unit,
            WordEvidence.Found held,
            Signals.Held named,
            int size,
            TextWords stems,
            double rank) {
        Signals.Held kind =
                Signals.Held.of(
                        !kinds.isEmpty(),
                        kinds.stream().anyMatch(asked -> asked.isIn(unit.text())));
        boolean isRow = unit.head().isPresent();
        Signals.Held measured = measured(unit);
        boolean isCounted = !isRow && counted.isCountedIn(unit.text(), stems);
        double score =
                IN_IT_OR_AROUND * held.coverage()
                        + IN_IT * held.direct()
                        + PASSAGE_RANK * rank
                        + KIND * kind.sign()
                        + MEASURE * measured.sign()
                        + (isCounted ? COUNTED : 0);
        return new Evidence(
                unit,
                score + phrases(unit.text()) - length(unit, size),
                new Signals(
                        held,
                        kind,
                        named,
                        measured,
                        Signals.Held.of(counted.thing().isPresent() && !isRow, isCounted),
                        rank,
                        ranking.words().size(),
                        0));
    }

    /// The unit of a number in a table may stand anywhere above it.
    private Signals.Held measured(Unit unit) {
        return Signals.Held.of(
                !measures.isEmpty() && unit.head().isEmpty(),
                measures.stream().anyMatch(measure -> measure.isGivenIn(unit.text())));
    }

    private double phrases(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        boolean said =
                ranking.phrases().stream()
                        .anyMatch(phrase -> lower.contains(phrase.toLowerCase(Locale.ROOT)));
        return said ? PHRASE : 0;
    }

    /// A fragment says little by itself, and a sentence without end says anything.
    private static double length(Unit unit, int stems) {
        if (unit.head().isPresent()) {
            return 0;
        }
        if (stems > MANY_STEMS) {
            return ENDLESS;
        }
        return stems < FEW_STEMS ? FRAGMENT : 0;
    }
}
