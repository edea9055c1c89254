package parley.document.answer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import parley.document.DocumentReply;
import parley.document.FoundPassage;
import parley.document.StoredDocument;
import parley.document.search.LucenePassages;
import parley.document.search.Ranking;

/// Answers a question with the sentences that answer it best, or says that the documents do not.
final class QuestionAnswer {
    // Below it, a sentence is more likely no answer than one.
    private static final double ENOUGH = 0.5;
    // Of the questions that weights were chosen with, a third of what lies between was the answer.
    private static final double PERHAPS = 0.25;
    private static final double NEAR_THE_BEST = 0.92;
    private static final double CLOSE = 0.2;
    private static final int MOST_QUOTED = 3;
    private static final int MOST_ROWS = 8;
    private static final int PASSAGES = 20;
    private static final int PASSAGES_OF_SOME_PAGES = 400;
    private static final int MOST_SEE_ALSO = 3;
    private static final double SEE_ALSO = 0.6;

    private final LucenePassages search;

    QuestionAnswer(LucenePassages search) {
        this.search = search;
    }

    DocumentReply answer(
            List<StoredDocument> documents,
            Resolved question,
            Wish.Question wish,
            Places places,
            ReplyPhrases phrases)
            throws InterruptedException {
        Replies reply = new Replies();
        if (wish.each() && documents.size() > 1) {
            for (StoredDocument document : documents) {
                reply.say("**" + Citation.file(document) + "**");
                answerOne(List.of(document), question, wish, places, phrases, reply);
            }
            return reply.done();
        }
        answerOne(documents, question, wish, places, phrases, reply);
        return reply.done();
    }

    private void answerOne(
            List<StoredDocument> documents,
            Resolved question,
            Wish.Question wish,
            Places places,
            ReplyPhrases phrases,
            Replies reply)
            throws InterruptedException {
        Ranking ranking = ranking(documents, question, wish, places);
        List<Evidence> all =
                new SentenceFinder(ranking, WishReader.plain(question.question()), documents)
                        .find();
        Citation citation = new Citation(phrases);
        List<Evidence> best = wish.length().isPresent() ? several(all, wish.length()) : best(all);
        if (best.isEmpty()) {
            notSaid(documents, all, phrases, citation, reply);
            return;
        }
        if (question.asksPlace()) {
            sayPlace(best.getFirst().unit(), phrases, citation, reply);
        }
        for (List<Unit> together : together(best)) {
            reply.say(citation.block(together)).uses(together.getFirst().passage());
        }
        if (!wish.each()) {
            seeAlso(ranking, best, documents, phrases, citation, reply);
        }
    }

    /// Where the answer stands, if its document has pages.
    private static void sayPlace(
            Unit unit, ReplyPhrases phrases, Citation citation, Replies reply) {
        if (Citation.hasPages(unit.document())) {
            int page = unit.passage().page();
            int last = unit.crossesPages() ? unit.passage().lastPage() : page;
            reply.say(
                    phrases.of(
                            "standsOn",
                            citation.pages(page, last),
                            Citation.file(unit.document())));
        }
    }

    private Ranking ranking(
            List<StoredDocument> documents, Resolved question, Wish.Question wish, Places places)
            throws InterruptedException {
        if (wish.scope().isEverything()) {
            return search.rank(documents, question.question(), question.carried(), PASSAGES);
        }
        Ranking all =
                search.rank(
                        documents,
                        ScopeReader.withoutPages(question.question()),
                        question.carried(),
                        PASSAGES_OF_SOME_PAGES);
        List<FoundPassage> within =
                all.found().stream().filter(found -> places.holds(found.passage())).toList();
        // A part that does not exist, or that only sounds like one ("part of the cost"), restricts
        // nothing.
        return within.isEmpty() ? all : all.with(within);
    }

