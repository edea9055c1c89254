package parley.analysis.question;

import java.util.List;

/// Rows in words.
///
/// @param figures where in the text a number of which cell stands
public record Told(String text, List<Figure> figures) {
    /// A number in a text, and the cell it is from.
    ///
    /// @param start its first character, 0-based
    /// @param end after its last
    public record Figure(int start, int end, int row, int column) {}
}
