package parley.analysis.question;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Corrects misspelt words of questions (`averge`, `moth`) where only one word can be meant. Names
/// of columns and values are left to the [Linker], which forgives as much.
final class Spelling {
    private final Linker linker;
    private final TableNames table;
    private final Lexicon lexicon = Lexicon.english();

    Spelling(TableFacts facts) {
        this.linker = new Linker(facts);
        this.table = new TableNames(facts);
    }

    /// @param notes what was corrected, a sentence each
    record Corrected(List<Token> tokens, List<String> notes) {}

    Corrected corrected(List<Token> tokens) {
        List<Token> right = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        for (int at = 0; at < tokens.size(); at++) {
            Token token = tokens.get(at);
            Optional<String> meant = isStrange(tokens, at) ? meant(token.norm()) : Optional.empty();
            meant.ifPresent(
                    word -> notes.add("“%s” was read as “%s”.".formatted(token.text(), word)));
            right.add(
                    meant.map(word -> new Token(word, word, token.kind(), token.number()))
                            .orElse(token));
        }
        return new Corrected(right, notes);
    }

    private boolean isStrange(List<Token> tokens, int at) {
        Token token = tokens.get(at);
        return token.kind() == Token.Kind.WORD
                && token.norm().length() >= 4
                && token.norm().chars().allMatch(Character::isLowerCase)
                && !lexicon.hasWord(token.norm())
                && !table.isRow(token.norm())
                && linker.column(tokens.subList(at, at + 1), 0).isEmpty()
                && linker.value(tokens, at, Optional.empty()).isEmpty()
                && !startsName(tokens, at);
    }

    /// A part of a longer name.
    private boolean startsName(List<Token> tokens, int at) {
        for (int start = Math.max(0, at - 4); start <= at; start++) {
            int from = start;
            if (linker.column(tokens, start).filter(link -> from + link.length() > at).isPresent()
                    || linker.value(tokens, start, Optional.empty())
                            .filter(value -> from + value.said().split(" ").length > at)
                            .isPresent()) {
                return true;
            }
        }
        return false;
    }

    private Optional<String> meant(String word) {
        List<String> near = lexicon.words().stream().filter(known -> isMeant(word, known)).toList();
        return near.size() == 1 ? Optional.of(near.getFirst()) : Optional.empty();
    }

    /// One letter more or less, two swapped, or in a long word one other, and that inside the word:
    /// `state` is no misspelt `stats`. Short words are units of time only.
    private static boolean isMeant(String word, String known) {
        int least = PeriodReader.unit(known).isPresent() ? 4 : 5;
        boolean ends =
                word.charAt(0) == known.charAt(0)
                        && word.charAt(word.length() - 1) == known.charAt(known.length() - 1);
        boolean other = word.length() == known.length() && !isSwapped(word, known);
        return ends
                && word.length() >= least
                && known.length() >= least
                && (!other || known.length() >= 6)
                && Names.isNear(word + "  ", known + "  ");
    }

    private static boolean isSwapped(String word, String known) {
        int[] one = word.chars().sorted().toArray();
        int[] two = known.chars().sorted().toArray();
        return java.util.Arrays.equals(one, two);
    }
}
