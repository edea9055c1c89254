package parley.llm.builtin.skill;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import parley.llm.ChatMessage;
import parley.llm.Role;
import parley.llm.builtin.language.Passages;
import parley.llm.builtin.language.Sentences;
import parley.llm.builtin.language.Summary;
import parley.llm.builtin.language.Whitespace;

/// Looks back on the conversation: sums it up, quotes what was said about something, finds the
/// first question, says the last answer again.
final class RecallSkill implements Skill {
    private static final Pattern TALK =
            Pattern.compile(
                    "\\b(?:(?:our|this|the) (?:whole |entire )?(?:conversation|chat|discussion"
                            + "|dialogue|thread)"
                            + "|we(?:'ve| have)? (?:discuss(?:ed)?|talk(?:ed)?(?: about)?|said"
                            + "|covered)"
                            + "|(?:everything|all) (?:we|i) (?:said|wrote)|unser gespräch|das"
                            + " gespräch"
                            + "|notre conversation|la conversation|nuestra conversación|la"
                            + " conversación)\\b");
    private static final Pattern TALK_WANTED =
            Pattern.compile(
                    "\\b(?:summari[sz]e|summary|sum up|recap|key points|main points|what"
                            + "|overview|tl;?dr|fasse"
                            + "|zusammen|résume[rz]?|resume|resumen)\\b");
    private static final Pattern NTH =
            Pattern.compile(
                    "(?:what (?:was|is|were)|repeat|show(?: me)?|tell me) (?:my|the) (very"
                            + " first|first|second|third"
                            + "|fourth|fifth|last|latest|previous|most recent) (?:question"
                            + "|message|thing|prompt|request|words)"
                            + "(?: (?:that )?i (?:said|asked|wrote|told you)(?: you)?)?"
                            + "|what did i (?:just |)(?:say|ask|write|tell you)(?: you)? (first"
                            + "|last|before|just now|at first)"
                            + "|what did i just (say|ask|write)(?: you)?");
    private static final Pattern ABOUT =
            Pattern.compile(
                    "(?:what|when|did) (?:did |have |has )?(i|you|we)(?:'ve)? (?:say|said|tell"
                            + " you|told you|ask|asked|write|wrote"
                            + "|mention|mentioned|talk|talked)(?: you| me| to you)?(?: about|"
                            + " of| on|) (.{2,120})");
    private static final Pattern AGAIN =
            Pattern.compile(
                    "(?:repeat|say) (?:that|it|this|yourself|(?:your|the) last (?:answer"
                            + "|message|reply|response))(?: again)?"
                            + "|say (?:that|it) again|what did you (?:just )?say(?: again)?"
                            + "|come again|again|once more"
                            + "|what (?:was|is) your (?:last|previous) (?:answer|reply|response"
                            + "|message)|repeat");
    private static final Pattern COUNT =
            Pattern.compile(
                    "how many (messages|questions)(?: .{0,40})?\\b(?:i|we|conversation|chat|so"
                            + " far)\\b.{0,30}");
    private static final Pattern LIST =
            Pattern.compile(
                    "(?:list|show|what are|what were)(?: me)?(?: all)? my (?:questions"
                            + "|messages)(?: so far)?"
                            + "|what (?:questions )?(?:did|have) i asked?(?: you)?(?: so far)?");

    private static final List<String> ORDINALS =
            List.of("first", "second", "third", "fourth", "fifth");
    private static final int LONGEST_LINE = 200;
    private static final int LONGEST_QUOTE = 160;
    private static final int LONGEST_READ = 20_000;
    private static final int QUOTES = 3;
    private static final int POINTS = 6;
    private static final int MOST_SENTENCES = 3_000;

    /// Whether a line speaks of the conversation itself.
    static boolean isAboutTalk(String line) {
        return TALK.matcher(line).find();
    }

