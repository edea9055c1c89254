package parley.document.extract;

import java.util.ArrayList;
import java.util.List;
import parley.document.Block;
import parley.document.Block.Kind;
import parley.document.extract.bound.Refusal;
import parley.document.extract.bound.TextCount;
import parley.document.extract.bound.UnreadableException;

/// Collects the blocks of a document without pages.
final class BlockList {
    private final List<Block> blocks = new ArrayList<>();
    private final TextCount count;

    BlockList(TextCount count) {
        this.count = count;
    }

    /// Adds a block whose white space means nothing, unless it says nothing.
    void add(Kind kind, int level, String text) throws UnreadableException {
        addLines(kind, level, text.replaceAll("[\\s\u00A0]+", " ").strip());
    }

    /// Adds a block as it is, unless it says nothing.
    void addLines(Kind kind, int level, String text) throws UnreadableException {
        if (!text.isBlank()) {
            count.add(text.length());
            blocks.add(new Block(kind, level, text));
        }
    }

    /// Adds a table.
    void addTable(List<List<String>> rows) throws UnreadableException {
        StringBuilder text = new StringBuilder();
        for (List<String> row : rows) {
            if (row.stream().allMatch(String::isBlank)) {
                continue;
            }
            text.append(text.isEmpty() ? "" : "\n");
            text.append(
                    String.join(
                            " | ",
                            row.stream()
                                    .map(cell -> cell.replaceAll("[\\s\u00A0]+", " ").strip())
                                    .toList()));
        }
        addLines(Kind.TABLE, 0, text.toString());
    }

    /// All of them.
    ///
    /// @throws UnreadableException there are none
    List<Block> all() throws UnreadableException {
        if (blocks.isEmpty()) {
            throw new UnreadableException(Refusal.EMPTY);
        }
        return blocks;
    }
}
