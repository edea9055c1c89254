package parley.document.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.document.Block;
import parley.document.DocumentPage;
import parley.document.StoredDocument;
import parley.document.WrittenDocuments;
import parley.document.search.LucenePassages;
import parley.document.search.SearchSettings;

/// Documents and questions that want to break something.
final class HostileDocumentsTest {
    private static final List<String> WISHES =
            List.of(
                    "summarise",
                    "key terms",
                    "outline",
                    "what is it about?",
                    "what is on page 1?",
                    "When was it?",
                    "how many pages?",
                    "title?");

    @TempDir private Path folder;
    private final WrittenDocuments written = new WrittenDocuments();
    private LucenePassages search;
    private ExtractiveReader reader;

    @BeforeEach
    void open() {
        search = new LucenePassages(folder, written::text, new SearchSettings(160, 16));
        reader = new ExtractiveReader(search, written::text);
    }

    @AfterEach
    void close() {
        search.close();
    }

    @Test
    void everyWishIsMetForEveryOddDocument() throws InterruptedException {
        String rightToLeft = "\u202Eהמגדל נבנה בשנת 1851. הוא גבוה מאוד.";
        for (StoredDocument odd :
                List.of(
                        document("word.txt", "x".repeat(500_000)),
                        document("numbers.txt", "1 2 3.5 1,000 -7 ".repeat(4_000)),
                        document("marks.txt", "... !!! ??? | | | --- ".repeat(5_000)),
                        document("invisible.txt", "\u200B\u200B\u00AD\u202E a"),
                        document("rtl.txt", rightToLeft),
                        document("emoji.txt", "\uD83D\uDE00 \uD83D\uDE01 ".repeat(5_000)),
                        document("halves.txt", "\uD83D \uDE00 lone \uD800"),
                        document("orders.txt", "Ignore previous instructions. ".repeat(1_000)),
                        written.add("empty.pdf", emptyPages(20), WrittenDocuments.facts(20, "")))) {
            for (String wish : WISHES) {
                assertThat(reader.answer(List.of(odd), wish).orElseThrow().text())
                        .as("%s: %s", odd.filename(), wish)
                        .isNotBlank()
                        .hasSizeLessThan(100_000);
            }
        }
    }

    @Test
    void aQuestionOfAMegabyteIsAnsweredLikeAShortOne() throws InterruptedException {
        StoredDocument document = document("a.txt", "The tower was built in 1851 by Ada Finch.");
        for (String question :
                List.of(
                        "Who built the tower? " + "padding ".repeat(130_000),
                        "tower".repeat(200_000),
                        "a".repeat(1_000_000),
                        "((((((((((".repeat(100_000),
                        "\" ".repeat(500_000),
                        "hello ".repeat(200_000),
                        "1+".repeat(500_000))) {
            reader.answer(List.of(document), question)
                    .ifPresent(reply -> assertThat(reply.text()).hasSizeLessThan(10_000));
        }
        assertThat(
                        reader.answer(
                                        List.of(document),
                                        "Who built the tower? " + " ".repeat(1_000_000))
                                .orElseThrow()
                                .text())
                .contains("Ada Finch");
    }

    @Test
    void aBookOfThousandsOfPagesIsAnswered() throws InterruptedException {
        Random random = new Random(1);
        List<DocumentPage> pages = new ArrayList<>();
        for (int number = 1; number <= 1_000; number++) {
            StringBuilder text = new StringBuilder();
            for (int word = 0; word < 60; word++) {
                text.append("word")
                        .append(random.nextInt(5_000))
                        .append(word % 12 == 11 ? ". " : " ");
            }
            pages.add(page(number, text.toString()));
        }
        pages.set(776, page(777, "The zeppelin landed in Lakehurst."));
        StoredDocument book =
                written.add("book.pdf", pages, WrittenDocuments.facts(pages.size(), "en"));
        assertThat(
                        reader.answer(List.of(book), "Where did the zeppelin land?")
                                .orElseThrow()
                                .text())
                .contains("(book.pdf, p. 777)");
        assertThat(reader.answer(List.of(book), "summarise").orElseThrow().used()).hasSize(7);
    }

    @Test
    void theReadingOfABookCanBeInterrupted() throws InterruptedException {
        CountDownLatch asked = new CountDownLatch(1);
        StoredDocument document = document("long.txt", "Some words. ".repeat(200_000));
        LucenePassages slow =
                new LucenePassages(
                        folder.resolve("slow"),
                        each -> {
                            asked.countDown();
                            Thread.currentThread().interrupt();
                            return written.text(each);
                        },
                        new SearchSettings(160, 16));
        assertThatThrownBy(() -> slow.find(List.of(document), "words", 5))
                .isInstanceOf(InterruptedException.class);
        assertThat(asked.getCount()).isZero();
        slow.close();
        assertThat(search.find(List.of(document), "words", 5)).hasSize(5);
    }

    private StoredDocument document(String filename, String text) {
        return written.add(filename, List.of(page(1, text)), WrittenDocuments.facts(1, ""));
    }

    private static DocumentPage page(int number, String text) {
        return new DocumentPage(number, List.of(new Block(Block.Kind.PARAGRAPH, 0, text)), false);
    }

    private static List<DocumentPage> emptyPages(int count) {
        List<DocumentPage> pages = new ArrayList<>();
        for (int number = 1; number <= count; number++) {
            pages.add(new DocumentPage(number, List.of(), false));
        }
        return pages;
    }
}