    @Override
    public Optional<Answer> answer(Question question) throws InterruptedException {
        String line = question.line();
        if (line.length() > LONGEST_LINE) {
            return Optional.empty();
        }
        if (isAboutTalk(line) && TALK_WANTED.matcher(line).find()) {
            return Answer.exact(talk(question));
        }
        if (AGAIN.matcher(line).matches()) {
            return Answer.exact(question.lastAnswer().orElse("I have not said anything yet."));
        }
        Matcher nth = NTH.matcher(line);
        if (nth.matches()) {
            return Answer.exact(nth(question, nth));
        }
        if (COUNT.matcher(line).matches()) {
            return Answer.exact(count(question));
        }
        if (LIST.matcher(line).matches()) {
            return Answer.exact(list(question));
        }
        Matcher about = ABOUT.matcher(line);
        return about.matches()
                ? Answer.exact(about(question, about.group(1), about.group(2)))
                : Optional.empty();
    }

    private static String talk(Question question) throws InterruptedException {
        List<String> exchanges = exchanges(question.history());
        if (exchanges.isEmpty()) {
            return "There is nothing to look back on yet: this is the first message of our"
                    + " conversation.";
        }
        int count = Math.max(1, question.wishes().sentences().orElse(POINTS));
        List<String> picked = Summary.pick(exchanges, count);
        return count == 1
                ? picked.getFirst()
                : "What was said so far:\n- " + String.join("\n- ", picked);
    }

    /// Each question with the gist of its answer.
    private static List<String> exchanges(List<ChatMessage> history) throws InterruptedException {
        List<String> exchanges = new ArrayList<>();
        for (ChatMessage message : history) {
            String said = Whitespace.head(message.text(), LONGEST_READ);
            if (message.role() == Role.USER) {
                exchanges.add("You: " + quote(said));
            } else if (!exchanges.isEmpty()) {
                List<String> gist = Summary.of(said, 1);
                String answer = gist.isEmpty() ? said : gist.getFirst();
                exchanges.set(
                        exchanges.size() - 1, exchanges.getLast() + " – answer: " + quote(answer));
            }
        }
        return exchanges;
    }

    private static String nth(Question question, Matcher matcher) {
        String which =
                IntStream.rangeClosed(1, 3)
                        .mapToObj(matcher::group)
                        .filter(group -> group != null)
                        .findFirst()
                        .orElse("last");
        List<String> asked = question.earlierQuestions();
        if (asked.isEmpty()) {
            return "This is your first message in this conversation.";
        }
        int ordinal = ORDINALS.indexOf(which.substring(which.lastIndexOf(' ') + 1));
        int index = ordinal < 0 ? asked.size() - 1 : ordinal;
        return index < asked.size()
                ? (ordinal < 0 ? "Before this one you wrote: " : "Your " + which + " message was: ")
                        + quote(asked.get(index))
                : "You have written %d messages before this one.".formatted(asked.size());
    }

    private static String about(Question question, String who, String subject)
            throws InterruptedException {
        List<String> sentences = new ArrayList<>();
        for (ChatMessage message : question.history()) {
            boolean fits = who.equals("we") || (message.role() == Role.USER) == who.equals("i");
            if (fits) {
                sentences.addAll(Sentences.of(message.text(), MOST_SENTENCES - sentences.size()));
            }
        }
        List<String> found = new Passages(sentences).about(subject, QUOTES);
        String speaker = who.equals("i") ? "You" : who.equals("you") ? "I" : "We";
        return found.isEmpty()
                ? "%s have not said anything about %s in this conversation."
                        .formatted(speaker, subject)
                : "%s said: %s"
                        .formatted(
                                speaker,
                                found.stream()
                                        .map(RecallSkill::quote)
                                        .collect(Collectors.joining(" … ")));
    }

    private static String count(Question question) {
        int asked = question.earlierQuestions().size() + 1;
        return "With this one you have written %d message%s in this conversation."
                .formatted(asked, asked == 1 ? "" : "s");
    }

    private static String list(Question question) {
        List<String> asked = question.earlierQuestions();
        return asked.isEmpty()
                ? "This is your first message in this conversation."
                : IntStream.range(0, asked.size())
                        .mapToObj(index -> (index + 1) + ". " + shortened(asked.get(index)))
                        .collect(Collectors.joining("\n"));
    }

    private static String quote(String text) {
        return "“" + shortened(text) + "”";
    }

    private static String shortened(String text) {
        return Whitespace.excerpt(
                Whitespace.collapse(Whitespace.head(text, LONGEST_READ)), LONGEST_QUOTE);
    }
}
