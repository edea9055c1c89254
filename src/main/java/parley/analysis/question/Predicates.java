package parley.analysis.question;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import parley.analysis.sql.ColumnType;

/// Reads small words that say something of a column only where they stand beside it: `is` before a
/// number, `where` after what is asked for, `yes` and `no`.
final class Predicates {
    private final List<Token> tokens;
    private final List<Item> items;
    private final TableNames table;
    private final Linker linker;

    /// @param items what was read so far
    Predicates(List<Token> tokens, List<Item> items, TableNames table, Linker linker) {
        this.tokens = tokens;
        this.items = items;
        this.table = table;
        this.linker = linker;
    }

    Optional<Item> at(int at) {
        String said = tokens.get(at).text();
        if (isEquation(at)) {
            return Optional.of(new Item.Asks(Term.EQUALS, said));
        }
        if (isWhere(at)) {
            return Optional.of(new Item.Asks(Term.WHERE, said));
        }
        return yesOrNo(tokens.get(at)).map(each -> each);
    }

    /// `price is 8.99`, `with a price of 8.99`, but not `price is 8.99 or more`.
    private boolean isEquation(int at) {
        boolean of = tokens.get(at).norm().equals("of") && endsAt(at + 2) && hasRows();
        return !items.isEmpty()
                && (of || Set.of("is", "are", "was", "were").contains(tokens.get(at).norm()))
                && items.getLast() instanceof Item.Names names
                && names.columns().stream().anyMatch(column -> column.type().isNumeric())
                && at + 1 < tokens.size()
                && tokens.get(at + 1).kind() == Token.Kind.NUMBER
                && Lexicon.english()
                        .phrase(tokens, at + 2)
                        .filter(each -> each.term() == Term.OR_MORE || each.term() == Term.OR_LESS)
                        .isEmpty();
    }

    /// Whether nothing more is said of what ends here.
    private boolean endsAt(int at) {
        return at >= tokens.size()
                || Set.of("and", ",", "or", "in", "for", "where", "?")
                        .contains(tokens.get(at).norm());
    }

    private boolean hasRows() {
        return items.stream()
                .anyMatch(item ->
                        item instanceof Item.Asks(Term term, String _) && term == Term.ROWS);
    }

    /// `product where price is over 5`: between what is asked for and what must hold of it.
    private boolean isWhere(int at) {
        return !items.isEmpty()
                && tokens.get(at).norm().equals("where")
                && items.getLast() instanceof Item.Names
                && linker.column(tokens, at + 1).isPresent();
    }

    /// What a column of truth is: `approved is no`.
    private Optional<Item.Holds> yesOrNo(Token token) {
        int at = items.size() - 1;
        while (at >= 0
                && items.get(at) instanceof Item.Asks(Term term, String _)
                && (term == Term.EQUALS || term == Term.NOT)) {
            at--;
        }
        boolean yes = Set.of("yes", "true", "y").contains(token.norm());
        boolean no = Set.of("no", "false", "n").contains(token.norm());
        if (at < 0 || (!yes && !no) || !(items.get(at) instanceof Item.Names names)) {
            return Optional.empty();
        }
        List<Condition> found =
                names.columns().stream()
                        .filter(column -> column.type() != ColumnType.TEXT)
                        .flatMap(column ->
                                table.flag(column).stream()
                                        .map(flag -> yes ? flag.yes() : flag.no())
                                        .map(value ->
                                                new Condition(
                                                        column,
                                                        Condition.Test.EQUAL,
                                                        List.of(value))))
                        .toList();
        return found.isEmpty()
                ? Optional.empty()
                : Optional.of(new Item.Holds(found, token.text()));
    }
}
