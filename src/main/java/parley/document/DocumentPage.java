package parley.document;

import java.util.List;
import java.util.stream.Collectors;

/// A page, or a section of a document without pages.
///
/// @param number from 1; of a document without pages always 1
/// @param blocks in reading order; empty where nothing can be read
/// @param recognised whether the text was recognised in a picture of the page
public record DocumentPage(int number, List<Block> blocks, boolean recognised) {
    public DocumentPage {
        blocks = List.copyOf(blocks);
    }

    /// All that is said on the page, without what stands on every page; blocks are separated by an
    /// empty line.
    public String text() {
        return blocks.stream()
                .filter(block -> block.kind() != Block.Kind.MARGIN)
                .map(Block::text)
                .collect(Collectors.joining("\n\n"));
    }
}
