package parley.document;

/// A piece of a page that belongs together, in reading order.
///
/// @param level of a heading 1 for the highest to 6; of anything else 0
/// @param text without line breaks inside a paragraph; a table has one line a row, its cells
///   separated by ` | `; code keeps its lines. Never empty
public record Block(Kind kind, int level, String text) {
    /// What a block is.
    public enum Kind {
        HEADING,
        PARAGRAPH,
        LIST_ITEM,
        TABLE,
        CODE,
        /// What stands at the top or the foot of every page.
        MARGIN
    }
}
