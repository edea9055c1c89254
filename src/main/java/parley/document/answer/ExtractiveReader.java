package parley.document.answer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import parley.document.BuiltinReader;
import parley.document.DocumentPage;
import parley.document.DocumentReply;
import parley.document.EarlierTurn;
import parley.document.Passage;
import parley.document.PassageSearch.Texts;
import parley.document.StoredDocument;
import parley.document.search.LucenePassages;

/// Answers from documents with their own sentences.
public final class ExtractiveReader implements BuiltinReader {
    private static final int KEY_TERMS = 12;
    private static final int MOST_PAGES_SHOWN = 3;
    private static final int ABOUT_SENTENCES = 3;
    private static final int MOST_PARTS = 12;
    private static final int MOST_DOCUMENTS = 20;

    private final LucenePassages search;
    private final Texts texts;

    /// @param texts where the text of whole pages is had from
    public ExtractiveReader(LucenePassages search, Texts texts) {
        this.search = search;
        this.texts = texts;
    }

    @Override
    public Optional<DocumentReply> answer(
            List<StoredDocument> documents, String question, List<EarlierTurn> earlier)
            throws InterruptedException {
        Resolved asked = resolve(documents, question, earlier);
        Wish wish = WishReader.read(asked.question());
        if (wish instanceof Wish.Elsewhere || documents.isEmpty()) {
            return Optional.empty();
        }
        List<StoredDocument> chosen =
                asked.document().isPresent()
                        ? DocumentChoice.at(documents, asked.document())
                        : DocumentChoice.of(documents, WishReader.plain(asked.question()));
        ReplyPhrases phrases = ReplyPhrases.of(asked.question(), chosen);
        DocumentReply reply =
                new Work(chosen, phrases)
                        .answer(
                                wish,
                                asked.in(DocumentChoice.withoutNames(chosen, asked.question())));
        return Optional.of(
                asked.understood()
                        .map(text ->
                                new DocumentReply(
                                        phrases.of("understood", Markdown.text(text))
                                                + "\n\n"
                                                + reply.text(),
                                        reply.used(),
                                        asked.understood()))
                        .orElse(reply));
    }

    @Override
    public String inFull(
            List<StoredDocument> documents, String question, List<EarlierTurn> earlier) {
        return resolve(documents, question, earlier).question();
    }

    @Override
    public boolean namesDocuments(
            List<StoredDocument> documents, String question, List<EarlierTurn> earlier) {
        if (resolve(documents, question, earlier).joined()) {
            return true;
        }
        Wish wish = WishReader.read(question);
        String plain = WishReader.plain(question);
        return switch (wish) {
            case Wish.Question(Scope scope, boolean each, OptionalInt _) ->
                    each
                            || scope.pages().isPresent()
                            || WishWords.IN_DOCUMENT.matcher(plain).find()
                            || DocumentChoice.isOneNamed(documents, plain);
            case Wish.Elsewhere() -> false;
            case Wish.Summary _,
                    Wish.KeyTerms _,
                    Wish.Outline _,
                    Wish.PageCount _,
                    Wish.Author _,
                    Wish.Title _,
                    Wish.Created _,
                    Wish.About _,
                    Wish.Listing _,
                    Wish.PageText _ ->
                    true;
        };
    }

    private static Resolved resolve(
            List<StoredDocument> documents, String question, List<EarlierTurn> earlier) {
        List<String> languages =
                documents.stream()
                        .flatMap(document -> document.facts().language().stream())
                        .distinct()
                        .toList();
        return FollowUp.resolve(question, earlier, languages, documents.size());
    }

    /// One question.
    private final class Work {
        private final List<StoredDocument> documents;
        private final ReplyPhrases phrases;
        private final Citation citation;
        private final Particulars particulars;
        private final Replies reply = new Replies();

        private Work(List<StoredDocument> documents, ReplyPhrases phrases) {
            this.documents = documents;
            this.phrases = phrases;
            this.citation = new Citation(phrases);
            this.particulars = new Particulars(phrases);
        }

