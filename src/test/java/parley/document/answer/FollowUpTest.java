package parley.document.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import parley.document.DocumentReply;
import parley.document.EarlierTurn;
import parley.document.StoredDocument;
import parley.document.WrittenDocuments;
import parley.document.search.LucenePassages;
import parley.document.search.SearchSettings;

/// Questions that go on from the one before.
final class FollowUpTest {
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

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "When was the tower built? | and who designed it? | who designed it? — the tower",
                "When was the tower built? | who designed it | who designed it — the tower",
                "What was the turnover in 2021? | and in 2022? | What was the turnover in 2022?",
                "What was the turnover in 2021? | what about 2019? | What was the turnover in 2019?",
                "Who built the first tower? | what about the second one? | Who built the second tower?",
                "How much is a ticket for an adult? | and for a student? | How much is a ticket for a student?",
                "How heavy is the lens? | where was it made? | where was it made? — the lens",
                "May I keep chickens? | and what about bees? | May I keep chickens — bees?",
                "Wann wurde die Strecke eröffnet? | und wer hat sie gebaut? | wer hat sie gebaut? — die Strecke",
                "Wie viele Reisende gab es 1951? | und 1969? | Wie viele Reisende gab es 1969?",
                "Wie hoch ist das Viadukt? | Wie lang ist es? | Wie lang ist es? — das Viadukt",
                "Qui a construit la filature ? | et quand a-t-elle fermé ? | quand a-t-elle fermé ? — la filature",
                "¿Cuánto pesa el horno? | ¿y cuánto tarda en calentarse? | cuánto tarda en calentarse? — el horno"
            })
    void aQuestionTakesWhatItLeavesOutFromTheOneBefore(
            String before, String question, String understood) {
        assertThat(resolve(question, before).understood()).contains(understood);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "How high is the bonus?",
                "Is there a restaurant or café?",
                "When is it forbidden to mow the lawn?",
                "How long does it take to charge the electric ships?",
                "Am I allowed to fly a drone?",
                "Gibt es einen Speisewagen?",
                "Können Sie mir sagen, wer den Verein gegründet hat?",
                "Pourquoi l'usine a-t-elle fermé ?",
                "Y a-t-il un parking pour les autocars ?",
                "and what does the family ticket cost?",
                "summarise it",
                "how many pages does it have?",
                "thanks!"
            })
    void aQuestionThatStandsForItselfStaysAsItIs(String question) {
        Resolved resolved = resolve(question, "When was the tower built?");
        assertThat(resolved.understood()).isEmpty();
        assertThat(resolved.question()).isEqualTo(question);
    }

    @Test
    void withoutAnEarlierQuestionNothingIsJoined() {
        assertThat(resolve("and in 2022?").understood()).isEmpty();
    }

    @Test
    void followUpsGoOnFromFollowUps() {
        assertThat(
                        resolve("and in 2019?", "What was the profit in 2022?", "and in 2021?")
                                .question())
                .isEqualTo("What was the profit in 2019?");
        assertThat(
                        resolve("how heavy is it?", "Who made the lens?", "where was it made?")
                                .question())
                .isEqualTo("how heavy is it? — the lens");
    }

    @Test
    void theAnswerSaysWhatWasUnderstood() throws InterruptedException {
        DocumentReply reply =
                ask("ferry-annual-report", "What was the revenue in 2021?", "and in 2022?");
        assertThat(reply.understood()).contains("What was the revenue in 2022?");
        assertThat(reply.text())
                .startsWith("*Understood as: “What was the revenue in 2022?”*\n\n> ")
                .contains("| 2022 | 46.9 |")
                .doesNotContain("| 2021 |");
    }

    @Test
    void anotherQuestionAboutTheSameThingIsAnsweredAboutIt() throws InterruptedException {
        DocumentReply reply =
                ask("lighthouse-guide", "When was the tower built?", "and who designed it?");
        assertThat(reply.text()).contains("designed by Margaret Ashdown");
        assertThat(reply.used().getFirst().page()).isEqualTo(4);
    }

    @Test
    void thePageIsToldWhenItIsAskedFor() throws InterruptedException {
        assertThat(ask("lighthouse-guide", "What does the lens float on?", "on which page?").text())
                .contains("It stands on p. 6 of lighthouse-guide.pdf:")
                .contains("bath of mercury");
        assertThat(
                        ask(
                                        "talbahn-chronik",
                                        "Wann fuhr der letzte Zug?",
                                        "Auf welcher Seite steht das?")
                                .text())
                .contains("Das steht auf S. 4 von talbahn-chronik.pdf:");
    }

    @Test
    void theSecondOneIsTheSecondDocumentWhereTheQuestionCountedNothing()
            throws InterruptedException {
        List<StoredDocument> both =
                List.of(written.named("lighthouse-guide"), written.named("talbahn-chronik"));
        DocumentReply reply =
                reader.answer(
                                both,
                                "what about the second one?",
                                turns("summarise the first document"))
                        .orElseThrow();
        assertThat(reply.understood()).contains("summarise the second document");
        assertThat(reply.used())
                .isNotEmpty()
                .allMatch(passage -> passage.documentId() == both.getLast().id());
    }

    @Test
    void somebodyWhomTheAnswerNamedIsMeantByHeAndShe() throws InterruptedException {
        StoredDocument guide = written.named("lighthouse-guide");
        String first = "Who rescued the sailors of the Clara Voss?";
        String answer = reader.answer(List.of(guide), first).orElseThrow().text();
        DocumentReply reply =
                reader.answer(
                                List.of(guide),
                                "was he given a medal?",
                                List.of(new EarlierTurn(first, answer)))
                        .orElseThrow();
        assertThat(reply.understood()).contains("was he given a medal? — Amos Tregear");
        assertThat(reply.text()).contains("silver medal");
    }

    @Test
    void whatWasUnderstoodStaysText() throws InterruptedException {
        DocumentReply reply =
                ask(
                        "lighthouse-guide",
                        "When was the tower built? <img src=x onerror=alert(1)> ![x](http://evil.example)",
                        "and in 1703?");
        assertThat(reply.text()).doesNotContainPattern("(?<!\\\\)[<\\[]");
    }

    private static List<EarlierTurn> turns(String... questions) {
        List<EarlierTurn> earlier = new ArrayList<>();
        Arrays.stream(questions).forEach(question -> earlier.add(new EarlierTurn(question, "")));
        return earlier;
    }

    private static Resolved resolve(String question, String... before) {
        return FollowUp.resolve(question, turns(before), List.of("en"), 1);
    }

    private DocumentReply ask(String document, String before, String question)
            throws InterruptedException {
        return reader.answer(List.of(written.named(document)), question, turns(before))
                .orElseThrow();
    }
}
