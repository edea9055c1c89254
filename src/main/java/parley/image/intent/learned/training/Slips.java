package parley.image.intent.learned.training;

import java.util.Random;

/// Slips of the pen: letters in the wrong order, left out, doubled, or a neighbour on the keyboard.
final class Slips {
    private static final String[] KEYS = {
        "qwertzuiop", "qwertyuiop", "asdfghjkl", "yxcvbnm", "zxcvbnm"
    };
    private static final int SHORTEST = 3;

    private Slips() {}

    /// A text with a slip in one of its words.
    static String in(String text, Random random) {
        String[] words = text.split(" ");
        int at = random.nextInt(words.length);
        if (words[at].length() < SHORTEST) {
            return text;
        }
        words[at] = slipped(words[at], random);
        return String.join(" ", words);
    }

    private static String slipped(String word, Random random) {
        int at = random.nextInt(word.length() - 1);
        String before = word.substring(0, at);
        char letter = word.charAt(at);
        String behind = word.substring(at + 1);
        return switch (random.nextInt(4)) {
            case 0 -> before + behind.charAt(0) + letter + behind.substring(1);
            case 1 -> before + behind;
            case 2 -> before + letter + letter + behind;
            default -> before + neighbour(letter, random) + behind;
        };
    }

    private static char neighbour(char letter, Random random) {
        for (String row : KEYS) {
            int at = row.indexOf(letter);
            if (at >= 0) {
                return row.charAt(
                        at == 0
                                ? 1
                                : at == row.length() - 1 || random.nextBoolean() ? at - 1 : at + 1);
            }
        }
        return letter;
    }
}
