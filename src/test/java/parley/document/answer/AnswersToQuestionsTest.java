package parley.document.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.document.DocumentReply;
import parley.document.Passage;
import parley.document.StoredDocument;
import parley.document.WrittenDocuments;
import parley.document.answer.AskedQuestions.Asked;
import parley.document.search.LucenePassages;
import parley.document.search.SearchSettings;

/// How often the page that is quoted first is the one that answers. The questions are those of
/// people who have not read the texts; some are answered by none.
final class AnswersToQuestionsTest {
    private static final String TUNED = "questions.txt";
    private static final String HELD_OUT = "held-out-questions.txt";
    private static final String REFUSED = "refused-questions.txt";
    private static final String FRESH = "fresh-questions.txt";

    @TempDir private Path folder;
    private final WrittenDocuments written = WrittenDocuments.all();
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

    /// @param right how many questions were answered with the right page first
    /// @param misled how many were answered with another page as if it were right
    /// @param refused of the questions without answer, how many were said to have none
    private record Score(int answerable, int right, int misled, int unanswerable, int refused) {
        double rightShare() {
            return (double) right / answerable;
        }

        double misledShare() {
            return (double) misled / answerable;
        }

        double refusedShare() {
            return (double) refused / unanswerable;
        }
    }

    @Test
    void theQuestionSetsAreLargeEnoughToSaySomething() {
        List<Asked> tuned = AskedQuestions.read(TUNED);
        assertThat(tuned).hasSizeGreaterThan(120);
        assertThat(tuned.stream().filter(asked -> asked.page().isEmpty())).hasSizeGreaterThan(20);
        assertThat(AskedQuestions.read(HELD_OUT)).hasSizeGreaterThan(70);
        assertThat(written.documents().stream().mapToInt(each -> each.facts().pages()).sum())
                .isGreaterThan(60);
    }

    @Test
    void theRightPageComesFirstInOneDocument() throws InterruptedException {
        Score score = ask(TUNED, true);
        assertThat(score.rightShare()).isGreaterThan(0.9);
        assertThat(score.misledShare()).isLessThan(0.05);
        assertThat(score.refusedShare()).isGreaterThan(0.85);
    }

    @Test
    void theRightPageOfTheRightDocumentComesFirstAmongNine() throws InterruptedException {
        Score score = ask(TUNED, false);
        assertThat(score.rightShare()).isGreaterThan(0.87);
        assertThat(score.misledShare()).isLessThan(0.07);
        assertThat(score.refusedShare()).isGreaterThan(0.85);
    }

    @Test
    void questionsThatNothingWasChosenWithAreAnsweredNearlyAsWell() throws InterruptedException {
        assertThat(ask(HELD_OUT, true).rightShare()).isGreaterThan(0.78);
        assertThat(ask(HELD_OUT, false).rightShare()).isGreaterThan(0.78);
    }

    @Test
    void questionsThatTouchWhatADocumentSaysAreMostlyRefused() throws InterruptedException {
        assertThat(ask(REFUSED, true).refusedShare()).isGreaterThan(0.75);
        assertThat(ask(REFUSED, false).refusedShare()).isGreaterThan(0.75);
    }

    @Test
    void questionsThatWereWrittenLastAreRefusedAsWell() throws InterruptedException {
        Score one = ask(FRESH, true);
        assertThat(one.rightShare()).isGreaterThan(0.75);
        assertThat(one.refusedShare()).isGreaterThan(0.8);
        Score nine = ask(FRESH, false);
        assertThat(nine.rightShare()).isGreaterThan(0.75);
        assertThat(nine.refusedShare()).isGreaterThan(0.8);
    }

    private Score ask(String questions, boolean one) throws InterruptedException {
        int answerable = 0;
        int right = 0;
        int misled = 0;
        int unanswerable = 0;
        int refused = 0;
        for (Asked asked : AskedQuestions.read(questions)) {
            StoredDocument document = written.named(asked.document());
            List<StoredDocument> documents = one ? List.of(document) : written.documents();
            DocumentReply reply = reader.answer(documents, asked.question()).orElseThrow();
            if (asked.page().isEmpty()) {
                unanswerable++;
                refused += reply.used().isEmpty() ? 1 : 0;
            } else {
                answerable++;
                boolean isRight = isRight(reply, document, asked.page().getAsInt());
                right += isRight ? 1 : 0;
                misled += !isRight && !reply.used().isEmpty() ? 1 : 0;
            }
        }
        return new Score(answerable, right, misled, unanswerable, refused);
    }

    /// What is quoted as the answer, or as what comes closest to one.
    private static boolean isRight(DocumentReply reply, StoredDocument document, int page) {
        if (reply.used().isEmpty()) {
            return firstSource(reply.text()).contains(source(document, page));
        }
        Passage first = reply.used().getFirst();
        return first.documentId() == document.id()
                && first.page() <= page
                && first.lastPage() >= page;
    }

    private static String firstSource(String text) {
        return text.lines().filter(line -> line.startsWith("> (")).findFirst().orElse("");
    }

    private static String source(StoredDocument document, int page) {
        String word = document.facts().language().orElse("").equals("de") ? "S." : "p.";
        return "(%s, %s %d)".formatted(document.filename(), word, page);
    }
}
