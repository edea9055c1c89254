package parley.document.extract.pdf;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import parley.document.Block.Kind;

/// Divides lines that follow one another into paragraphs, list items and code.
final class Paragraphs {
    // Of the size of the letters.
    private static final double INDENT = 0.9;
    private static final double DEEPEST_INDENT = 6;
    private static final double SAME_EDGE = 0.35;
    private static final double OTHER_SIZE = 0.08;
    private static final double USUAL_LEADING = 1.2;
    // Of the usual distance of lines.
    private static final double APART = 1.3;
    private static final double A_LITTLE_APART = 1.1;

    private final List<Line> lines;
    private final Edges edges;
    private final double leading;
    private final List<Draft> drafts = new ArrayList<>();
    private final List<Line> open = new ArrayList<>();
    private Optional<ListMark> item = Optional.empty();

    private Paragraphs(List<Line> lines, boolean rightToLeft) {
        this.lines = lines;
        this.edges = new Edges(lines, rightToLeft);
        this.leading = leading(lines);
    }

    static List<Draft> of(List<Line> lines, boolean rightToLeft) {
        return new Paragraphs(lines, rightToLeft).drafts();
    }

    private List<Draft> drafts() {
        for (Line line : lines) {
            if (!open.isEmpty() && begins(open.getLast(), line)) {
                close();
            }
            if (open.isEmpty()) {
                item = line.isMonospaced() ? Optional.empty() : ListMark.of(line.text());
            }
            open.add(line);
        }
        close();
        return drafts;
    }

    private static double leading(List<Line> lines) {
        List<Double> distances = new ArrayList<>();
        for (int i = 1; i < lines.size(); i++) {
            double distance = lines.get(i).baseline() - lines.get(i - 1).baseline();
            double size = lines.get(i).size();
            if (distance > 0.5 * size && distance < 2.5 * size) {
                distances.add(distance / size);
            }
        }
        distances.sort(null);
        // The lower third: most distances are within paragraphs, unless most paragraphs have one
        // line.
        return distances.isEmpty() ? USUAL_LEADING : distances.get(distances.size() / 3);
    }

    /// Whether a line begins something new.
    private boolean begins(Line before, Line line) {
        boolean code = open.getFirst().isMonospaced();
        if (code != line.isMonospaced()) {
            return true;
        }
        double distance = line.baseline() - before.baseline();
        double usual = leading * Math.min(before.size(), line.size());
        if (code) {
            return distance > 2 * APART * usual;
        }
        if (distance > APART * usual || distance < -0.5 * line.size()) {
            return true;
        }
        if (Math.abs(line.size() - before.size()) > OTHER_SIZE * before.size()) {
            return true;
        }
        boolean ended = edges.endsEarly(before, line);
        boolean allBold = open.stream().allMatch(Line::isBold);
        if (allBold != line.isBold()
                && (allBold || (line.isBold() && (ended || distance > A_LITTLE_APART * usual)))) {
            return true;
        }
        return item.isPresent()
                ? beginsAfterItem(line, ended)
                : beginsParagraph(before, line, ended);
    }

    private boolean beginsAfterItem(Line line, boolean ended) {
        Optional<ListMark> mark = ListMark.of(line.text());
        double size = line.size();
        double start = edges.start(open.getFirst());
        if (mark.isPresent()
                && (mark.get().isBullet() || edges.start(line) <= start + INDENT * size || ended)) {
            return true;
        }
        double from = edges.start(line);
        boolean hanging = open.size() > 1 && edges.start(open.get(1)) > start + SAME_EDGE * size;
        boolean outdented = from < start - SAME_EDGE * size;
        boolean atMark = from <= start + SAME_EDGE * size;
        boolean bullet = item.map(ListMark::isBullet).orElse(false);
        return outdented || (atMark && (hanging || bullet || ended));
    }

    private boolean beginsParagraph(Line before, Line line, boolean ended) {
        Optional<ListMark> mark = ListMark.of(line.text());
        if (mark.isPresent() && (mark.get().isBullet() || ended)) {
            return true;
        }
        double indent = edges.start(line) - edges.start(before);
        boolean indented =
                indent > INDENT * line.size()
                        && indent < DEEPEST_INDENT * line.size()
                        && edges.isUsualStart(before);
        // Lines in the middle of a page that are not one sentence: a name, and the house it belongs
        // to.
        boolean shifted = Math.abs(indent) > line.size();
        return indented || (ended && (shifted || edges.endsSentence(before)));
    }

    private void close() {
        if (open.isEmpty()) {
            return;
        }
        Line first = open.getFirst();
        boolean bold = open.stream().allMatch(Line::isBold);
        String text = first.isMonospaced() ? CodeText.of(open) : text();
        if (!text.isBlank()) {
            drafts.add(
                    new Draft(
                            kind(first),
                            text,
                            first.size(),
                            bold,
                            open.size(),
                            Draft.Edge.NONE,
                            first.baseline()));
        }
        open.clear();
        item = Optional.empty();
    }

    private Kind kind(Line first) {
        if (first.isMonospaced()) {
            return Kind.CODE;
        }
        return item.isPresent() ? Kind.LIST_ITEM : Kind.PARAGRAPH;
    }

    private String text() {
        String text = "";
        for (Line line : open) {
            text = LineBreaks.joined(text, line.text());
        }
        String whole = text;
        return item.map(mark -> mark.normalised(whole)).orElse(whole);
    }
}