        private DocumentReply answer(Wish wish, Resolved question) throws InterruptedException {
            switch (wish) {
                case Wish.Question asked -> {
                    return new QuestionAnswer(search)
                            .answer(documents, question, asked, places(asked.scope()), phrases);
                }
                case Wish.Summary(Scope scope, OptionalInt length, boolean points) ->
                        summaries(scope, length, points);
                case Wish.KeyTerms(Scope scope) -> keyTerms(scope);
                case Wish.Outline() -> outlines();
                case Wish.About() -> about();
                case Wish.PageText(Scope.Pages pages) -> pageTexts(pages);
                case Wish.PageCount() ->
                        documents.forEach(each -> reply.say(particulars.pageCount(each)));
                case Wish.Author() ->
                        documents.forEach(each -> reply.say(particulars.author(each)));
                case Wish.Created() ->
                        documents.forEach(each -> reply.say(particulars.created(each)));
                case Wish.Title() -> titles();
                case Wish.Listing() -> reply.say(particulars.listing(documents));
                case Wish.Elsewhere() -> {}
            }
            return reply.done();
        }

        private Places places(Scope scope) throws InterruptedException {
            Map<Long, List<Passage>> passages = new HashMap<>();
            if (scope.section().isPresent() && scope.pages().isEmpty()) {
                for (StoredDocument document : documents) {
                    passages.put(document.id(), search.passages(document));
                }
            }
            return Places.of(documents, passages, scope);
        }

        private void summaries(Scope scope, OptionalInt length, boolean points)
                throws InterruptedException {
            for (StoredDocument document : some()) {
                Optional<List<Passage>> passages = part(document, scope);
                if (passages.isPresent()) {
                    summary(document, passages.get(), length, points);
                }
            }
        }

        private void summary(
                StoredDocument document, List<Passage> passages, OptionalInt length, boolean points)
                throws InterruptedException {
            List<Unit> best = DocumentSummary.of(document, passages, length);
            if (best.isEmpty()) {
                reply.say(phrases.of("nothingReadable", bold(document)));
                return;
            }
            reply.say(phrases.of("summaryOf", bold(document)));
            reply.say(sentences(document, best, points));
            best.forEach(unit -> reply.uses(unit.passage()));
        }

        private String sentences(StoredDocument document, List<Unit> units, boolean points) {
            return units.stream()
                    .map(unit ->
                            (points || units.size() > 1 ? "- " : "")
                                    + Markdown.text(unit.text())
                                    + page(document, unit))
                    .collect(Collectors.joining("\n"));
        }

        private String paragraph(StoredDocument document, List<Unit> units) {
            return units.stream()
                    .map(unit -> Markdown.text(unit.text()) + page(document, unit))
                    .collect(Collectors.joining(" "));
        }

        /// Where a sentence stands, if its document has pages.
        private String page(StoredDocument document, Unit unit) {
            int first = unit.passage().page();
            int last = unit.crossesPages() ? unit.passage().lastPage() : first;
            return Citation.hasPages(document) ? " (" + citation.pages(first, last) + ")" : "";
        }

        private void keyTerms(Scope scope) throws InterruptedException {
            for (StoredDocument document : some()) {
                Optional<List<Passage>> passages = part(document, scope);
                if (passages.isEmpty()) {
                    continue;
                }
                List<KeyTerms.Found> found = KeyTerms.of(document, passages.get(), KEY_TERMS);
                reply.say(
                        found.isEmpty()
                                ? phrases.of("nothingReadable", bold(document))
                                : phrases.of("termsOf", bold(document))
                                        + "\n\n"
                                        + terms(document, found));
            }
        }

        private String terms(StoredDocument document, List<KeyTerms.Found> found) {
            return found.stream()
                    .map(term ->
                            "- "
                                    + Markdown.text(term.term())
                                    + (Citation.hasPages(document)
                                            ? " ("
                                                    + phrases.of(
                                                            term.pages().size() == 1
                                                                    ? "page"
                                                                    : "pages",
                                                            term.pages().stream()
                                                                    .map(String::valueOf)
                                                                    .collect(
                                                                            Collectors.joining(
                                                                                    ", ")))
                                                    + ")"
                                            : ""))
                    .collect(Collectors.joining("\n"));
        }

