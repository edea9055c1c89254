package parley.document.extract.pdf;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import parley.document.Block.Kind;

/// The blocks of one page, in the order in which they are read.
final class PageDrafts {
    // Of the page's height.
    private static final double EDGE = 0.12;
    // Of the size of the letters: what lies between the text and what stands apart from it.
    private static final double APART = 0.9;
    private static final int LINES_AT_AN_EDGE = 3;
    private static final double SAME_SIZE = 0.08;
    private static final int LONGEST_NOTE = 600;
    private static final String ENDS = ".!?:;…。！？؟";

    private final List<Draft> drafts = new ArrayList<>();

    private PageDrafts() {}

    static List<Draft> of(GlyphSheet sheet) {
        PageDrafts page = new PageDrafts();
        for (GlyphSheet.Side side : sheet.sides()) {
            page.add(DrawnMarks.with(side.marks, Words.of(side.glyphs)), side.frame);
            page.addMargin(Words.of(side.margin));
        }
        return page.drafts;
    }

    private void addMargin(List<Word> words) {
        for (Line line : Lines.of(words)) {
            drafts.add(Draft.of(Kind.MARGIN, line.text()));
        }
    }

    private void add(List<Word> words, Frame frame) {
        if (words.isEmpty()) {
            return;
        }
        boolean rightToLeft = PageLayout.isRightToLeft(words);
        double apart = APART * Lines.usualSize(words);
        List<Strip> strips = Strip.of(words);
        int first = endOfHead(strips, frame, apart);
        int end = startOfFoot(strips, first, frame, apart);
        addEdge(strips.subList(0, first), Draft.Edge.TOP, rightToLeft);
        addBody(wordsOf(strips.subList(first, end)), rightToLeft);
        addEdge(strips.subList(end, strips.size()), Draft.Edge.FOOT, rightToLeft);
    }

    private static int endOfHead(List<Strip> strips, Frame frame, double apart) {
        double zone = frame.top() + EDGE * frame.height();
        int end = 0;
        for (int i = 0; i < Math.min(LINES_AT_AN_EDGE, strips.size() - 1); i++) {
            Strip strip = strips.get(i);
            if (strip.bottom() < zone && strips.get(i + 1).top() - strip.bottom() >= apart) {
                end = i + 1;
            }
        }
        return end;
    }

    private static int startOfFoot(List<Strip> strips, int least, Frame frame, double apart) {
        double zone = frame.bottom() - EDGE * frame.height();
        int start = strips.size();
        for (int i = strips.size() - 1;
                i >= Math.max(Math.max(1, least), strips.size() - LINES_AT_AN_EDGE);
                i--) {
            Strip strip = strips.get(i);
            if (strip.top() > zone && strip.top() - strips.get(i - 1).bottom() >= apart) {
                start = i;
            }
        }
        return start;
    }

    private static List<Word> wordsOf(List<Strip> strips) {
        List<Word> words = new ArrayList<>();
        strips.forEach(strip -> words.addAll(strip.words()));
        return words;
    }

    private void addEdge(List<Strip> strips, Draft.Edge edge, boolean rightToLeft) {
        if (strips.isEmpty()) {
            return;
        }
        for (Draft draft : Paragraphs.of(Lines.of(wordsOf(strips)), rightToLeft)) {
            drafts.add(
                    new Draft(
                            draft.kind(),
                            draft.text(),
                            draft.size(),
                            draft.bold(),
                            draft.lines(),
                            edge,
                            draft.height()));
        }
    }

    private void addBody(List<Word> words, boolean rightToLeft) {
        for (Area area : PageLayout.of(words, rightToLeft)) {
            switch (area) {
                case Area.Flow(List<Line> lines) -> addFlow(Paragraphs.of(lines, rightToLeft));
                case Area.Grid(List<List<String>> rows, double size) ->
                        drafts.add(Draft.of(Kind.TABLE, tableText(rows)).sized(size));
            }
        }
    }

    private static String tableText(List<List<String>> rows) {
        return rows.stream().map(row -> String.join(" | ", row)).collect(Collectors.joining("\n"));
    }

    private void addFlow(List<Draft> flow) {
        for (int i = 0; i < flow.size(); i++) {
            Draft draft = flow.get(i);
            int begun = i == 0 ? begunBefore(draft) : -1;
            if (begun >= 0) {
                Draft first = drafts.get(begun);
                drafts.set(begun, first.saying(LineBreaks.joined(first.text(), draft.text())));
            } else {
                drafts.add(draft);
            }
        }
    }

    // The paragraph that began at the foot of the column before, perhaps above notes in a smaller
    // size; -1 if none did.
    private int begunBefore(Draft draft) {
        int last = drafts.size() - 1;
        while (last >= 0
                && drafts.get(last).kind() == Kind.PARAGRAPH
                && drafts.get(last).text().length() <= LONGEST_NOTE
                && drafts.get(last).size() < (1 - SAME_SIZE) * draft.size()) {
            last--;
        }
        return last >= 0 && goesOn(drafts.get(last), draft) ? last : -1;
    }

    private static boolean goesOn(Draft begun, Draft draft) {
        boolean running =
                (begun.kind() == Kind.PARAGRAPH || begun.kind() == Kind.LIST_ITEM)
                        && draft.kind() == Kind.PARAGRAPH
                        && begun.edge() == Draft.Edge.NONE;
        return running
                && begun.bold() == draft.bold()
                && Math.abs(begun.size() - draft.size()) <= SAME_SIZE * draft.size()
                && ENDS.indexOf(begun.text().charAt(begun.text().length() - 1)) < 0
                && Character.isLowerCase(draft.text().codePointAt(0));
    }
}
