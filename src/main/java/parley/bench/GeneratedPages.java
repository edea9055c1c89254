package parley.bench;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import parley.document.Block;
import parley.document.DocumentFacts;
import parley.document.DocumentPage;
import parley.document.ExtractedDocument;
import parley.document.StoredDocument;

/// Pages of text by seeded code: words as frequent as Zipf (1935) found them, in sentences under
/// headings.
final class GeneratedPages {
    private static final int WORDS = 30_000;
    private static final int SENTENCES_A_PAGE = 18;
    private static final int WORDS_A_SENTENCE = 16;
    private static final int PAGES_A_SECTION = 4;
    private static final String CONSONANTS = "bcdfghklmnprstvz";
    private static final String VOWELS = "aeiou";

    /// A document without pages.
    static final ExtractedDocument NOTHING =
            new ExtractedDocument("application/pdf", List.of(), facts(0));

    private final Random random;
    private final List<String> words = new ArrayList<>(WORDS);

    GeneratedPages(Random random) {
        this.random = random;
        for (int index = 0; index < WORDS; index++) {
            words.add(word());
        }
    }

    static StoredDocument stored(long id, int pages) {
        return new StoredDocument(
                id,
                1,
                OptionalLong.empty(),
                "document-%d.pdf".formatted(id),
                "application/pdf",
                pages * 2_000L,
                facts(pages),
                Instant.EPOCH);
    }

    ExtractedDocument document(StoredDocument stored) {
        List<DocumentPage> pages = new ArrayList<>();
        for (int number = 1; number <= stored.facts().pages(); number++) {
            List<Block> blocks = new ArrayList<>();
            if (number % PAGES_A_SECTION == 1) {
                blocks.add(new Block(Block.Kind.HEADING, 1, text(3)));
            }
            for (int paragraph = 0; paragraph < SENTENCES_A_PAGE / 3; paragraph++) {
                blocks.add(
                        new Block(
                                Block.Kind.PARAGRAPH,
                                0,
                                sentence() + " " + sentence() + " " + sentence()));
            }
            pages.add(new DocumentPage(number, blocks, false));
        }
        return new ExtractedDocument("application/pdf", pages, stored.facts());
    }

    List<String> questions(int count) {
        List<String> questions = new ArrayList<>();
        for (int index = 0; index < count; index++) {
            questions.add("what is the %s of %s".formatted(text(2), text(2)));
        }
        return questions;
    }

    private static DocumentFacts facts(int pages) {
        return new DocumentFacts(
                pages,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of("en"),
                List.of(),
                List.of());
    }

    private String sentence() {
        String text = text(WORDS_A_SENTENCE);
        return Character.toUpperCase(text.charAt(0)) + text.substring(1) + ".";
    }

    private String text(int count) {
        List<String> chosen = new ArrayList<>(count);
        for (int index = 0; index < count; index++) {
            // The inverse of Zipf's law: a rank is as likely as it is low.
            int rank = (int) Math.pow(WORDS, random.nextDouble()) - 1;
            chosen.add(words.get(rank));
        }
        return String.join(" ", chosen);
    }

    private String word() {
        StringBuilder word = new StringBuilder();
        int syllables = 2 + random.nextInt(3);
        for (int index = 0; index < syllables; index++) {
            word.append(CONSONANTS.charAt(random.nextInt(CONSONANTS.length())))
                    .append(VOWELS.charAt(random.nextInt(VOWELS.length())));
        }
        return word.toString();
    }
}
