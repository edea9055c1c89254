package parley.document.answer;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import parley.document.search.PlainText;
import parley.llm.builtin.language.NumberWords;
import parley.llm.builtin.language.Whitespace;
import parley.llm.builtin.language.Words;

/// Tells what somebody wants of documents from the words used for it, in English, German, French
/// and Spanish, and the commonest in Italian, Portuguese, Dutch and Russian.
final class WishReader {
    private static final int MOST_CHARACTERS = 4_000;
    private static final int MOST_SENTENCES = 40;
    private static final int FEW = 2;
    private static final int MANY = 12;
    private static final int WORDS_A_SENTENCE = 20;
    private static final int LONGEST_COMMAND_WORDS = 14;

    private WishReader() {}

    static Wish read(String question) {
        String plain = plain(question);
        if (Elsewhere.isMeant(plain)) {
            return new Wish.Elsewhere();
        }
        Scope scope = new Scope(ScopeReader.pages(plain), ScopeReader.section(plain));
        return particular(plain, scope).orElseGet(() -> content(plain, scope));
    }

    /// On one line, in lower case, without politeness around it.
    static String plain(String question) {
        String head = question.substring(0, Math.min(question.length(), MOST_CHARACTERS));
        String line = Whitespace.collapse(PlainText.of(head)).toLowerCase(Locale.ROOT);
        return WishWords.POLITE
                .matcher(line.replace('’', '\''))
                .replaceAll("")
                .replaceFirst("^[¿¡ ]+", "")
                .strip();
    }

    private static Optional<Wish> particular(String plain, Scope scope) {
        if (Words.count(plain) > LONGEST_COMMAND_WORDS) {
            return Optional.empty();
        }
        if (WishWords.PAGE_COUNT.matcher(plain).find()) {
            return Optional.of(new Wish.PageCount());
        }
        if (WishWords.AUTHOR.matcher(plain).find()) {
            return Optional.of(new Wish.Author());
        }
        if (WishWords.TITLE.matcher(plain).find()) {
            return Optional.of(new Wish.Title());
        }
        if (WishWords.CREATED.matcher(plain).find()) {
            return Optional.of(new Wish.Created());
        }
        if (WishWords.LISTING.matcher(plain).find()) {
            return Optional.of(new Wish.Listing());
        }
        if (scope.pages().isPresent() && WishWords.PAGE_TEXT.matcher(plain).find()) {
            return Optional.of(new Wish.PageText(scope.pages().get()));
        }
        return Optional.empty();
    }

    private static Wish content(String plain, Scope scope) {
        boolean command = Words.count(plain) <= LONGEST_COMMAND_WORDS;
        if (command && WishWords.OUTLINE.matcher(plain).find()) {
            return new Wish.Outline();
        }
        if (command && WishWords.KEY_TERMS.matcher(plain).find()) {
            return new Wish.KeyTerms(scope);
        }
        boolean points = WishWords.POINTS.matcher(plain).find();
        if (isSummary(plain)) {
            return aboutSomething(plain) && scope.isEverything()
                    ? new Wish.Question(scope, false, OptionalInt.of(length(plain).orElse(5)))
                    : new Wish.Summary(scope, length(plain), points);
        }
        if (command && WishWords.ABOUT.matcher(plain).find()) {
            return scope.isEverything()
                    ? new Wish.About()
                    : new Wish.Summary(scope, length(plain), points);
        }
        return new Wish.Question(scope, WishWords.EACH.matcher(plain).find(), OptionalInt.empty());
    }

    private static boolean isSummary(String plain) {
        if (WishWords.LENGTH_ONLY.matcher(plain).matches()) {
            return true;
        }
        return WishWords.SUMMARY.matcher(plain).find()
                && !WishWords.ASKS_A_FACT.matcher(plain).find();
    }

    /// "Summarise what it says about fees": a question that wants more than one sentence.
    private static boolean aboutSomething(String plain) {
        return WishWords.ABOUT_SOMETHING.matcher(plain).find();
    }

    private static OptionalInt length(String plain) {
        Matcher sentences = WishWords.SENTENCES.matcher(plain);
        if (sentences.find()) {
            OptionalInt count = number(sentences.group(1));
            if (count.isPresent()) {
                return bounded(count.getAsInt());
            }
        }
        Matcher words = WishWords.WORDS.matcher(plain);
        if (words.find()) {
            OptionalInt count = number(words.group(1));
            if (count.isPresent()) {
                return bounded(count.getAsInt() / WORDS_A_SENTENCE);
            }
        }
        if (WishWords.SHORT.matcher(plain).find()) {
            return OptionalInt.of(FEW);
        }
        return WishWords.LONG.matcher(plain).find() ? OptionalInt.of(MANY) : OptionalInt.empty();
    }

    private static OptionalInt bounded(int count) {
        return OptionalInt.of(Math.clamp(count, 1, MOST_SENTENCES));
    }

    private static OptionalInt number(String word) {
        if (word.matches("a|one|an|einem|ein|une|un|una|um|uma")) {
            return OptionalInt.of(1);
        }
        OptionalInt parsed = NumberWords.parse(word);
        return parsed.isPresent() ? parsed : SmallNumbers.of(word);
    }

    /// Numbers in the words of other languages.
    private static final class SmallNumbers {
        private static final Pattern[] WORDS = {
            Pattern.compile("zwei|deux|dos|due|dois|twee"),
            Pattern.compile("drei|trois|tres|tre|três|drie"),
            Pattern.compile("vier|quatre|cuatro|quattro|quatro"),
            Pattern.compile("fünf|cinq|cinco|cinque|vijf"),
            Pattern.compile("sechs|six|seis|sei|zes"),
            Pattern.compile("sieben|sept|siete|sette|sete|zeven"),
            Pattern.compile("acht|huit|ocho|otto|oito"),
            Pattern.compile("neun|neuf|nueve|nove|negen"),
            Pattern.compile("zehn|dix|diez|dieci|dez|tien"),
        };

        private SmallNumbers() {}

        static OptionalInt of(String word) {
            for (int index = 0; index < WORDS.length; index++) {
                if (WORDS[index].matcher(word).matches()) {
                    return OptionalInt.of(index + 2);
                }
            }
            return OptionalInt.empty();
        }
    }
}
