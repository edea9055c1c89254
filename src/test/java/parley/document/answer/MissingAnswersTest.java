package parley.document.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import parley.document.DocumentReply;
import parley.document.StoredDocument;
import parley.document.WrittenDocuments;
import parley.document.search.LucenePassages;
import parley.document.search.SearchSettings;

/// Long documents that speak of what is asked about, and yet do not answer.
final class MissingAnswersTest {
    private static final int TOWNS = 200;

    @TempDir private Path folder;
    private final WrittenDocuments written = WrittenDocuments.all();
    private LucenePassages search;
    private ExtractiveReader reader;
    private StoredDocument yearbook;

    @BeforeEach
    void open() {
        search = new LucenePassages(folder, written::text, new SearchSettings(160, 16));
        reader = new ExtractiveReader(search, written::text);
        yearbook = written.add("yearbook.pdf", yearbook());
    }

    @AfterEach
    void close() {
        search.close();
    }

    /// A page for each town: all but Vellmar with their population.
    private static String yearbook() {
        StringBuilder text = new StringBuilder("% language: en\n");
        for (int number = 1; number <= TOWNS; number++) {
            String town =
                    number == 120 ? "Vellmar" : "Ostrin" + (char) ('a' + number % 26) + number;
            text.append("=== %d\n# %s\n".formatted(number, town));
            text.append(
                    "The town of %s lies on the river Aune. Its market hall was opened in %d and has %d stalls.\n"
                            .formatted(town, 1800 + number, 20 + number % 17));
            if (number != 120) {
                text.append(
                        "%s has a population of %d; the area of the municipality is %d hectares.\n"
                                .formatted(town, 1_000 + 37 * number, 300 + 11 * number));
            }
        }
        return text.toString();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "population of Vellmar",
                "What is the population of Vellmar?",
                "How many people live in Vellmar?",
                "How large is the area of Vellmar?",
                "Who is the mayor of Vellmar?",
                "How high is the church tower of Vellmar?"
            })
    void whatTheTextLeavesOutOfAThingIsSaidToBeMissing(String question)
            throws InterruptedException {
        DocumentReply reply = ask(question);
        assertThat(reply.used()).as(reply.text()).isEmpty();
        assertThat(reply.text()).startsWith("The document does not say");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "What is the population of Ostrine108? | population of 4996",
                "When was the market hall of Vellmar opened? | opened in 1920",
                "Which river does Vellmar lie on? | river Aune"
            })
    void whatItDoesSayIsAnswered(String question, String expected) throws InterruptedException {
        DocumentReply reply = ask(question);
        assertThat(reply.text()).contains(expected);
        assertThat(reply.used()).as(reply.text()).isNotEmpty();
    }

    @Test
    void whatMayBeTheAnswerIsShownAsAPerhaps() throws InterruptedException {
        String text =
                reader.answer(
                                List.of(written.named("lighthouse-guide")),
                                "Is it suitable for wheelchairs?")
                        .orElseThrow()
                        .text();
        assertThat(text)
                .startsWith("The document does not say so in these words; perhaps this answers it:")
                .contains("can be visited in a wheelchair");
    }

    private DocumentReply ask(String question) throws InterruptedException {
        return reader.answer(List.of(yearbook), question).orElseThrow();
    }
}
