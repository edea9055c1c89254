package parley.document.extract.pdf;

import java.util.List;

/// A part of a page that is read by itself.
sealed interface Area {
    /// Lines that follow one another.
    record Flow(List<Line> lines) implements Area {
        public Flow {
            lines = List.copyOf(lines);
        }
    }

    /// A table, with the size of its letters in points.
    ///
    /// @param rows the texts of its cells, in the order in which they are read; an empty text for
    ///   an empty cell
    record Grid(List<List<String>> rows, double size) implements Area {
        public Grid {
            rows = List.copyOf(rows);
        }
    }
}
