package parley.analysis.question;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import parley.analysis.sql.Column;
import parley.analysis.sql.ColumnType;

/// Finds the columns and values of a table that words name.
final class Linker {
    private static final int LONGEST = 5;
    private static final double EXACT = 1;
    private static final double LEAST = 0.6;

    /// Words that are used for each other.
    private static final List<Set<String>> SYNONYMS =
            List.of(
                    Set.of("sale", "revenue", "turnover", "amount", "takings"),
                    Set.of("revenue", "turnover", "total", "spending"),
                    Set.of("spending", "amount", "expense"),
                    Set.of("quantity", "qty", "unit", "volume"),
                    Set.of("customer", "client", "buyer"),
                    Set.of("product", "item", "article", "sku"),
                    Set.of("temperature", "temp"),
                    Set.of("department", "dept", "ward"),
                    Set.of("employee", "staff", "agent"),
                    Set.of("wait", "waiting"),
                    Set.of("machine", "device", "equipment"),
                    Set.of("category", "type"),
                    Set.of("vibration", "vibe"),
                    Set.of("cost", "expense"),
                    Set.of("profit", "earning"),
                    Set.of("country", "nation"),
                    Set.of("date", "day"),
                    Set.of("duration", "length"));

    /// Words that say nothing by themselves, unless they are the very value of a column.
    private static final Set<String> STATES =
            Set.of("ok", "okay", "sold", "single", "treated", "handled", "served");

    private final TableFacts facts;

    /// What a stretch of tokens names.
    record Link(List<Column> columns, int length, double score) {}

    Linker(TableFacts facts) {
        this.facts = facts;
    }

    Optional<Link> column(List<Token> tokens, int start) {
        for (int length = Math.min(LONGEST, tokens.size() - start); length > 0; length--) {
            Optional<Link> link = columns(tokens.subList(start, start + length));
            if (link.isPresent()) {
                return link;
            }
        }
        return Optional.empty();
    }

    private Optional<Link> columns(List<Token> span) {
        if (span.stream().anyMatch(token -> token.kind() == Token.Kind.SIGN)) {
            return Optional.empty();
        }
        List<String> words = new ArrayList<>();
        span.forEach(token -> words.addAll(Names.words(token.norm())));
        double best = LEAST;
        List<Column> found = new ArrayList<>();
        for (ColumnFacts each : facts.columns()) {
            double score = score(words, each);
            if (score > best + 0.01) {
                found.clear();
                best = score;
            }
            if (score > LEAST && score >= best - 0.01) {
                found.add(each.column());
            }
        }
        return found.isEmpty() ? Optional.empty() : Optional.of(new Link(found, span.size(), best));
    }

    /// A column of another table is called by its own name too, if a little less readily than one
    /// of this table; only the one that names its rows is preferred to the number that points
    /// there.
    private double score(List<String> said, ColumnFacts column) {
        String name = column.column().name();
        double whole = score(said, Names.words(name));
        if (!facts.isJoined(column.column())) {
            return whole;
        }
        List<String> own = Names.words(facts.own(name));
        if (own.equals(List.of("name"))) {
            boolean alone = said.equals(Names.words(name).subList(0, Names.words(name).size() - 1));
            return whole + (alone ? isUnique(column) ? 0.02 : -0.05 : 0);
        }
        return Math.max(own.getLast().equals("id") ? 0 : whole, score(said, own) - 0.03);
    }

    /// Whether no two rows of the other table are called the same.
    private boolean isUnique(ColumnFacts name) {
        String called = name.column().name();
        String prefix = called.substring(0, called.length() - facts.own(called).length());
        long rows =
                facts.columns().stream()
                        .filter(each -> each.column().name().startsWith(prefix))
                        .mapToLong(ColumnFacts::distinct)
                        .max()
                        .orElse(0);
        return name.distinct() >= rows;
    }

