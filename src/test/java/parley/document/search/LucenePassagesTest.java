package parley.document.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.document.ExtractedDocument;
import parley.document.FoundPassage;
import parley.document.Passage;
import parley.document.StoredDocument;
import parley.document.WrittenDocuments;

final class LucenePassagesTest {
    @TempDir private Path folder;
    private final WrittenDocuments written = WrittenDocuments.all();
    private final AtomicInteger reads = new AtomicInteger();
    private LucenePassages search;

    @BeforeEach
    void open() {
        search = new LucenePassages(folder, this::text, new SearchSettings(160, 4));
    }

    @AfterEach
    void close() {
        search.close();
    }

    private ExtractedDocument text(StoredDocument document) {
        reads.incrementAndGet();
        return written.text(document);
    }

    @Test
    void anIndexIsMadeOnceAndOutlivesTheProgram() throws InterruptedException {
        StoredDocument document = written.named("lighthouse-guide");
        List<FoundPassage> first = search.find(List.of(document), "mercury bath", 3);
        search.close();
        open();
        assertThat(search.find(List.of(document), "mercury bath", 3)).isEqualTo(first);
        assertThat(first.getFirst().passage().page()).isEqualTo(6);
        assertThat(reads).hasValue(1);
    }

    @Test
    void aDamagedOrMissingIndexIsMadeAgain() throws Exception {
        StoredDocument document = written.named("lighthouse-guide");
        List<FoundPassage> before = search.find(List.of(document), "mercury", 3);
        search.close();
        List<Path> files;
        try (Stream<Path> all = Files.walk(folder)) {
            files = all.filter(Files::isRegularFile).toList();
        }
        for (Path file : files) {
            byte[] bytes = Files.readAllBytes(file);
            Files.write(file, new byte[bytes.length / 2]);
        }
        open();
        assertThat(search.find(List.of(document), "mercury", 3)).isEqualTo(before);
        search.close();
        delete(folder);
        open();
        assertThat(search.find(List.of(document), "mercury", 3)).isEqualTo(before);
        assertThat(reads).hasValue(3);
    }

    @Test
    void aSingleWrongByteMakesAnIndexAgain() throws Exception {
        StoredDocument document = written.named("lighthouse-guide");
        List<FoundPassage> before = search.find(List.of(document), "mercury", 3);
        search.close();
        Path largest;
        try (Stream<Path> all = Files.walk(folder)) {
            largest =
                    all.filter(Files::isRegularFile)
                            .max(Comparator.comparingLong(file -> file.toFile().length()))
                            .orElseThrow();
        }
        byte[] bytes = Files.readAllBytes(largest);
        bytes[bytes.length / 2] ^= 1;
        Files.write(largest, bytes);
        open();
        assertThat(search.find(List.of(document), "mercury", 3)).isEqualTo(before);
        assertThat(reads).hasValue(2);
    }

