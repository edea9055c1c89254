package parley.llm.builtin.skill;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import parley.llm.builtin.language.Whitespace;

/// Says what it is told to say: `repeat after me: …`, `say "…"`, `reply with exactly: …`. Behind a
/// colon every character comes back as it was written, except one space or line break after it.
final class EchoSkill implements Skill {
    private static final String POLITE = "\\s*(?:(?:please|can you|could you|bitte|por favor),? )?";
    private static final String EXACTLY =
            "(?: (?:with|only|exactly|just|back|verbatim|the following|these words?|the text"
                    + "|the (?:single |exact )?words?|the (?:sentence|phrase)|one word))*";
    private static final Pattern COLON =
            Pattern.compile(
                    POLITE
                            + "(?:repeat(?: after me)?|echo|say|reply|respond|answer|print"
                            + "|output|write"
                            + "|wiederhole|sag|sage|répète|dis|repite|di)"
                            + EXACTLY
                            + "(?: this| these)?(?: and nothing else)? ?:",
                    Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern PLAIN =
            Pattern.compile(
                    POLITE
                            + "(?:repeat after me|echo|say|(?:reply|respond|answer)(?: only)? with)"
                            + EXACTLY
                            + "\\s+",
                    Pattern.CASE_INSENSITIVE);
    private static final Pattern QUOTED_ONLY =
            Pattern.compile(
                    POLITE + "(?:repeat|print|output|write)" + EXACTLY + "\\s+(?=[\"“'`])",
                    Pattern.CASE_INSENSITIVE);
    // What follows "say" there is no text to say.
    private static final Pattern NO_TEXT =
            Pattern.compile(
                    "(?:something|anything|it|that|again|nothing|more|why|how|what|which|who"
                            + "|when|where"
                            + "|hello (?:in|to)|hi to|yes or no|a (?:joke|story|poem)|goodbye"
                            + " to|your"
                            + "|a (?:brief|short|summary|list|number|detailed|full|json)"
                            + "|one (?:sentence|word|paragraph)$|in )\\b.*",
                    Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern NOTHING_ELSE =
            Pattern.compile("(?:,? and|,)? nothing else[.!]?\\s*$", Pattern.CASE_INSENSITIVE);
    private static final int HEAD = 300;

    @Override
    public Optional<Answer> answer(Question question) {
        String text = question.text();
        Matcher colon = COLON.matcher(text);
        if (colon.lookingAt()) {
            String body = text.substring(Reading.bodyStart(text, colon.end()));
            return body.isEmpty() ? Optional.empty() : Answer.exact(body);
        }
        Matcher plain = PLAIN.matcher(text);
        if (plain.lookingAt()) {
            return unquoted(text.substring(plain.end()), plain.group().contains("word"));
        }
        Matcher quoted = QUOTED_ONLY.matcher(text);
        return quoted.lookingAt()
                ? unquoted(text.substring(quoted.end()), false)
                : Optional.empty();
    }

    private static Optional<Answer> unquoted(String rest, boolean oneWord) {
        boolean excluded = NO_TEXT.matcher(Whitespace.head(rest, HEAD)).matches();
        String body = rest.length() > HEAD ? rest : NOTHING_ELSE.matcher(rest).replaceFirst("");
        if (excluded || body.isBlank()) {
            return Optional.empty();
        }
        String inside = withoutQuotes(body);
        boolean word = oneWord && inside.endsWith(".") && inside.indexOf(' ') < 0;
        return Answer.exact(word ? inside.substring(0, inside.length() - 1) : inside);
    }

    private static String withoutQuotes(String body) {
        String text = body.strip();
        int end = text.length() - 1;
        if (end > 1 && ".!".indexOf(text.charAt(end)) >= 0 && isQuote(text.charAt(end - 1))) {
            end--;
        }
        boolean quoted =
                end > 1 && isQuote(text.charAt(0)) && closes(text.charAt(0), text.charAt(end));
        return quoted ? text.substring(1, end) : body;
    }

    private static boolean isQuote(char letter) {
        return "\"“”„'‘’`«»".indexOf(letter) >= 0;
    }

    private static boolean closes(char open, char close) {
        return isQuote(close) && (open == close || "\"'`".indexOf(open) < 0);
    }
}
