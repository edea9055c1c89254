package parley.llm.builtin.skill;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import parley.llm.builtin.language.Sentences;
import parley.llm.builtin.language.Summary;
import parley.llm.builtin.language.Whitespace;
import parley.llm.builtin.language.Words;

/// Sums up a text that is given, or the last answer. Takes the text's own sentences; says so if
/// there is too little to sum up.
final class SummarySkill implements Skill {
    private static final Pattern WANTED =
            Pattern.compile(
                    "\\b(?:summari[sz]e|summari[sz]ing|summary|sum(?: it| this| that)? up"
                            + "|tl;?dr|key points"
                            + "|main points|main ideas?|most important (?:points|sentences)"
                            + "|gist|shorten|condense"
                            + "|in short|fasse|zusammenfassung|zusammenfassen|fass|kürze"
                            + "|résume[rz]?|résumé"
                            + "|resumen|resumir|resúmeme|resume (?:este|esto|el|la))\\b",
                    Pattern.UNICODE_CHARACTER_CLASS);
    private static final Pattern LENGTH_ONLY =
            Pattern.compile(
                    "(?:in|with|into) \\w{1,10} (?:short )?(?:sentences?|words|bullet points?"
                            + "|points|bullets)");
    private static final Pattern POINTING =
            Pattern.compile(
                    "\\b(?:that|it|(?:your|the) (?:last |previous )?(?:answer|reply|story|poem"
                            + "|text)|the above)\\b");
    private static final Pattern FOLLOW_UP =
            Pattern.compile(
                    "(?:(?:and )?(?:make it|say (?:it|that)|summari[sz]e (?:it|that)|that|it"
                            + "|put it|now|again|give me"
                            + " (?:it|that)) )?(?:(?:in|with|into) (?:about |exactly |at most"
                            + " )?\\w{1,10} (?:short )?"
                            + "(?:sentences?|words|bullet points?|points|bullets)|(?:as|in|with"
                            + "|using) (?:a )?(?:bullets?|bullet"
                            + " points|points|list)|(?:even )?shorter|(?:more )?brief(?:er|ly)?)");
    private static final int MOST_USUAL = 5;
    private static final int POINTS = 4;
    private static final int LONGEST_FIRST_LINE = 60;

    @Override
    public Optional<Answer> answer(Question question) throws InterruptedException {
        for (Reading reading : question.readings()) {
            boolean wanted = WANTED.matcher(reading.instruction()).find();
            boolean lengthOnly = LENGTH_ONLY.matcher(reading.instruction()).matches();
            if (reading.hasBody() && (wanted || (lengthOnly && isLong(reading.body())))) {
                return Answer.exact(
                        summary(reading.body(), Wishes.in(reading.instruction()), question));
            }
        }
        Optional<Answer> again = again(question);
        return again.isPresent() ? again : wholeLine(question);
    }

    /// "In one sentence", "as bullet points", "shorter" after a summary: the same text once more.
    private static Optional<Answer> again(Question question) throws InterruptedException {
        if (!FOLLOW_UP.matcher(question.line()).matches()) {
            return Optional.empty();
        }
        Wishes wishes = Wishes.in(question.line());
        Wishes wanted = wishes.isLength() ? wishes : Wishes.in("in one sentence");
        for (String earlier : question.earlierQuestions().reversed()) {
            for (Reading reading : Reading.of(earlier)) {
                if (reading.hasBody() && WANTED.matcher(reading.instruction()).find()) {
                    return Answer.exact(summary(reading.body(), wanted, question));
                }
            }
        }
        Optional<String> last = question.lastAnswer();
        return last.isEmpty()
                ? Optional.empty()
                : Answer.exact(summary(last.get(), wanted, question));
    }