        private void outlines() throws InterruptedException {
            for (StoredDocument document : some()) {
                String outline = DocumentOutline.of(document, search.passages(document), phrases);
                reply.say(
                        outline.isEmpty()
                                ? phrases.of("noHeadings", bold(document))
                                : phrases.of("outlineOf", bold(document)) + "\n\n" + outline);
            }
        }

        private void about() throws InterruptedException {
            for (StoredDocument document : some()) {
                List<Passage> passages = search.passages(document);
                reply.say(particulars.line(document));
                List<Unit> best =
                        DocumentSummary.of(document, passages, OptionalInt.of(ABOUT_SENTENCES));
                if (best.isEmpty()) {
                    reply.say(phrases.of("nothingReadable", bold(document)));
                    continue;
                }
                reply.say(Markdown.quote(paragraph(document, best)));
                best.forEach(unit -> reply.uses(unit.passage()));
                List<String> parts =
                        DocumentOutline.parts(document, passages).stream()
                                .filter(part -> !document.facts().title().equals(Optional.of(part)))
                                .toList();
                if (!parts.isEmpty()) {
                    reply.say(
                            phrases.of(
                                    "sections",
                                    parts.stream()
                                                    .limit(MOST_PARTS)
                                                    .map(Markdown::text)
                                                    .collect(Collectors.joining("; "))
                                            + (parts.size() > MOST_PARTS ? " …" : "")));
                }
            }
        }

        private void pageTexts(Scope.Pages asked) throws InterruptedException {
            for (StoredDocument document : some()) {
                int count = document.facts().pages();
                Scope.Pages pages = asked.within(count);
                if (pages.first() > count) {
                    reply.say(phrases.of("noSuchPage", bold(document), pages.first(), count));
                    continue;
                }
                List<DocumentPage> all = texts.text(document).pages();
                int last =
                        Math.min(
                                Math.min(pages.last(), count),
                                pages.first() + MOST_PAGES_SHOWN - 1);
                for (DocumentPage page : all) {
                    if (page.number() >= pages.first() && page.number() <= last) {
                        pageText(document, page);
                    }
                }
                for (Passage passage : search.passages(document)) {
                    if (passage.page() >= pages.first() && passage.page() <= last) {
                        reply.uses(passage);
                    }
                }
            }
        }

        private void pageText(StoredDocument document, DocumentPage page) {
            if (page.text().isBlank()) {
                reply.say(phrases.of("emptyPage", page.number(), bold(document)));
                return;
            }
            PageText.Quoted quoted = PageText.of(page);
            reply.say(phrases.of("pageOf", page.number(), bold(document))).say(quoted.text());
            if (quoted.cut()) {
                reply.say(phrases.of("pageCut"));
            }
        }

        private void titles() throws InterruptedException {
            for (StoredDocument document : some()) {
                Optional<String> heading =
                        search.passages(document).stream()
                                .findFirst()
                                .flatMap(first -> first.headings().stream().findFirst());
                reply.say(particulars.title(document, heading));
            }
        }

        /// The passages of a part, or a sentence that says there is no such part.
        private Optional<List<Passage>> part(StoredDocument document, Scope scope)
                throws InterruptedException {
            List<Passage> all = search.passages(document);
            if (scope.isEverything()) {
                return Optional.of(all);
            }
            Optional<List<Passage>> selected = Places.select(document, all, scope);
            if (selected.isEmpty()) {
                int count = document.facts().pages();
                reply.say(
                        scope.pages()
                                .map(pages -> pages.within(count))
                                .map(pages ->
                                        pages.first() > count
                                                ? phrases.of(
                                                        "noSuchPage",
                                                        bold(document),
                                                        pages.first(),
                                                        count)
                                                : phrases.of(
                                                        "emptyPage", pages.first(), bold(document)))
                                .orElseGet(() ->
                                        phrases.of(
                                                "noSuchPart",
                                                bold(document),
                                                Markdown.text(scope.section().orElse("")))));
            }
            return selected;
        }

        private List<StoredDocument> some() {
            List<StoredDocument> newest =
                    documents.subList(
                            Math.max(0, documents.size() - MOST_DOCUMENTS), documents.size());
            return new ArrayList<>(newest);
        }

        private String bold(StoredDocument document) {
            return "**" + Citation.file(document) + "**";
        }
    }
}