    @Test
    void aForgottenDocumentLeavesNothingBehind() throws Exception {
        StoredDocument document = written.named("lighthouse-guide");
        search.find(List.of(document), "mercury", 3);
        search.forget(document.id());
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).isEmpty();
        }
        search.forget(document.id());
    }

    @Test
    void anIndexOfAnotherDocumentUnderTheSameIdIsNotUsed() throws InterruptedException {
        search.find(List.of(written.named("lighthouse-guide")), "mercury", 3);
        search.close();
        WrittenDocuments others = new WrittenDocuments();
        StoredDocument other = others.add("other.pdf", "=== 1\nNothing but a plain sentence.\n");
        search = new LucenePassages(folder, others::text, new SearchSettings(160, 4));
        assertThat(search.find(List.of(other), "mercury", 3)).isEmpty();
        assertThat(search.passages(other)).hasSize(1);
    }

    @Test
    void whatOthersKeepChangesNoScore() throws InterruptedException {
        StoredDocument mine = written.named("lighthouse-guide");
        double alone = search.find(List.of(mine), "granite tower", 1).getFirst().score();
        search.find(written.documents(), "granite tower", 5);
        assertThat(search.find(List.of(mine), "granite tower", 1).getFirst().score())
                .isCloseTo(alone, within(1e-9));
    }

    @Test
    void moreDocumentsCanBeAskedThanStayOpen() throws InterruptedException {
        assertThat(search.find(written.documents(), "Viadukt", 1).getFirst().passage().documentId())
                .isEqualTo(written.named("talbahn-chronik").id());
        assertThat(search.find(written.documents(), "Kettlacher", 1)).hasSize(1);
    }

    @Test
    void nothingInAQuestionIsAnOperator() throws InterruptedException {
        List<StoredDocument> documents = written.documents();
        for (String question :
                List.of(
                        "text:* OR *:*",
                        "((((",
                        "\"unclosed",
                        "a~2 b^9 [1 TO 2] /.*/ -tower +x",
                        "\\",
                        "\u0000\uFFFF",
                        "AND OR NOT")) {
            assertThat(search.find(documents, question, 5)).hasSizeLessThanOrEqualTo(5);
        }
        assertThat(search.find(documents, "*:*", 5)).isEmpty();
        assertThat(search.find(documents, "", 5)).isEmpty();
    }

    @Test
    void signsAndPhrasesAreFoundAsTheyAreWritten() throws InterruptedException {
        StoredDocument document =
                written.add(
                        "parts.txt",
                        """
                        === 1
                        Part AB-1234 fits the pump. It costs 12,500 crowns.
                        === 2
                        Part AB-4321 fits the valve, as part 1234 does. The red pump is new.
                        === 3
                        The pump that is red stands in résumé hall.
                        """);
        assertThat(pages(document, "AB-1234")).startsWith(1);
        assertThat(pages(document, "\"red pump\"")).startsWith(2);
        assertThat(pages(document, "12500")).containsExactly(1);
        assertThat(pages(document, "RESUME")).containsExactly(3);
    }

    @Test
    void wordsAreFoundInTheirOtherForms() throws InterruptedException {
        assertThat(pages(written.named("lighthouse-guide"), "flashing")).startsWith(6);
        assertThat(pages(written.named("talbahn-chronik"), "Fahrrad Beförderung")).startsWith(6);
        assertThat(pages(written.named("guide-du-musee"), "dentellière")).contains(3);
        StoredDocument russian =
                add("ru", "Башня была построена в 1851 году.", "Музей открыт по воскресеньям.");
        assertThat(pages(russian, "башни")).containsExactly(1);
        StoredDocument japanese = add("ja", "東京都は日本の首都です。", "大阪は西にあります。");
        assertThat(pages(japanese, "首都はどこ")).startsWith(1);
    }

    @Test
    void charactersThatAreNotSeenHideNothing() throws InterruptedException {
        StoredDocument hidden =
                add("en", "The pass\u200Bword is swor\u00ADdfish.", "Nothing here.");
        assertThat(pages(hidden, "swordfish")).containsExactly(1);
        assertThat(pages(hidden, "pass\u200Dword")).containsExactly(1);
    }

    @Test
    void manyAtOnceMakeAnIndexOnce() throws Exception {
        StoredDocument document = written.named("otter-survey");
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<List<FoundPassage>>> found = new ArrayList<>();
            for (int index = 0; index < 32; index++) {
                found.add(threads.submit(() -> search.find(List.of(document), "otters", 5)));
            }
            for (Future<List<FoundPassage>> one : found) {
                assertThat(one.get()).isEqualTo(found.getFirst().get());
            }
        }
        assertThat(reads).hasValue(1);
    }

    @Test
    void anInterruptEndsTheSearchAndBreaksNothing() throws InterruptedException {
        StoredDocument document = written.named("otter-survey");
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> search.find(List.of(document), "otters", 5))
                .isInstanceOf(InterruptedException.class);
        assertThat(search.find(List.of(document), "otters", 5)).isNotEmpty();
    }

    @Test
    void passagesComeInOrderAndHoldEveryWord() throws InterruptedException {
        StoredDocument document = written.named("staff-handbook");
        List<Passage> passages = search.passages(document);
        assertThat(passages).extracting(Passage::number).isSorted();
        assertThat(passages).extracting(Passage::page).isSorted();
        String all = String.join("\n", passages.stream().map(Passage::text).toList());
        assertThat(all).contains("eye-wash stations", "raffle it for charity", "six percent");
    }

    private StoredDocument add(String language, String... pages) {
        StringBuilder text = new StringBuilder("%% language: %s\n".formatted(language));
        for (int index = 0; index < pages.length; index++) {
            text.append("=== ").append(index + 1).append('\n').append(pages[index]).append('\n');
        }
        return written.add(language + written.documents().size() + ".txt", text.toString());
    }

    private List<Integer> pages(StoredDocument document, String question)
            throws InterruptedException {
        return search.find(List.of(document), question, 5).stream()
                .map(found -> found.passage().page())
                .toList();
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