    /// Without a text beside the instruction: "summarise your last answer", "summarise the text …".
    private static Optional<Answer> wholeLine(Question question) throws InterruptedException {
        String line = question.line();
        if (!WANTED.matcher(Whitespace.head(line, 80)).find() || RecallSkill.isAboutTalk(line)) {
            return Optional.empty();
        }
        if (isLong(question.text())) {
            return Answer.exact(
                    summary(withoutCommand(question.text()), question.wishes(), question));
        }
        Optional<String> last = question.lastAnswer();
        boolean pointed = POINTING.matcher(line).find() || Words.count(line) <= 4;
        if (pointed && last.isPresent()) {
            return Answer.exact(summary(last.get(), question.wishes(), question));
        }
        boolean asksForText = Words.count(line) <= 8;
        return asksForText
                ? Answer.prose(
                        "Gladly. Paste the text behind “Summarise:”, and say how long it may become"
                                + " if you like, for instance “in three sentences” or “as bullet"
                                + " points”.")
                : Optional.empty();
    }

    /// "Please summarise: …" on one line, without the sign that would tell the two apart.
    private static String withoutCommand(String text) {
        List<String> sentences = Sentences.of(text, 2);
        boolean commandFirst =
                sentences.size() > 1
                        && sentences.getFirst().length() <= LONGEST_FIRST_LINE
                        && WANTED.matcher(Courtesy.plain(sentences.getFirst())).find();
        int end = commandFirst ? text.indexOf(lastWord(sentences.getFirst())) : -1;
        return end < 0 ? text : text.substring(end + lastWord(sentences.getFirst()).length());
    }

    private static String lastWord(String sentence) {
        return sentence.substring(sentence.lastIndexOf(' ') + 1);
    }

    private static boolean isLong(String text) {
        return text.length() > 200 && Sentences.of(text, 3).size() > 2;
    }

    private static String summary(String text, Wishes local, Question question)
            throws InterruptedException {
        List<String> all = Sentences.of(Whitespace.head(text, 1_500_000));
        Wishes wishes = local.sentences().isPresent() || local.points() ? local : question.wishes();
        if (all.isEmpty()) {
            return "There is nothing in the text that could be summed up.";
        }
        int count = Math.max(1, count(all, wishes));
        List<String> best = withinWords(all, count, wishes);
        if (wishes.points()) {
            return best.stream()
                    .map(sentence -> "- " + withoutMark(sentence))
                    .collect(Collectors.joining("\n"));
        }
        String summary =
                best.stream().map(SummarySkill::withoutMark).collect(Collectors.joining(" "));
        return all.size() <= count && wishes.words().isEmpty()
                ? whole(all.size(), summary)
                : summary;
    }

    private static String whole(int sentences, String text) {
        return sentences == 1
                ? "It is one sentence already: " + text
                : "It has only %d sentences, so here it is whole: %s".formatted(sentences, text);
    }

    private static int count(List<String> sentences, Wishes wishes) {
        if (wishes.sentences().isPresent()) {
            return wishes.sentences().getAsInt();
        }
        if (wishes.words().isPresent()) {
            int average = sentences.stream().mapToInt(Words::count).sum() / sentences.size();
            return wishes.words().getAsInt() / Math.max(1, average) + 1;
        }
        if (wishes.points()) {
            return POINTS;
        }
        // A quarter of the text, up to a paragraph.
        return Math.clamp((sentences.size() + 2) / 4, 1, MOST_USUAL);
    }

    private static List<String> withinWords(List<String> all, int count, Wishes wishes)
            throws InterruptedException {
        int most = wishes.words().orElse(Integer.MAX_VALUE);
        for (int taken = count; taken > 0; taken--) {
            List<String> best = Summary.pick(all, taken);
            if (best.stream().mapToInt(Words::count).sum() <= most) {
                return best;
            }
        }
        return List.of(cut(Summary.pick(all, 1).getFirst(), most));
    }

    private static String cut(String sentence, int words) {
        String[] parts = sentence.split(" ", -1);
        return String.join(" ", Arrays.asList(parts).subList(0, Math.min(words, parts.length)))
                + "…";
    }

    private static String withoutMark(String sentence) {
        boolean marked = sentence.length() > 2 && "-*•#>".indexOf(sentence.charAt(0)) >= 0;
        return marked ? sentence.replaceFirst("^[-*•#>]{1,6} ?", "") : sentence;
    }
}
