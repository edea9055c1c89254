package parley.analysis.chart;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import parley.analysis.chart.Verdict.Finding;
import parley.analysis.chart.canvas.Canvas;
import parley.analysis.chart.canvas.Canvas.Align;
import parley.analysis.chart.canvas.Canvas.Face;
import parley.analysis.chart.canvas.Marker;
import parley.analysis.chart.canvas.Typeface;
import parley.analysis.xmr.Rule;
import parley.analysis.xmr.RuleProfile;
import parley.analysis.xmr.XmrChart;

/// What the marks mean: the rules that occur, in rows.
final class Legend {
    static final double ROW = 16;

    private static final double SIZE = 9.5;
    private static final double MARK = 4;
    private static final double GAP = 20;

    private final Palette palette;
    private final double width;
    private final boolean isCalm;
    private final List<Item> items = new ArrayList<>();

    /// A rule; empty where it is said that there is none.
    private record Item(Optional<Rule> rule, String words, double x, int row) {}

    /// @param rules that are marked
    Legend(XmrChart chart, Set<Rule> rules, Palette palette, double width) {
        this.palette = palette;
        this.width = width;
        EnumSet<Rule> ordered = EnumSet.noneOf(Rule.class);
        ordered.addAll(rules);
        RuleProfile profile = chart.options().profile();
        for (Rule rule : ordered) {
            add(Optional.of(rule), RuleWords.of(rule, profile));
        }
        isCalm = new Verdict(chart).finding() == Finding.STABLE;
        if (rules.isEmpty()) {
            String calm = "no signals by the rules of " + RuleWords.name(profile);
            add(Optional.empty(), isCalm ? calm : "too few points to judge");
        }
    }

    private void add(Optional<Rule> rule, String words) {
        double needed = 3 * MARK + Typeface.width(words, face());
        if (items.isEmpty()) {
            items.add(new Item(rule, words, 0, 0));
            return;
        }
        Item before = items.getLast();
        double x = before.x() + 3 * MARK + Typeface.width(before.words(), face()) + GAP;
        boolean fits = x + needed <= width;
        items.add(new Item(rule, words, fits ? x : 0, before.row() + (fits ? 0 : 1)));
    }

    double height() {
        return (items.getLast().row() + 1) * ROW;
    }

    /// @param y of the line that the first row stands on
    void draw(Canvas canvas, double x, double y) {
        for (Item item : items) {
            double baseline = y + item.row() * ROW;
            double[] markX = {x + item.x() + MARK};
            double[] markY = {baseline - 0.36 * SIZE};
            Marker marker = item.rule().map(Palette::marker).orElse(Marker.DISC);
            int colour =
                    item.rule()
                            .map(palette::rule)
                            .orElse(isCalm ? palette.calm() : palette.faint());
            canvas.marks(marker, markX, markY, 1, MARK, colour);
            canvas.text(item.words(), x + item.x() + 3 * MARK, baseline, face(), Align.START);
        }
    }

    private Face face() {
        return new Face(SIZE, palette.text());
    }
}
