package parley.llm.builtin.skill;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import parley.llm.ChatMessage;
import parley.llm.Role;
import parley.llm.builtin.language.Language;
import parley.llm.builtin.language.LanguageGuess;
import parley.llm.builtin.language.Seed;
import parley.llm.builtin.language.Whitespace;

/// Tells stories, jokes and riddles, recites poems. Written beforehand and varied by the words of
/// the prompt; asked again in the same conversation it tells another.
final class CreativeSkill implements Skill {
    private static final int LONGEST_LINE = 200;
    private static final int LONGEST_TOPIC = 60;
    private static final Pattern WANTED =
            Pattern.compile(
                    "(?:me |mir )?(?:(?:tell|write|give|make|sing|recite|compose|create|read"
                            + "|invent|know|say|do you have|i want|i'd like"
                            + "|erzähl|erzähle|schreib|schreibe|raconte|écris|cuenta|cuéntame"
                            + "|contarme|contar|raconter|escribe|dime)\\b.{0,25}?\\b)?"
                            + "(?:a |an |me |some |another |one more |the |your |any |eine? "
                            + "|einen |une? |una? |otro |otra )*"
                            + "(?:(?:short|long|funny|good|little|nice|bedtime|fairy|dad|new"
                            + "|random|fun|interesting|quick|kurze|lustigen|cute|sad|scary"
                            + "|silly|small) )*"
                            + "(story|stories|tale|poem|poetry|verse|haiku|limerick|jokes?"
                            + "|riddles?|facts?|fun facts?|song"
                            + "|geschichte|märchen|gedicht|witz|rätsel|histoire|conte|poème"
                            + "|blague|devinette|cuento|historia|poema|chiste|adivinanza)"
                            + "(?: (?:about|on|of|for|über|von|sur|sobre|de|with|featuring)"
                            + " (.{1,80}))?(?: erzählen)?",
                    Pattern.UNICODE_CHARACTER_CLASS);
    private static final Pattern ANOTHER =
            Pattern.compile(
                    "another(?: one)?|one more|tell me another(?: one)?|more|noch (?:einen|eine"
                            + "|eins)|encore(?: une)?|otro|otra");
    private static final Pattern SURPRISE =
            Pattern.compile("(?:tell me )?something (?:interesting|new|cool)|surprise me");
    private static final Pattern MADE_LAUGH =
            Pattern.compile(
                    "make me laugh|something funny|say something funny|i'm bored|i am bored"
                            + "|entertain me|cheer me up");
    private static final Map<String, String> SECTIONS =
            Map.ofEntries(
                    Map.entry("story", "story"),
                    Map.entry("stories", "story"),
                    Map.entry("tale", "story"),
                    Map.entry("geschichte", "story"),
                    Map.entry("märchen", "story"),
                    Map.entry("histoire", "story"),
                    Map.entry("conte", "story"),
                    Map.entry("cuento", "story"),
                    Map.entry("historia", "story"),
                    Map.entry("poem", "poem"),
                    Map.entry("poetry", "poem"),
                    Map.entry("verse", "poem"),
                    Map.entry("song", "poem"),
                    Map.entry("gedicht", "poem"),
                    Map.entry("poème", "poem"),
                    Map.entry("poema", "poem"),
                    Map.entry("haiku", "haiku"),
                    Map.entry("limerick", "limerick"),
                    Map.entry("riddle", "riddle"),
                    Map.entry("riddles", "riddle"),
                    Map.entry("rätsel", "riddle"),
                    Map.entry("devinette", "riddle"),
                    Map.entry("adivinanza", "riddle"),
                    Map.entry("fact", "fact"),
                    Map.entry("facts", "fact"),
                    Map.entry("fun fact", "fact"),
                    Map.entry("fun facts", "fact"));

    private final CreativeTexts texts = new CreativeTexts();

    @Override
    public Optional<Answer> answer(Question question) {
        String line = question.line();
        if (line.length() > LONGEST_LINE) {
            return Optional.empty();
        }
        if (SURPRISE.matcher(line).matches()) {
            return tell("fact", question, line, "");
        }
        if (MADE_LAUGH.matcher(line).matches()) {
            return tell("joke", question, line, "");
        }
        if (ANOTHER.matcher(line).matches()) {
            return earlier(question).flatMap(before -> asked(before, question));
        }
        return asked(line, question);
    }

    private Optional<Answer> asked(String line, Question question) {
        Matcher matcher = WANTED.matcher(line);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String kind = matcher.group(1);
        String section = SECTIONS.getOrDefault(kind, "joke");
        boolean english = LanguageGuess.of(question.text()) == Language.ENGLISH;
        String topic =
                matcher.group(2) == null || !english
                        ? ""
                        : topic(asWritten(matcher.group(2), question.text()));
        // Facts about something would have to be known, and a "history of" is not a story.
        boolean knowledge = !topic.isEmpty() && (section.equals("fact") || kind.equals("historia"));
        return knowledge || topic.length() > LONGEST_TOPIC
                ? Optional.empty()
                : tell(section, question, line, topic);
    }

    private Optional<Answer> tell(String section, Question question, String line, String topic) {
        boolean onTopic = !topic.isEmpty() && (section.equals("story") || section.equals("poem"));
        long told =
                question.history().stream().filter(said -> said.role() == Role.ASSISTANT).count();
        String name = onTopic ? "topic-" + section : section;
        String piece = texts.write(name, new Seed(line), (int) told, topic);
        return Answer.exact(
                topic.isEmpty() || onTopic
                        ? piece
                        : "I know none about " + topic + ", but this one: " + piece);
    }

    /// The last message that asked for something to be told.
    private static Optional<String> earlier(Question question) {
        return question.history().reversed().stream()
                .filter(said -> said.role() == Role.USER)
                .map(ChatMessage::text)
                .map(Courtesy::strip)
                .filter(line -> line.length() <= LONGEST_LINE && WANTED.matcher(line).matches())
                .findFirst();
    }

    /// The same words with the capitals they were written with.
    private static String asWritten(String words, String text) {
        String plain = Whitespace.collapse(text).replace('’', '\'');
        int start = plain.toLowerCase(Locale.ROOT).indexOf(words);
        boolean found = start >= 0 && start + words.length() <= plain.length();
        return found ? plain.substring(start, start + words.length()) : words;
    }

    private static String topic(String written) {
        return written.replaceAll("\\b(?:my|our)\\b", "your")
                .replaceAll("\\b(?:me|myself)\\b", "you")
                .replaceAll(" (?:in|with|of) .{1,20} (?:words|sentences|lines)$", "")
                .strip();
    }
}
