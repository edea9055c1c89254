package parley.analysis.chart;

import java.util.List;
import java.util.Map;
import parley.analysis.chart.canvas.Box;
import parley.analysis.chart.canvas.Canvas;
import parley.analysis.chart.canvas.Canvas.Align;
import parley.analysis.chart.canvas.Canvas.Face;
import parley.analysis.chart.canvas.Typeface;
import parley.analysis.xmr.Rule;
import parley.analysis.xmr.RuleProfile;
import parley.analysis.xmr.XmrChart;

/// Whether the process is stable, and the signals by rule.
record VerdictPanel(XmrChart chart, Palette palette) {
    private static final double MARK = 4.3;
    private static final double INDENT = 15;
    private static final double ENTRY = 30;
    private static final double QUIET_ROW = 13;

    void draw(Canvas canvas, Box box) {
        Verdict verdict = new Verdict(chart);
        Face headline = new Face(18, true, palette.text());
        double bar = 4;
        canvas.fill(new Box(box.x(), box.y() + 2, bar, 36), colour(verdict));
        canvas.text(
                verdict.finding().words(), box.x() + INDENT, box.y() + 19, headline, Align.START);
        Face sentence = new Face(10, palette.mutedText());
        canvas.text(
                Typeface.fitted(verdict.sentence(), sentence, box.width() - INDENT),
                box.x() + INDENT,
                box.y() + 35,
                sentence,
                Align.START);
        entries(canvas, verdict, box.inset(0, 50, 0, 0));
    }

    private int colour(Verdict verdict) {
        return switch (verdict.finding()) {
            case STABLE -> palette.calm();
            case UNSTABLE -> palette.rule(Rule.OUTSIDE_LIMITS);
            case TOO_FEW, NOTHING -> palette.faint();
        };
    }

    /// One below the other while there is room; closer together where there are many. Below them
    /// the rules that nothing was found by.
    private void entries(Canvas canvas, Verdict verdict, Box box) {
        Map<Rule, int[]> points = verdict.points();
        double room = box.height() - 2 * QUIET_ROW;
        double each = Math.min(ENTRY, room / Math.max(1, points.size()));
        boolean twoLines = each >= 25;
        double y = box.y() + 10;
        for (Map.Entry<Rule, int[]> entry : points.entrySet()) {
            entry(canvas, verdict, entry, new Box(box.x(), y, box.width(), each), twoLines);
            y += each;
        }
        quiet(canvas, new Box(box.x() + INDENT, y, box.width() - INDENT, 0));
    }

    private void quiet(Canvas canvas, Box box) {
        RuleProfile profile = chart.options().profile();
        Map<Rule, int[]> found = new Verdict(chart).points();
        Face face = new Face(9, palette.mutedText());
        StringBuilder line = new StringBuilder(found.isEmpty() ? "Looked for: " : "Not found: ");
        double y = box.y();
        int lines = 1;
        List<Rule> quiet =
                RuleWords.rules(profile).stream().filter(rule -> !found.containsKey(rule)).toList();
        for (Rule rule : quiet) {
            String words = RuleWords.of(rule, profile) + (rule == quiet.getLast() ? "." : ", ");
            boolean fits = Typeface.width(line + words, face) <= box.width();
            if (!fits && lines < 4) {
                canvas.text(line.toString(), box.x(), y, face, Align.START);
                line.setLength(0);
                y += QUIET_ROW;
                lines++;
            }
            line.append(words);
        }
        if (!quiet.isEmpty() && chart.size() > 0) {
            canvas.text(
                    Typeface.fitted(line.toString(), face, box.width()),
                    box.x(),
                    y,
                    face,
                    Align.START);
        }
    }

    private void entry(
            Canvas canvas,
            Verdict verdict,
            Map.Entry<Rule, int[]> entry,
            Box box,
            boolean twoLines) {
        Face words = new Face(10, true, palette.text());
        Face where = new Face(9, palette.mutedText());
        Rule rule = entry.getKey();
        double[] x = {box.x() + MARK};
        double[] y = {box.y() - 3.5};
        canvas.marks(Palette.marker(rule), x, y, 1, MARK, palette.rule(rule));
        double left = box.x() + INDENT;
        String named =
                "%s: %,d"
                        .formatted(
                                RuleWords.of(rule, chart.options().profile()),
                                entry.getValue().length);
        canvas.text(named, left, box.y(), words, Align.START);
        String points = verdict.where(entry.getValue());
        double beside = twoLines ? left : left + Typeface.width(named, words) + 8;
        canvas.text(
                Typeface.fitted(points, where, box.right() - beside),
                beside,
                twoLines ? box.y() + 12.5 : box.y(),
                where,
                Align.START);
    }
}