    private static double score(List<String> said, List<String> name) {
        if (said.equals(name) || String.join("", said).equals(String.join("", name))) {
            return EXACT;
        }
        List<String> core = Names.core(name);
        if (said.equals(core)) {
            return 0.95;
        }
        if (said.size() == 1 && isStop(said.getFirst())) {
            return 0;
        }
        if (said.size() < name.size() && core.size() > said.size()) {
            if (core.subList(core.size() - said.size(), core.size()).equals(said)) {
                return 0.85;
            }
            if (core.subList(0, said.size()).equals(said)) {
                return 0.62;
            }
        }
        if (said.size() == core.size() && matches(said, core, true)) {
            return 0.75;
        }
        if (said.size() == core.size() && matches(said, core, false)) {
            return 0.7;
        }
        if (said.size() == 1 && core.size() > 1 && isSynonym(said.getFirst(), core.getLast())) {
            return 0.65;
        }
        return 0;
    }

    private static boolean isStop(String word) {
        return Lexicon.english().knows(word) || word.length() < 3;
    }

    private static boolean matches(List<String> said, List<String> name, boolean near) {
        for (int each = 0; each < said.size(); each++) {
            String one = said.get(each);
            String other = name.get(each);
            boolean same =
                    one.equals(other)
                            || (near
                                    ? !isStop(one) && Names.isNear(one, other)
                                    : isSynonym(one, other));
            if (!same) {
                return false;
            }
        }
        return true;
    }

    private static boolean isSynonym(String one, String other) {
        return SYNONYMS.stream().anyMatch(set -> set.contains(one) && set.contains(other));
    }

    /// The values that a stretch of tokens names, the longest first.
    Optional<Item.Holds> value(List<Token> tokens, int start, Optional<Column> near) {
        for (int length = Math.min(LONGEST, tokens.size() - start); length > 0; length--) {
            List<Token> span = tokens.subList(start, start + length);
            // "North, South" are two, and "!= North" is not North.
            if (isBetween(span.getFirst()) || isBetween(span.getLast())) {
                continue;
            }
            String said = String.join(" ", span.stream().map(Token::text).toList());
            List<Condition> found = values(span, said, near);
            if (!found.isEmpty()) {
                return Optional.of(new Item.Holds(found, said));
            }
        }
        return Optional.empty();
    }

    /// Whether a sign stands between values, and is part of none.
    private static boolean isBetween(Token token) {
        return token.kind() == Token.Kind.SIGN && !Set.of("#", "%", "/").contains(token.norm());
    }

    private List<Condition> values(List<Token> span, String said, Optional<Column> near) {
        boolean weak =
                span.size() == 1
                        && span.getFirst().kind() != Token.Kind.QUOTED
                        && isWeak(span.getFirst());
        List<Condition> exact = new ArrayList<>();
        List<Condition> about = new ArrayList<>();
        for (ColumnFacts each : facts.columns()) {
            boolean beside = near.filter(each.column()::equals).isPresent();
            if (each.column().type() != ColumnType.TEXT || (weak && !beside)) {
                continue;
            }
            collect(each, said, exact, true);
            collect(each, said, about, false);
        }
        List<Condition> found = new ArrayList<>(exact.isEmpty() ? about : exact);
        near.ifPresent(column -> {
            if (found.stream().anyMatch(each -> each.column().equals(column))) {
                found.removeIf(each -> !each.column().equals(column));
            }
        });
        return found;
    }

    private static void collect(
            ColumnFacts facts, String said, List<Condition> found, boolean exact) {
        String wanted = plain(said);
        List<String> values =
                facts.values().stream()
                        .filter(value ->
                                exact ? plain(value).equals(wanted) : isAbout(plain(value), wanted))
                        .toList();
        if (!values.isEmpty()) {
            found.add(new Condition(facts.column(), Condition.Test.EQUAL, values));
        }
    }

    private static boolean isAbout(String value, String said) {
        return Names.singular(value).equals(Names.singular(said))
                || (!Lexicon.english().knows(said)
                        && !value.matches(".*\\d.*")
                        && Names.isNear(value, said));
    }

    private static String plain(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
    }

    /// Whether a word is too common to name a value by itself.
    private static boolean isWeak(Token token) {
        boolean capitals =
                token.text().length() > 1
                        && token.text().equals(token.text().toUpperCase(Locale.ROOT));
        return token.number().isPresent()
                || token.norm().length() < 2
                || (Lexicon.english().knows(token.norm())
                        && !STATES.contains(token.norm())
                        && !capitals);
    }
}
