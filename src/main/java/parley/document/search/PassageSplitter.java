package parley.document.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import parley.document.Block;
import parley.document.DocumentPage;
import parley.document.ExtractedDocument;
import parley.document.Passage;
import parley.llm.builtin.language.Interruption;
import parley.llm.builtin.language.Sentences;
import parley.llm.builtin.language.Words;

/// Cuts documents into passages along what they are made of. A passage never crosses a heading, and
/// a page's end only to finish its last sentence, so that what is quoted from it can be cited with
/// its page. Only where one paragraph is longer than a passage do two of them overlap, by a
/// sentence. What stands on every page belongs to none.
public final class PassageSplitter {
    private static final int HIGHEST_LEVEL = 1;
    private static final int LOWEST_LEVEL = 6;
    private static final int LONGEST_HEADING = 300;
    // What introduces a table is short: "Sales by year:".
    private static final int LONGEST_CAPTION_WORDS = 30;
    private static final String SENTENCE_ENDS = ".!?:;…。！？)\"”»";

    private final long documentId;
    private final Pieces pieces;
    private final List<Passage> passages = new ArrayList<>();
    private final List<Block> headings = new ArrayList<>();
    private final List<Block> current = new ArrayList<>();
    private final int targetWords;
    private int words;
    private int page = 1;
    private Optional<String> bareHeading = Optional.empty();

    private PassageSplitter(long documentId, int targetWords) {
        this.documentId = documentId;
        this.targetWords = targetWords;
        this.pieces = new Pieces(targetWords);
    }

    /// @param targetWords about how many words a passage has
    /// @return in order; empty if nothing can be read
    public static List<Passage> split(long documentId, ExtractedDocument document, int targetWords)
            throws InterruptedException {
        return new PassageSplitter(documentId, targetWords).split(document.pages());
    }

    private List<Passage> split(List<DocumentPage> pages) throws InterruptedException {
        Optional<String> taken = Optional.empty();
        for (int index = 0; index < pages.size(); index++) {
            Interruption.check();
            page = pages.get(index).number();
            List<Block> blocks = PageTurn.without(taken, body(pages.get(index)));
            for (Block block : blocks) {
                add(block);
            }
            List<Block> following =
                    index + 1 < pages.size() ? body(pages.get(index + 1)) : List.of();
            taken = PageTurn.rest(blocks, following);
            finishPage(taken);
        }
        addBareHeading();
        return passages;
    }

    private static List<Block> body(DocumentPage page) {
        return page.blocks().stream()
                .filter(block -> block.kind() != Block.Kind.MARGIN)
                .filter(block -> !block.text().isBlank())
                .toList();
    }

    private void add(Block block) {
        switch (block.kind()) {
            case HEADING -> open(block);
            case PARAGRAPH, LIST_ITEM, CODE -> addText(block);
            case TABLE -> addTable(block);
            case MARGIN -> {}
        }
    }

    private void open(Block heading) {
        flush();
        int level = Math.clamp(heading.level(), HIGHEST_LEVEL, LOWEST_LEVEL);
        if (bareHeading.isPresent() && headings.getLast().level() >= level) {
            addBareHeading();
        }
        headings.removeIf(above -> above.level() >= level);
        String text = heading.text().strip();
        String title = text.substring(0, Math.min(text.length(), LONGEST_HEADING));
        headings.add(new Block(Block.Kind.HEADING, level, title));
        bareHeading = Optional.of(title);
    }

    /// A heading with nothing below it is a passage itself: a title page, a slide.
    private void addBareHeading() {
        bareHeading.ifPresent(title -> {
            List<String> above = titles();
            emit(above.subList(0, Math.max(0, above.size() - 1)), title, page);
        });
        bareHeading = Optional.empty();
    }

    private void addText(Block block) {
        int count = Words.count(block.text());
        boolean tooLong = count > targetWords * 3 / 2 || Pieces.isTooLong(block.text());
        if (words > 0 && words + count > targetWords) {
            flush();
        }
        if (!tooLong) {
            current.add(block);
            words += count;
            return;
        }
        flush();
        for (String piece : pieces.ofText(block.text())) {
            emit(titles(), piece, page);
        }
    }

    private void addTable(Block table) {
        boolean captioned =
                !current.isEmpty()
                        && Words.count(current.getLast().text()) <= LONGEST_CAPTION_WORDS;
        String caption = captioned ? current.removeLast().text() + "\n\n" : "";
        flush();
        for (String piece : pieces.ofTable(table.text())) {
            emit(titles(), caption + piece, page);
        }
    }

    private void finishPage(Optional<String> rest) {
        flush();
        if (rest.isPresent() && !passages.isEmpty()) {
            Passage last = passages.removeLast();
            passages.add(
                    new Passage(
                            documentId,
                            last.number(),
                            last.page(),
                            page + 1,
                            last.headings(),
                            PageTurn.join(last.text(), rest.get())));
        }
    }

    private void flush() {
        if (!current.isEmpty()) {
            emit(titles(), String.join("\n\n", current.stream().map(Block::text).toList()), page);
        }
        current.clear();
        words = 0;
    }

    private List<String> titles() {
        return headings.stream().map(Block::text).toList();
    }

    private void emit(List<String> above, String text, int onPage) {
        bareHeading = Optional.empty();
        passages.add(new Passage(documentId, passages.size(), onPage, onPage, above, text));
    }

    /// What happens where a sentence goes on over a page's end.
    private static final class PageTurn {
        private static final int LONGEST_REST_WORDS = 80;

        private PageTurn() {}

        /// The part of the page's last sentence that stands on the following page.
        static Optional<String> rest(List<Block> blocks, List<Block> following) {
            if (blocks.isEmpty() || following.isEmpty()) {
                return Optional.empty();
            }
            Block last = blocks.getLast();
            Block next = following.getFirst();
            if (!isProse(last) || !isProse(next) || !isOpen(last.text(), next.text())) {
                return Optional.empty();
            }
            return Sentences.of(next.text(), 1).stream()
                    .filter(sentence -> next.text().startsWith(sentence))
                    .filter(sentence -> Words.count(sentence) <= LONGEST_REST_WORDS)
                    .findFirst();
        }

        static List<Block> without(Optional<String> taken, List<Block> blocks) {
            if (taken.isEmpty() || blocks.isEmpty()) {
                return blocks;
            }
            Block first = blocks.getFirst();
            String left = first.text().substring(taken.get().length()).strip();
            List<Block> rest = new ArrayList<>(blocks.subList(1, blocks.size()));
            if (!left.isEmpty()) {
                rest.addFirst(new Block(first.kind(), first.level(), left));
            }
            return rest;
        }

        static String join(String start, String rest) {
            boolean hyphenated =
                    start.endsWith("-")
                            && start.length() > 1
                            && Character.isLetter(start.charAt(start.length() - 2));
            return hyphenated ? start.substring(0, start.length() - 1) + rest : start + " " + rest;
        }

        private static boolean isProse(Block block) {
            return block.kind() == Block.Kind.PARAGRAPH || block.kind() == Block.Kind.LIST_ITEM;
        }

        private static boolean isOpen(String text, String next) {
            return SENTENCE_ENDS.indexOf(text.charAt(text.length() - 1)) < 0
                    && Character.isLowerCase(next.codePointAt(0));
        }
    }
}
