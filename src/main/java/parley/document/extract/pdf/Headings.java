package parley.document.extract.pdf;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import parley.document.Block;
import parley.document.Block.Kind;

/// Tells headings from running text: larger than most of the document, or bold and short.
final class Headings {
    private static final double LARGER = 1.12;
    private static final double AS_LARGE = 0.95;
    private static final int LONGEST = 250;
    private static final int MOST_LINES = 4;
    private static final int MOST_BOLD_WORDS = 16;
    private static final int DEEPEST = 6;
    private static final double STEP = 2;

    private final double usual;
    private final boolean boldIsUsual;
    private final List<Look> looks;

    /// What headings of one level have in common.
    private record Look(double size, boolean bold) {}

    Headings(List<List<Draft>> pages) {
        Map<Double, Long> letters = new HashMap<>();
        long bold = 0;
        long all = 0;
        for (List<Draft> page : pages) {
            for (Draft draft : page) {
                if (draft.kind() == Kind.TABLE) {
                    letters.merge(rounded(draft.size()), (long) draft.text().length(), Long::sum);
                } else if (draft.kind() == Kind.PARAGRAPH || draft.kind() == Kind.LIST_ITEM) {
                    letters.merge(rounded(draft.size()), (long) draft.text().length(), Long::sum);
                    bold += draft.bold() ? draft.text().length() : 0;
                    all += draft.text().length();
                }
            }
        }
        usual =
                letters.entrySet().stream()
                        .max(Map.Entry.comparingByValue())
                        .map(Map.Entry::getKey)
                        .orElse(0.0);
        boldIsUsual = 2 * bold > all;
        looks =
                pages.stream()
                        .flatMap(List::stream)
                        .filter(this::isHeading)
                        .map(Headings::look)
                        .distinct()
                        .sorted(
                                Comparator.comparingDouble(Look::size)
                                        .reversed()
                                        .thenComparing(Look::bold, Comparator.reverseOrder()))
                        .toList();
    }

    private static double rounded(double size) {
        return Math.rint(size * STEP) / STEP;
    }

    private static Look look(Draft draft) {
        return new Look(rounded(draft.size()), draft.bold());
    }

    private boolean isHeading(Draft draft) {
        String text = draft.text();
        boolean candidate =
                draft.kind() == Kind.PARAGRAPH
                        || (draft.kind() == Kind.LIST_ITEM && !text.startsWith("•"));
        if (!candidate
                || draft.lines() > MOST_LINES
                || text.length() > LONGEST
                || text.codePoints().noneMatch(Character::isLetter)) {
            return false;
        }
        if (draft.size() >= LARGER * usual) {
            return true;
        }
        return draft.bold()
                && !boldIsUsual
                && draft.size() >= AS_LARGE * usual
                && !text.endsWith(".")
                && !text.endsWith(",")
                && text.split(" ", -1).length <= MOST_BOLD_WORDS;
    }

    /// The blocks of a page.
    List<Block> blocks(List<Draft> page, Hyphens hyphens) {
        List<Block> blocks = new ArrayList<>();
        for (Draft draft : page) {
            String text = hyphens.resolve(draft.text()).replace("\u00AD", "");
            if (text.isBlank()) {
                continue;
            }
            blocks.add(
                    isHeading(draft)
                            ? new Block(Kind.HEADING, level(draft), text)
                            : new Block(draft.kind(), 0, text));
        }
        return blocks;
    }

    private int level(Draft draft) {
        return Math.min(DEEPEST, looks.indexOf(look(draft)) + 1);
    }
}
