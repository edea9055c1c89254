package parley.document.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import parley.document.Block;
import parley.document.Block.Kind;
import parley.document.DocumentFacts;
import parley.document.DocumentPage;
import parley.document.ExtractedDocument;
import parley.document.extract.bound.Bounds;
import parley.document.extract.bound.Refusal;
import parley.document.extract.bound.TextCount;
import parley.document.extract.bound.UnreadableException;

/// Reads plain text: what stands between empty lines is a paragraph, unless its lines are not those
/// of running text.
final class TextReader {
    private static final Pattern MARK =
            Pattern.compile("^\\s*([-*•–]|\\(?(\\d{1,3}|[a-zA-Z])[.)])\\s+\\S.*");
    private static final Pattern BULLET = Pattern.compile("^\\s*[-*•–]\\s+");
    private static final int LONGEST_LITERAL = 60;
    // Running text that was wrapped has lines of about one length.
    private static final int WIDEST_WRAPPED = 140;
    private static final int NARROWEST_WRAPPED = 40;
    private static final double FILLED = 0.6;

    private TextReader() {}

    static ExtractedDocument read(byte[] content, Bounds bounds) throws UnreadableException {
        String text =
                PlainText.of(content).orElseThrow(() -> new UnreadableException(Refusal.DAMAGED));
        new TextCount(bounds).add(text.length());
        List<Block> blocks = blocks(text);
        if (blocks.isEmpty()) {
            throw new UnreadableException(Refusal.EMPTY);
        }
        return document(Format.TEXT, blocks, onlyPage());
    }

    /// A document without pages.
    static ExtractedDocument document(Format format, List<Block> blocks, DocumentFacts facts) {
        return new ExtractedDocument(
                format.mediaType(), List.of(new DocumentPage(1, blocks, false)), facts);
    }

    /// What is known of a document that says nothing about itself.
    static DocumentFacts onlyPage() {
        return new DocumentFacts(
                1,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of());
    }

    private static List<Block> blocks(String text) {
        List<Block> blocks = new ArrayList<>();
        List<String> open = new ArrayList<>();
        for (String line : (Iterable<String>) text.replace('\f', '\n').lines()::iterator) {
            if (line.isBlank()) {
                close(open, blocks);
            } else {
                open.add(line.stripTrailing());
            }
        }
        close(open, blocks);
        return blocks;
    }

    private static void close(List<String> lines, List<Block> blocks) {
        if (lines.isEmpty()) {
            return;
        }
        if (MARK.matcher(lines.getFirst()).matches()) {
            items(lines, blocks);
        } else if (isWrapped(lines)) {
            blocks.add(new Block(Kind.PARAGRAPH, 0, joined(lines)));
        } else {
            for (int from = 0; from < lines.size(); from += LONGEST_LITERAL) {
                int to = Math.min(lines.size(), from + LONGEST_LITERAL);
                blocks.add(new Block(Kind.CODE, 0, String.join("\n", lines.subList(from, to))));
            }
        }
        lines.clear();
    }

    private static void items(List<String> lines, List<Block> blocks) {
        List<String> item = new ArrayList<>();
        for (String line : lines) {
            if (MARK.matcher(line).matches() && !item.isEmpty()) {
                blocks.add(item(item));
                item.clear();
            }
            item.add(line);
        }
        blocks.add(item(item));
    }

    private static Block item(List<String> lines) {
        String text = joined(lines);
        return new Block(Kind.LIST_ITEM, 0, BULLET.matcher(text).replaceFirst("• "));
    }

    private static String joined(List<String> lines) {
        return String.join(" ", lines.stream().map(String::strip).toList());
    }

    private static boolean isWrapped(List<String> lines) {
        if (lines.size() == 1) {
            return true;
        }
        List<String> full = lines.subList(0, lines.size() - 1);
        int longest = full.stream().mapToInt(String::length).max().orElse(0);
        boolean even = full.stream().allMatch(line -> line.length() >= FILLED * longest);
        boolean spaced =
                lines.stream()
                        .noneMatch(line -> line.strip().contains("   ") || line.contains("\t"));
        return longest >= NARROWEST_WRAPPED && longest <= WIDEST_WRAPPED && even && spaced;
    }
}
