package parley.dialect.parley;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Block;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.jspecify.annotations.Nullable;

/// The words of a text in Markdown, without its marks: of a link what it is called, of a picture
/// what it shows.
final class PlainMarkdown {
    private static final Parser PARSER =
            Parser.builder().extensions(List.of(TablesExtension.create())).build();

    /// What is longer is no message that somebody reads.
    private static final int LONGEST = 200_000;

    private final StringBuilder words = new StringBuilder();
    private final Map<Node, Integer> numbers = new HashMap<>();

    private PlainMarkdown() {}

    /// The text itself, marks and all, where it is very long.
    static String of(String markdown) {
        if (markdown.length() > LONGEST) {
            return markdown;
        }
        PlainMarkdown plain = new PlainMarkdown();
        plain.walk(PARSER.parse(markdown));
        return plain.words.toString().strip();
    }

    /// Without recursion: quotes can be in quotes as often as somebody likes.
    private void walk(Node document) {
        @Nullable Node node = document;
        while (node != null) {
            enter(node);
            @Nullable Node next = node.getFirstChild();
            while (next == null && node != null) {
                leave(node);
                next = node.getNext();
                node = node.getParent();
            }
            node = next;
        }
    }

    private void enter(Node node) {
        switch (node) {
            case Text text -> words.append(text.getLiteral());
            case Code code -> words.append(code.getLiteral());
            case HtmlInline html -> words.append(html.getLiteral());
            case FencedCodeBlock code -> words.append(code.getLiteral());
            case IndentedCodeBlock code -> words.append(code.getLiteral());
            case HtmlBlock html -> words.append(html.getLiteral());
            case SoftLineBreak _, HardLineBreak _ -> words.append('\n');
            case ListItem item -> words.append(number(item));
            default -> {
                // Its children have the words.
            }
        }
    }

    /// Of a numbered list; dots are marks.
    private String number(ListItem item) {
        if (!(item.getParent() instanceof OrderedList list)) {
            return "";
        }
        int first = Objects.requireNonNullElse(list.getMarkerStartNumber(), 1);
        return numbers.merge(list, first, (last, _) -> last + 1) + ". ";
    }

    private void leave(Node node) {
        if (node instanceof TableCell) {
            words.append(' ');
        }
        boolean endsLine = node instanceof Block || node instanceof TableRow;
        if (endsLine && !words.isEmpty() && words.charAt(words.length() - 1) != '\n') {
            words.append('\n');
        }
    }
}
