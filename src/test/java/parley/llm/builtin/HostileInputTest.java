package parley.llm.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;
import parley.llm.ChatMessage;
import parley.llm.ModelRequest;
import parley.llm.Role;
import parley.llm.Sampling;

/// Whatever is written, an answer comes. The limit on time is there to end a hang, not to measure.
@Timeout(120)
final class HostileInputTest {
    private static final int LARGE = 1_000_000;

    static final List<String> UNITS =
            List.of(
                    "(",
                    ")",
                    "9^",
                    "a",
                    " ",
                    "\n",
                    "a ",
                    "a.",
                    "A. ",
                    "1+",
                    "-",
                    "\"",
                    "'",
                    ":",
                    "{",
                    "[",
                    "{\"a\":",
                    "```\n",
                    "@",
                    "a@",
                    "a@b.",
                    "http://",
                    "%",
                    "&",
                    "\\",
                    "\u0000",
                    "\u0301",
                    "漢",
                    "👩‍",
                    "\ud800",
                    "one ",
                    "my ",
                    "is ",
                    "in ",
                    ", ",
                    "how many ",
                    "what is ",
                    "1,",
                    "1.",
                    "2024-01-01 ",
                    "summarise ",
                    "repeat ",
                    "count ",
                    "my name is ",
                    "and ");

    static final List<String> INSTRUCTIONS =
            List.of(
                    "Summarise: ",
                    "Summarise in 100 words:\n",
                    "uppercase: ",
                    "title case: ",
                    "reverse: ",
                    "count words, characters, letters, sentences, lines, paragraphs and tokens: ",
                    "sort: ",
                    "find duplicates: ",
                    "extract emails: ",
                    "extract links: ",
                    "extract numbers: ",
                    "format this json: ",
                    "validate json: ",
                    "base64 encode: ",
                    "base64 decode: ",
                    "slug: ",
                    "url decode: ",
                    "to bullet points: ",
                    "repeat after me: ",
                    "what is ",
                    "spell ");

    @ParameterizedTest
    @FieldSource("UNITS")
    void aMillionCharactersOfAnythingAreAnswered(String unit) throws InterruptedException {
        String text = unit.repeat(LARGE / unit.length());
        Recorded run = Engine.run(Engine.plain(), Engine.inOnePiece(text));
        assertThat(run.text()).isNotEmpty();
        assertThat(run.ends()).isEqualTo(1);
    }

    @ParameterizedTest
    @FieldSource("INSTRUCTIONS")
    void everyToolTakesLargeTexts(String instruction) throws InterruptedException {
        for (String unit :
                List.of("(", "a", "a ", "a.b@", "[", "A. b\n", "9", "\u0301", "é漢👍🏽 ")) {
            String text = instruction + unit.repeat(300_000 / unit.length());
            assertThat(Engine.run(Engine.plain(), Engine.inOnePiece(text)).ends()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "9^9^9^9",
                "what is 9^9^9^9?",
                "999999999999999999999999999999!",
                "count from 1 to 999999999999999999",
                "count from -999999999 to 999999999 by 1",
                "lorem ipsum of 999999999 words",
                "list 999999999 prime numbers",
                "is 999999999999999989 prime",
                "factors of 999999999989",
                "what is the date in 999999 years",
                "what weekday is 99999-99-99",
                "how many days between 0000-00-00 and 9999-12-31",
                "summarise in 999999999 sentences: One. Two.",
                "summarise in 0 sentences: One. Two. Three.",
                "summarise in 0 words: One. Two. Three.",
                "roll d0",
                "pick a number between 999999999 and 0",
                "convert 1e400 km to miles",
                "1e400 km in miles",
                "${jndi:ldap://x}",
                "%s %n %d",
                "$1 \\1 {}",
                "say $1\\",
                "uppercase: $0\\",
                "tell me a story about $1 \\ {hero} {nobody}",
                "my name is $1\\",
                "{}",
                "what is {}?"
            })
    void sharpEdgesAreAnswered(String message) throws InterruptedException {
        Recorded run = Engine.run(Engine.plain(), Engine.request(message));
        assertThat(run.text()).isNotEmpty();
        assertThat(run.ends()).isEqualTo(1);
    }

    @Test
    void randomTextIsAnswered() throws InterruptedException {
        Random random = new Random(42);
        BuiltinProvider provider = Engine.plain();
        for (int round = 0; round < 3_000; round++) {
            StringBuilder text = new StringBuilder();
            int words = random.nextInt(12);
            for (int word = 0; word < words; word++) {
                List<String> from = random.nextBoolean() ? UNITS : INSTRUCTIONS;
                text.append(from.get(random.nextInt(from.size())))
                        .append(random.nextInt(3) == 0 ? " " : "");
            }
            assertThat(Engine.run(provider, Engine.request(text.toString())).text()).isNotEmpty();
        }
    }

    @Test
    void aHistoryOfThousandsOfMessagesIsAnswered() throws InterruptedException {
        List<ChatMessage> messages = new ArrayList<>();
        for (int index = 0; index < 5_000; index++) {
            messages.add(new ChatMessage(Role.USER, "My number is " + index + ". What is it?"));
            messages.add(new ChatMessage(Role.ASSISTANT, "It is " + index + ". That is a number."));
        }
        for (String question :
                List.of(
                        "Summarise our conversation",
                        "What is my number?",
                        "What do you know about me?",
                        "Hello",
                        "what did I say about number 4711?")) {
            List<ChatMessage> asked = new ArrayList<>(messages);
            asked.add(new ChatMessage(Role.USER, question));
            Recorded run =
                    Engine.run(
                            Engine.plain(),
                            new ModelRequest("parley", asked, "", Sampling.DEFAULT, true));
            assertThat(run.ends()).isEqualTo(1);
        }
    }
}
