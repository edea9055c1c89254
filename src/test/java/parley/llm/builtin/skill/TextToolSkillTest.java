package parley.llm.builtin.skill;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TextToolSkillTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "uppercase: hello world | HELLO WORLD",
                "Please convert this to upper case: straße | STRASSE",
                "uppercase hello | HELLO",
                "lowercase \"ÄÖÜ\" | äöü",
                "title case: the lord of the rings | The Lord of the Rings",
                "capitalize: hello World | Hello World",
                "reverse: ae\u0301b | be\u0301a",
                "reverse hello | olleh",
                "spell: cat | C-A-T",
                "count the words in \"the quick brown fox\" | 4 words.",
                "word count: don't stop | 2 words.",
                "How many characters are in \"👩‍👩‍👧‍👦é\"? | 2 characters.",
                "count words and sentences: One two. Three! | 3 words and 2 sentences.",
                "how many words are in this sentence? | 7 words.",
                "sort: pear, Apple, fig | Apple, fig, pear",
                "sort the numbers: 10, 9, 2.5 | 2.5, 9, 10",
                "sort descending: 1, 3, 2 | 3, 2, 1",
                "remove duplicates: a, b, a | a, b",
                "find duplicates: a, b, a, a | - a (3 times)",
                "find duplicates: a, b | There are no duplicates.",
                "to bullet points: tea; milk | - tea\\n- milk",
                "make a numbered list: tea, milk | 1. tea\\n2. milk",
                "extract the e-mail addresses: a@b.co, x. Write to c.d+e@f-g.example.org! | a@b.co\\nc.d+e@f-g.example.org",
                "extract links: see https://a.example/b?c=d, or www.x.org. | https://a.example/b?c=d\\nwww.x.org",
                "extract numbers: -3, 4.5% and 1,000 of v2 | -3\\n4.5%\\n1,000",
                "extract emails: none here | There is no e-mail address in the text.",
                "base64 encode héllo | aMOpbGxv",
                "decode base64: aMOpbGxv | héllo",
                "base64 decode: %%% | That is not Base64: it holds other characters than letters, digits, + and /, or lacks some at its end.",
                "base64 decode: /w== | That is Base64, but of binary data and not of text.",
                "url encode: a b&c=ä | a%20b%26c%3D%C3%A4",
                "url decode: a%20b+c | a b+c",
                "slug: Héllo, Wörld & Friends! | hello-world-friends",
                "rot13: Hello | Uryyb"
            })
    void theToolWorks(String message, String result) throws InterruptedException {
        assertThat(Talk.answer(message)).isEqualTo(result.replace("\\n", "\n"));
    }

    @Test
    void theTextMayStandOnTheLinesBelowOrAbove() throws InterruptedException {
        assertThat(Talk.answer("Sort these lines:\nb\na\nc")).isEqualTo("a\nb\nc");
        assertThat(Talk.answer("Sort these lines\n\nb\na")).isEqualTo("a\nb");
        assertThat(Talk.answer("b\na\n\nsort these lines")).isEqualTo("a\nb");
        assertThat(Talk.answer("uppercase this\n```\nx = 1\n  y\n```")).isEqualTo("X = 1\n  Y");
    }

    @Test
    void itWorksOnTheLastAnswer() throws InterruptedException {
        Talk talk = new Talk();
        talk.say("count to 3");
        assertThat(talk.say("reverse that")).isEqualTo("3 ,2 ,1");
        assertThat(talk.say("count the characters of your last answer")).isEqualTo("7 characters.");
        assertThat(Talk.answer("make it uppercase")).startsWith("There is no text yet");
    }

    @Test
    void jsonIsLaidOutWithoutTouchingValues() throws InterruptedException {
        assertThat(
                        Talk.answer(
                                "format this json: {\"b\":[1.50,2e400,[]],\"a\":\"x\\\"{,}\\u00e9\",\"c\":{}}"))
                .isEqualTo(
                        """
                        {
                          "b": [
                            1.50,
                            2e400,
                            []
                          ],
                          "a": "x\\"{,}\\u00e9",
                          "c": {}
                        }\
                        """);
        assertThat(Talk.answer("minify this json: { \"a\" : [ 1, 2 ] }"))
                .isEqualTo("{\"a\":[1,2]}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "is this valid json: {\"a\": [1, null]} | Yes, this is valid JSON.",
                "validate json: {\"a\": 1,} | This is not valid JSON: in line 1, column 9, there is '}' where something else is needed.",
                "validate json: {\"a\": 1 | This is not valid JSON: in line 1, column 8, it ends too early.",
                "validate json {\"a\": [1, 2} | This is not valid JSON: in line 1, column 12, a bracket is closed by one of another kind, or was never opened.",
                "validate json: {\"a\": yes} | This is not valid JSON: in line 1, column 7, there is a word that is not in quotes.",
                "validate json: {} {} | This is not valid JSON: in line 1, column 4, something follows behind the end."
            })
    void jsonIsChecked(String message, String verdict) throws InterruptedException {
        assertThat(Talk.answer(message)).isEqualTo(verdict);
    }
}
