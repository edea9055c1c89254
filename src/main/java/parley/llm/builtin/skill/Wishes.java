package parley.llm.builtin.skill;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import parley.llm.ChatMessage;
import parley.llm.Role;
import parley.llm.builtin.language.Language;
import parley.llm.builtin.language.NumberWords;
import parley.llm.builtin.language.Whitespace;

/// How somebody wants to be answered. The question's own wishes go before those of system messages.
///
/// @param language the language asked for by name
/// @param sentences the most sentences
/// @param words the most words
/// @param points whether as a list
record Wishes(
        Optional<Language> language, OptionalInt sentences, OptionalInt words, boolean points) {
    private static final int CHARACTERS_READ = 2_000;
    private static final int BRIEF = 2;

    private static final Pattern SENTENCES =
            Pattern.compile(
                    "\\b(?:in|with|of|to|into|than|most|only|exactly|about|within|max|maximum|use)"
                            + " (?:a )?(\\w{1,10})(?: or (?:less|fewer))?"
                            + " (?:short |brief |simple |full )?sentences?\\b");
    private static final Pattern WORDS =
            Pattern.compile(
                    "\\b(?:in|with|of|to|than|most|under|about|within|max) (\\w{1,9}) words?\\b");
    private static final Pattern BREVITY =
            Pattern.compile(
                    "\\b(?:be (?:very )?(?:brief|concise|short|succinct)|briefly|concisely"
                            + "|keep (?:it|your answers?|answers) (?:very )?(?:short|brief)"
                            + "|short(?:est)? answers?|tl;?dr)\\b");
    private static final Pattern POINTS =
            Pattern.compile(
                    "\\b(?:bullets?|bullet points?|key points|main points|as a list"
                            + "|stichpunkte)\\b");
    private static final Pattern LANGUAGE =
            Pattern.compile(
                    "\\b(?:(?:in|into|speak|use) (english|german|french|spanish)"
                            + "|auf (deutsch|englisch)|en (français|español|anglais|inglés))\\b",
                    Pattern.UNICODE_CHARACTER_CLASS);

    // There the language is what is asked for, not the one to answer in.
    private static final Pattern TRANSLATION =
            Pattern.compile("\\btranslat|\\bhow do (?:you|i) say\\b|\\b(?:word|words) for\\b");

    static Wishes of(List<ChatMessage> messages, String question) {
        StringBuilder system = new StringBuilder();
        for (ChatMessage message : messages) {
            if (message.role() == Role.SYSTEM && system.length() < CHARACTERS_READ) {
                system.append(Whitespace.head(message.text(), CHARACTERS_READ)).append('\n');
            }
        }
        Wishes asked = in(Courtesy.plain(Whitespace.head(question, CHARACTERS_READ)));
        return system.isEmpty() ? asked : asked.orElse(in(Courtesy.plain(system.toString())));
    }

    /// The wishes in one text.
    ///
    /// @param plain on one line, in lower case
    static Wishes in(String plain) {
        Matcher sentences = SENTENCES.matcher(plain);
        OptionalInt count =
                sentences.find() ? NumberWords.parse(sentences.group(1)) : OptionalInt.empty();
        if (count.isEmpty() && BREVITY.matcher(plain).find()) {
            count = OptionalInt.of(BRIEF);
        }
        Matcher words = WORDS.matcher(plain);
        OptionalInt wordCount =
                words.find() ? NumberWords.parse(words.group(1)) : OptionalInt.empty();
        boolean translation = TRANSLATION.matcher(plain).find();
        Optional<Language> language = translation ? Optional.empty() : language(plain);
        return new Wishes(language, count, wordCount, POINTS.matcher(plain).find());
    }

    /// Whether anything is said about the length or the form.
    boolean isLength() {
        return sentences.isPresent() || words.isPresent() || points;
    }

    private Wishes orElse(Wishes other) {
        return new Wishes(
                language.or(other::language),
                sentences.isPresent() ? sentences : other.sentences,
                words.isPresent() ? words : other.words,
                points || other.points);
    }

    private static Optional<Language> language(String plain) {
        Matcher matcher = LANGUAGE.matcher(plain);
        if (!matcher.find()) {
            return Optional.empty();
        }
        String name = matcher.group().substring(matcher.group().lastIndexOf(' ') + 1);
        return Optional.of(
                switch (name) {
                    case "german", "deutsch" -> Language.GERMAN;
                    case "french", "français" -> Language.FRENCH;
                    case "spanish", "español" -> Language.SPANISH;
                    default -> Language.ENGLISH;
                });
    }
}
