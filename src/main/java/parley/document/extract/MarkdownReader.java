package parley.document.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.jspecify.annotations.Nullable;
import parley.document.Block.Kind;
import parley.document.DocumentFacts;
import parley.document.ExtractedDocument;
import parley.document.extract.bound.Bounds;
import parley.document.extract.bound.Refusal;
import parley.document.extract.bound.TextCount;
import parley.document.extract.bound.UnreadableException;

/// Reads Markdown (CommonMark, and GitHub's tables): its text without the marks.
final class MarkdownReader {
    private static final Parser PARSER =
            Parser.builder().extensions(List.of(TablesExtension.create())).build();
    // YAML between two lines of dashes, which many programs put before Markdown.
    private static final Pattern FRONT =
            Pattern.compile("\\A---\\n(.{0,20000}?\\n)---\\n", Pattern.DOTALL);
    private static final Pattern TITLE =
            Pattern.compile("^title:\\s*[\"']?(.{1,500}?)[\"']?\\s*$", Pattern.MULTILINE);
    private static final Pattern AUTHOR =
            Pattern.compile("^author:\\s*[\"']?(.{1,500}?)[\"']?\\s*$", Pattern.MULTILINE);

    private final BlockList blocks;

    private MarkdownReader(BlockList blocks) {
        this.blocks = blocks;
    }

    static ExtractedDocument read(byte[] content, Bounds bounds) throws UnreadableException {
        String text =
                PlainText.of(content).orElseThrow(() -> new UnreadableException(Refusal.DAMAGED));
        Matcher front = FRONT.matcher(text);
        boolean fronted = front.find();
        String about = fronted ? front.group(1) : "";
        BlockList blocks = new BlockList(new TextCount(bounds));
        new MarkdownReader(blocks)
                .readChildren(PARSER.parse(fronted ? text.substring(front.end()) : text));
        return TextReader.document(Format.MARKDOWN, blocks.all(), facts(about));
    }

    private static DocumentFacts facts(String about) {
        return new DocumentFacts(
                1,
                first(TITLE, about),
                first(AUTHOR, about),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of());
    }

    private static Optional<String> first(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    private void readChildren(Node parent) throws UnreadableException {
        for (@Nullable Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
            read(node);
        }
    }

    private void read(Node node) throws UnreadableException {
        switch (node) {
            case Heading heading -> blocks.add(Kind.HEADING, heading.getLevel(), text(heading));
            case Paragraph paragraph -> blocks.add(Kind.PARAGRAPH, 0, text(paragraph));
            case FencedCodeBlock code -> addCode(code.getLiteral());
            case IndentedCodeBlock code -> addCode(code.getLiteral());
            case HtmlBlock html -> HtmlReader.read(html.getLiteral(), blocks);
            case BulletList list -> readList(list, 0);
            case OrderedList list -> readList(list, start(list));
            case TableBlock table -> blocks.addTable(rows(table));
            default -> readChildren(node);
        }
    }

    private static int start(OrderedList list) {
        @Nullable Integer start = list.getMarkerStartNumber();
        return start == null ? 1 : start;
    }

    private static String text(Node node) {
        StringBuilder text = new StringBuilder();
        append(text, node);
        return text.toString();
    }

    // Of a link and of a picture, the text: where they lead to, a reader does not see.
    private static void append(StringBuilder text, Node parent) {
        for (@Nullable Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
            switch (node) {
                case Text words -> text.append(words.getLiteral());
                case Code code -> text.append(code.getLiteral());
                case SoftLineBreak _, HardLineBreak _ -> text.append(' ');
                default -> append(text, node);
            }
        }
    }

    private void addCode(String code) throws UnreadableException {
        blocks.addLines(Kind.CODE, 0, code.stripTrailing());
    }

    /// @param first the first number; 0 for bullets
    private void readList(Node list, int first) throws UnreadableException {
        int number = first;
        for (@Nullable Node item = list.getFirstChild(); item != null; item = item.getNext()) {
            if (item instanceof ListItem) {
                readItem(item, first == 0 ? "• " : number + ". ");
                number++;
            }
        }
    }

    private void readItem(Node item, String mark) throws UnreadableException {
        boolean marked = false;
        for (@Nullable Node node = item.getFirstChild(); node != null; node = node.getNext()) {
            if (!marked && node instanceof Paragraph) {
                blocks.add(Kind.LIST_ITEM, 0, mark + text(node));
                marked = true;
            } else {
                read(node);
            }
        }
    }

    private static List<List<String>> rows(Node table) {
        List<List<String>> rows = new ArrayList<>();
        for (@Nullable Node part = table.getFirstChild(); part != null; part = part.getNext()) {
            for (@Nullable Node row = part.getFirstChild(); row != null; row = row.getNext()) {
                if (row instanceof TableRow) {
                    rows.add(cells(row));
                }
            }
        }
        return rows;
    }

    private static List<String> cells(Node row) {
        List<String> cells = new ArrayList<>();
        for (@Nullable Node cell = row.getFirstChild(); cell != null; cell = cell.getNext()) {
            if (cell instanceof TableCell) {
                cells.add(text(cell));
            }
        }
        return cells;
    }
}