    /// Rows of one table are quoted as one table, in its order.
    private static List<List<Unit>> together(List<Evidence> best) {
        Map<List<Object>, List<Unit>> blocks = new LinkedHashMap<>();
        for (Evidence evidence : best) {
            Unit unit = evidence.unit();
            List<Object> key =
                    unit.head().isPresent()
                            ? List.of(unit.passage(), unit.head().get())
                            : List.of(unit.passage(), unit.place());
            blocks.computeIfAbsent(key, _ -> new ArrayList<>()).add(unit);
        }
        blocks.values().forEach(units -> units.sort(Comparator.comparingInt(Unit::place)));
        return List.copyOf(blocks.values());
    }

    static boolean isEnough(Evidence evidence) {
        return evidence.signals().isPossible() && evidence.confidence() >= ENOUGH;
    }

    private static boolean mayAnswer(Evidence evidence) {
        return evidence.signals().isPossible()
                && evidence.signals().kind() != Signals.Held.NO
                && evidence.confidence() >= PERHAPS;
    }

    private static List<Evidence> best(List<Evidence> all) {
        if (all.isEmpty() || !isEnough(all.getFirst())) {
            return List.of();
        }
        List<Evidence> best = new ArrayList<>();
        for (Evidence evidence : all) {
            boolean room =
                    evidence.unit().head().isPresent()
                            ? best.size() < MOST_ROWS
                            : best.size() < MOST_QUOTED;
            if (room
                    && isEnough(evidence)
                    && evidence.score() >= NEAR_THE_BEST * all.getFirst().score()) {
                best.add(evidence);
            }
        }
        return best;
    }

    /// As many as were asked for, in the documents' order.
    private static List<Evidence> several(List<Evidence> all, OptionalInt length) {
        return all.stream()
                .filter(QuestionAnswer::isEnough)
                .limit(length.orElse(MOST_QUOTED))
                .sorted(
                        Comparator.comparingLong((Evidence one) -> one.unit().document().id())
                                .thenComparingInt(one -> one.unit().passage().number())
                                .thenComparingInt(one -> one.unit().place()))
                .toList();
    }

    private static void notSaid(
            List<StoredDocument> documents,
            List<Evidence> all,
            ReplyPhrases phrases,
            Citation citation,
            Replies reply) {
        if (!all.isEmpty() && mayAnswer(all.getFirst())) {
            reply.say(phrases.of(documents.size() > 1 ? "perhapsMany" : "perhaps"));
            reply.say(citation.block(List.of(all.getFirst().unit())));
            return;
        }
        String sentence = phrases.of(documents.size() > 1 ? "notSaidMany" : "notSaid");
        if (all.isEmpty() || all.getFirst().signals().found().coverage() < CLOSE) {
            reply.say(sentence);
            return;
        }
        reply.say(sentence + " " + phrases.of("closest"));
        reply.say(citation.block(List.of(all.getFirst().unit())));
    }

    /// Where else to look: other pages that fit well.
    private static void seeAlso(
            Ranking ranking,
            List<Evidence> best,
            List<StoredDocument> documents,
            ReplyPhrases phrases,
            Citation citation,
            Replies reply) {
        Set<String> quoted = new LinkedHashSet<>();
        best.forEach(one -> quoted.add(place(one.unit().document(), one.unit().passage().page())));
        Set<String> others = new LinkedHashSet<>();
        double enough = SEE_ALSO * ranking.found().getFirst().score();
        for (FoundPassage found : ranking.found()) {
            for (StoredDocument document : documents) {
                int page = found.passage().page();
                if (document.id() == found.passage().documentId()
                        && found.score() >= enough
                        && Citation.hasPages(document)
                        && others.size() < MOST_SEE_ALSO
                        && quoted.add(place(document, page))) {
                    String where = citation.pages(page, page);
                    String file =
                            documents.size() > 1 ? Citation.file(document) + ", " + where : where;
                    List<String> headings = found.passage().headings();
                    others.add(
                            headings.isEmpty()
                                    ? file
                                    : file + " (" + Markdown.text(headings.getLast()) + ")");
                }
            }
        }
        if (!others.isEmpty()) {
            reply.say(phrases.of("alsoSee", String.join("; ", others)));
        }
    }

    private static String place(StoredDocument document, int page) {
        return document.id() + "/" + page;
    }
}
