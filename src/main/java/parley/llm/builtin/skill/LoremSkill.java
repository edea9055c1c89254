package parley.llm.builtin.skill;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import parley.llm.builtin.language.Interruption;
import parley.llm.builtin.language.NumberWords;
import parley.llm.builtin.language.Seed;

/// Writes filler text of an exact number of words: `lorem ipsum of 200 words`, `3 paragraphs of
/// lorem ipsum`. The same for everybody, as lorem ipsum is.
final class LoremSkill implements Skill {
    private static final int USUAL_WORDS = 69;
    private static final int WORDS_PER_PARAGRAPH = 80;
    private static final int SENTENCES_PER_PARAGRAPH = 6;
    private static final int MOST_WORDS = 20_000;
    private static final Pattern AMOUNT =
            Pattern.compile("\\b(\\d[\\d,]{0,8}|[a-z]{1,9})[ -](words?|paragraphs?)\\b");
    private static final List<String> BEGINNING =
            List.of("lorem", "ipsum", "dolor", "sit", "amet", "consectetur", "adipiscing", "elit");
    private static final List<String> WORDS =
            List.of(
                    "sed",
                    "do",
                    "eiusmod",
                    "tempor",
                    "incididunt",
                    "ut",
                    "labore",
                    "et",
                    "dolore",
                    "magna",
                    "aliqua",
                    "enim",
                    "ad",
                    "minim",
                    "veniam",
                    "quis",
                    "nostrud",
                    "exercitation",
                    "ullamco",
                    "laboris",
                    "nisi",
                    "aliquip",
                    "ex",
                    "ea",
                    "commodo",
                    "consequat",
                    "duis",
                    "aute",
                    "irure",
                    "in",
                    "reprehenderit",
                    "voluptate",
                    "velit",
                    "esse",
                    "cillum",
                    "fugiat",
                    "nulla",
                    "pariatur",
                    "excepteur",
                    "sint",
                    "occaecat",
                    "cupidatat",
                    "non",
                    "proident",
                    "sunt",
                    "culpa",
                    "qui",
                    "officia",
                    "deserunt",
                    "mollit",
                    "anim",
                    "id",
                    "est",
                    "laborum");

    @Override
    public Optional<Answer> answer(Question question) throws InterruptedException {
        String line = question.line();
        boolean asked = line.contains("lorem ipsum") || line.contains("filler text");
        if (!asked || question.text().length() > 200) {
            return Optional.empty();
        }
        if (line.startsWith("what is") || line.startsWith("what's")) {
            return Answer.prose(
                    "Lorem ipsum is filler text: scrambled Latin after Cicero that shows how a page"
                            + " looks before its words exist. Say how many words you need, and I"
                            + " write them.");
        }
        return Answer.exact(write(words(line)));
    }

    private static int words(String line) {
        Matcher matcher = AMOUNT.matcher(line);
        while (matcher.find()) {
            OptionalInt number = NumberWords.parse(matcher.group(1).replace(",", ""));
            if (number.isPresent()) {
                long unit = matcher.group(2).startsWith("p") ? WORDS_PER_PARAGRAPH : 1;
                return Math.clamp(number.getAsInt() * unit, 1, MOST_WORDS);
            }
        }
        return USUAL_WORDS;
    }

    private static String write(int count) throws InterruptedException {
        Seed seed = new Seed("lorem ipsum");
        StringBuilder text = new StringBuilder(count * 7);
        int sentences = 0;
        int left = count;
        while (left > 0) {
            Interruption.check();
            int length = left <= 16 ? left : 6 + seed.next(8);
            if (!text.isEmpty()) {
                text.append(sentences % SENTENCES_PER_PARAGRAPH == 0 ? "\n\n" : " ");
            }
            sentence(text, seed, length, sentences == 0);
            sentences++;
            left -= length;
        }
        return text.toString();
    }

    private static void sentence(StringBuilder text, Seed seed, int length, boolean first) {
        for (int index = 0; index < length; index++) {
            boolean fixed = first && index < BEGINNING.size();
            String word = fixed ? BEGINNING.get(index) : seed.pick(WORDS);
            if (index > 0) {
                text.append(index == 5 && length > 8 ? ", " : " ");
            }
            text.append(
                    index == 0 ? Character.toUpperCase(word.charAt(0)) + word.substring(1) : word);
        }
        text.append('.');
    }
}
