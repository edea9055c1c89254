package parley.analysis.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import parley.analysis.chart.LineLabels.Placed;
import parley.analysis.chart.LineLabels.Wish;

class LineLabelsTest {
    @Test
    void labelsOfLinesThatAreNearToEachOtherMoveApart() {
        List<Placed<String>> placed =
                LineLabels.place(
                        List.of(
                                new Wish<>("upper", 50, true),
                                new Wish<>("quartile", 50.5, false),
                                new Wish<>("centre", 51, true),
                                new Wish<>("lower", 52, true)),
                        10,
                        0,
                        100);
        assertThat(placed)
                .extracting(Placed::label, Placed::place)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("upper", 41.0),
                        org.assertj.core.groups.Tuple.tuple("centre", 51.0),
                        org.assertj.core.groups.Tuple.tuple("lower", 61.0));
    }

    @Test
    void labelsStayInside() {
        List<Placed<String>> placed =
                LineLabels.place(
                        List.of(new Wish<>("a", 99, true), new Wish<>("b", 99, true)), 10, 0, 100);
        assertThat(placed).extracting(Placed::place).containsExactly(90.0, 100.0);
    }
}
