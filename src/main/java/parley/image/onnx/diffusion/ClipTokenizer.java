package parley.image.onnx.diffusion;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Turns text into the numbers that CLIP's text models take: byte-level pair encoding of lower-case
/// words (Radford et al. 2021, "Learning Transferable Visual Models From Natural Language
/// Supervision"; Sennrich et al. 2016 for the merges).
///
/// A word's bytes become characters that can be seen, its last one marked with [#END_OF_WORD]; then
/// the neighbours that were merged first in training are merged, until none is left to merge.
final class ClipTokenizer {
    /// How many numbers a text becomes.
    static final int LENGTH = 77;

    private static final String END_OF_WORD = "</w>";
    private static final String START = "<|startoftext|>";
    private static final String END = "<|endoftext|>";
    private static final int LONGEST_TEXT = 4000;

    /// Words, single digits, contractions, runs of signs.
    private static final Pattern WORD =
            Pattern.compile(
                    "'s|'t|'re|'ve|'m|'ll|'d|\\p{L}+|\\p{N}|[^\\s\\p{L}\\p{N}]+",
                    Pattern.CASE_INSENSITIVE);

    private static final String[] VISIBLE = visible();

    private final Map<String, Integer> vocabulary;
    private final Map<String, Integer> ranks = new HashMap<>();
    private final int padding;

    /// A text in numbers.
    ///
    /// @param ids [#LENGTH] of them: a start, the text, an end, then padding
    /// @param isWhole whether nothing had to be left out
    record Tokens(List<Integer> ids, boolean isWhole) {
        Tokens {
            ids = List.copyOf(ids);
        }
    }

    /// @param vocabulary numbers by token, as `vocab.json` has them
    /// @param merges pairs with a space between, the first merged first, as `merges.txt` has them
    /// @param padding the token that fills up
    /// @throws IllegalArgumentException if tokens that every text needs are not there
    ClipTokenizer(Map<String, Integer> vocabulary, List<String> merges, String padding) {
        this.vocabulary = Map.copyOf(vocabulary);
        for (String merge : merges) {
            if (!merge.isBlank() && !merge.startsWith("#version")) {
                ranks.putIfAbsent(merge.strip(), ranks.size());
            }
        }
        this.padding = number(padding);
        number(START);
        number(END);
    }

    private int number(String token) {
        Integer number = vocabulary.get(token);
        if (number == null) {
            throw new IllegalArgumentException("The vocabulary has no token " + token + ".");
        }
        return number;
    }

    /// The numbers of a text. What is too long loses its end.
    Tokens tokens(String text) {
        List<Integer> ids = new ArrayList<>();
        ids.add(number(START));
        boolean isWhole = text.length() <= LONGEST_TEXT;
        String some = isWhole ? text : text.substring(0, LONGEST_TEXT);
        Matcher words =
                WORD.matcher(
                        Normalizer.normalize(some, Normalizer.Form.NFC).toLowerCase(Locale.ROOT));
        while (words.find() && ids.size() < LENGTH) {
            ids.addAll(pieces(words.group()));
        }
        if (ids.size() > LENGTH - 1) {
            isWhole = false;
            ids.subList(LENGTH - 1, ids.size()).clear();
        }
        ids.add(number(END));
        while (ids.size() < LENGTH) {
            ids.add(padding);
        }
        return new Tokens(ids, isWhole);
    }

    private List<Integer> pieces(String word) {
        List<String> symbols = new ArrayList<>();
        for (byte each : word.getBytes(StandardCharsets.UTF_8)) {
            symbols.add(VISIBLE[each & 0xff]);
        }
        symbols.set(symbols.size() - 1, symbols.getLast() + END_OF_WORD);
        int at = first(symbols);
        while (at >= 0) {
            merge(symbols, symbols.get(at), symbols.get(at + 1));
            at = first(symbols);
        }
        return symbols.stream()
                .map(symbol -> vocabulary.getOrDefault(symbol, number(END)))
                .toList();
    }

    /// Where the pair stands that was merged first in training; -1 if there is none.
    private int first(List<String> symbols) {
        int best = Integer.MAX_VALUE;
        int at = -1;
        for (int i = 0; i + 1 < symbols.size(); i++) {
            int rank =
                    ranks.getOrDefault(
                            symbols.get(i) + " " + symbols.get(i + 1), Integer.MAX_VALUE);
            if (rank < best) {
                best = rank;
                at = i;
            }
        }
        return at;
    }

    /// Merges every such pair, from the left.
    private static void merge(List<String> symbols, String left, String right) {
        for (int i = 0; i + 1 < symbols.size(); i++) {
            if (symbols.get(i).equals(left) && symbols.get(i + 1).equals(right)) {
                symbols.set(i, left + right);
                symbols.remove(i + 1);
            }
        }
    }

    /// A character that can be seen for every byte: itself where it can be, else one from 256 on.
    private static String[] visible() {
        String[] characters = new String[256];
        for (int b = 0; b < 256; b++) {
            if ((b >= '!' && b <= '~') || (b >= 0xa1 && b <= 0xac) || b >= 0xae) {
                characters[b] = String.valueOf((char) b);
            }
        }
        int next = 256;
        for (int b = 0; b < 256; b++) {
            if (characters[b] == null) {
                characters[b] = String.valueOf((char) next++);
            }
        }
        return characters;
    }

    /// The characters of all bytes in the order of vocabularies: those that can be seen first.
    static List<String> alphabet() {
        return Arrays.stream(VISIBLE)
                .sorted((one, other) -> Character.compare(one.charAt(0), other.charAt(0)))
                .toList();
    }
}
