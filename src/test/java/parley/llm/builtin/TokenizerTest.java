package parley.llm.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

final class TokenizerTest {
    private static final String[] ALPHABETS = {
        "abcdefghijklmnopqrstuvwxyzABC",
        "0123456789",
        " \t\n\r",
        ".,;:!?'\"()[]{}<>-_/\\",
        "äöüßéèñçœ",
        "абвгдежз",
        "漢字仮名交文",
        "ひらがなカタカナ",
        "\u0301\u0308\u0323\u200d\ufe0f\u20e3",
        "नमस्तेकिं",
        "שלוםمرحبا",
        "한국어각",
        "\ud83d\ude00\ud83d\udc69\ud83d\udc67\ud83c\uddf0\ud83c\uddff\ud83d\udc4d\ud83c\udffd",
        "\u2028\u2029\u0085\ufeff\u0000\u007f\u202e",
        "\ud800\udc00\udfff\ud8ff"
    };

    private final Tokenizer tokenizer = new Tokenizer();

    @Test
    void joinedTokensAreTheText() {
        Random random = new Random(20_261_121);
        for (int round = 0; round < 5_000; round++) {
            String text = randomText(random);
            List<String> tokens = tokenizer.tokens(text);
            assertThat(String.join("", tokens)).isEqualTo(text);
            assertThat(tokens).noneMatch(String::isEmpty);
            assertThat(tokenizer.count(text)).isEqualTo(tokens.size());
        }
    }

    @Test
    void noTokenEndsInsideAGraphemeCluster() {
        Random random = new Random(7);
        for (int round = 0; round < 3_000; round++) {
            String text = randomText(random);
            TreeSet<Integer> borders = new TreeSet<>();
            Matcher cluster = Pattern.compile("\\X").matcher(text);
            while (cluster.find()) {
                borders.add(cluster.end());
            }
            int end = 0;
            for (String token : tokenizer.tokens(text)) {
                end += token.length();
                assertThat(borders).contains(end);
            }
        }
    }

    @Test
    void spaceGoesWithTheWordBehindIt() {
        assertThat(tokenizer.tokens("Hello big  world"))
                .containsExactly("Hello", " big", " ", " world");
        assertThat(tokenizer.tokens("a\n\nb \n c")).containsExactly("a", "\n\n", "b", " \n", " c");
        assertThat(tokenizer.tokens("x = 12345;")).containsExactly("x", " =", " 123", "45", ";");
    }

    @Test
    void longWordsGoInPieces() {
        assertThat(tokenizer.tokens("understanding")).containsExactly("under", "standing");
        assertThat(tokenizer.tokens("a".repeat(1_000)).size()).isBetween(150, 250);
    }

    @Test
    void ideographsAreOneByOne() {
        assertThat(tokenizer.count("漢字仮名交じり文")).isEqualTo(8);
    }

    @Test
    void englishHasAboutFourCharactersAToken() throws InterruptedException {
        String text = Engine.answer("Tell me a story") + Engine.answer("What can you do?");
        assertThat(text.length() / (double) tokenizer.count(text)).isBetween(3.6, 4.8);
    }

    @Test
    void noTextTakesMoreThanItsLength() {
        for (String unit : List.of("(", " ", "\n", "a", "\u0301", "👩‍", "\r\n", "漢", "क्")) {
            String text = unit.repeat(200_000);
            assertThat(tokenizer.count(text)).isBetween(1, text.length());
        }
    }

    private static String randomText(Random random) {
        StringBuilder text = new StringBuilder();
        int length = random.nextInt(40);
        for (int index = 0; index < length; index++) {
            String alphabet = ALPHABETS[random.nextInt(ALPHABETS.length)];
            int take = 1 + random.nextInt(4);
            for (int unit = 0; unit < take; unit++) {
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
        }
        return text.toString();
    }
}
