package parley.document.extract;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import parley.document.Block.Kind;
import parley.document.DocumentFacts;
import parley.document.ExtractedDocument;
import parley.document.extract.bound.Bounds;
import parley.document.extract.bound.Refusal;
import parley.document.extract.bound.TextCount;
import parley.document.extract.bound.UnreadableException;

/// Reads HTML: what a browser would show of it, without fetching anything.
final class HtmlReader {
    private static final Set<String> UNSEEN =
            Set.of(
                    "script",
                    "style",
                    "noscript",
                    "template",
                    "head",
                    "svg",
                    "math",
                    "iframe",
                    "object",
                    "embed",
                    "canvas",
                    "audio",
                    "video",
                    "select",
                    "datalist",
                    "button");
    private static final Set<String> HEADINGS = Set.of("h1", "h2", "h3", "h4", "h5", "h6");

    private final BlockList blocks;
    private final StringBuilder open = new StringBuilder();
    private final IdentityHashMap<Element, Integer> numbers = new IdentityHashMap<>();

    private HtmlReader(BlockList blocks) {
        this.blocks = blocks;
    }

    static ExtractedDocument read(byte[] content, Bounds bounds) throws UnreadableException {
        Document document;
        try {
            document = Jsoup.parse(new ByteArrayInputStream(content), null, "");
        } catch (IOException e) {
            throw new UnreadableException(Refusal.DAMAGED, e);
        }
        BlockList blocks = new BlockList(new TextCount(bounds));
        HtmlReader reader = new HtmlReader(blocks);
        reader.readChildren(document.body());
        reader.close(Kind.PARAGRAPH, 0);
        return TextReader.document(Format.HTML, blocks.all(), facts(document));
    }

    /// The blocks of a piece of HTML in another document.
    static void read(String html, BlockList blocks) throws UnreadableException {
        HtmlReader reader = new HtmlReader(blocks);
        reader.readChildren(Jsoup.parseBodyFragment(html).body());
        reader.close(Kind.PARAGRAPH, 0);
    }

    private static DocumentFacts facts(Document document) {
        return new DocumentFacts(
                1,
                line(document.title()),
                meta(document, "author"),
                meta(document, "description"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of());
    }

    private static Optional<String> meta(Document document, String name) {
        return document.select("meta[name]").stream()
                .filter(element -> element.attr("name").equalsIgnoreCase(name))
                .findFirst()
                .flatMap(element -> line(element.attr("content")));
    }

    private static Optional<String> line(String text) {
        return Optional.of(text.replaceAll("\\s+", " ").strip()).filter(some -> !some.isEmpty());
    }

    private void readChildren(Element parent) throws UnreadableException {
        for (Node node : parent.childNodes()) {
            if (node instanceof TextNode text) {
                open.append(text.getWholeText());
            } else if (node instanceof Element element && isSeen(element)) {
                read(element);
            }
        }
    }

    private static boolean isSeen(Element element) {
        String style = element.attr("style").toLowerCase(Locale.ROOT).replace(" ", "");
        return !UNSEEN.contains(element.normalName())
                && !element.hasAttr("hidden")
                && !style.contains("display:none")
                && !style.contains("visibility:hidden");
    }

    private void read(Element element) throws UnreadableException {
        String name = element.normalName();
        if (HEADINGS.contains(name)) {
            readAs(element, Kind.HEADING, name.charAt(1) - '0');
        } else {
            switch (name) {
                case "br" -> open.append(' ');
                case "li" -> readItem(element);
                case "table" -> readTable(element);
                case "pre" -> readCode(element);
                default -> readOther(element);
            }
        }
    }

    private void readOther(Element element) throws UnreadableException {
        if (element.isBlock()) {
            readAs(element, Kind.PARAGRAPH, 0);
        } else {
            readChildren(element);
        }
    }

    private void readAs(Element element, Kind kind, int level) throws UnreadableException {
        close(Kind.PARAGRAPH, 0);
        readChildren(element);
        close(kind, level);
    }

    private void readItem(Element item) throws UnreadableException {
        close(Kind.PARAGRAPH, 0);
        open.append(mark(item)).append(' ');
        int marked = open.length();
        for (Node node : item.childNodes()) {
            // An item ends where the list in it begins.
            if (node instanceof Element list && (list.nameIs("ul") || list.nameIs("ol"))) {
                closeItem(marked);
                readChildren(list);
            } else if (node instanceof Element element && isSeen(element)) {
                readInItem(element);
            } else if (node instanceof TextNode text) {
                open.append(text.getWholeText());
            }
        }
        closeItem(marked);
    }

    private void readInItem(Element element) throws UnreadableException {
        if (element.nameIs("p")) {
            open.append(' ');
            readChildren(element);
            open.append(' ');
        } else {
            read(element);
        }
    }

    private void closeItem(int marked) throws UnreadableException {
        if (open.length() <= marked || open.substring(marked).isBlank()) {
            open.setLength(0);
        }
        close(Kind.LIST_ITEM, 0);
    }

    private String mark(Element item) {
        Element list = item.parent();
        if (list == null || !list.nameIs("ol")) {
            return "•";
        }
        return numbers.merge(list, 1, Integer::sum) + ".";
    }

    private void readTable(Element table) throws UnreadableException {
        close(Kind.PARAGRAPH, 0);
        List<List<String>> rows = new ArrayList<>();
        for (Element row : table.select("tr")) {
            // Rows of a table in a cell are part of that cell's text.
            if (table.equals(row.closest("table")) && isSeen(row)) {
                rows.add(
                        row.children().stream()
                                .filter(HtmlReader::isSeen)
                                .map(HtmlReader::cellText)
                                .toList());
            }
        }
        Element caption = table.selectFirst("> caption");
        if (caption != null) {
            blocks.add(Kind.PARAGRAPH, 0, caption.text());
        }
        blocks.addTable(rows);
    }

    private static String cellText(Element cell) {
        Element shown = cell.clone();
        shown.select("*").stream().filter(inner -> !isSeen(inner)).forEach(Node::remove);
        return shown.text();
    }

    private void readCode(Element code) throws UnreadableException {
        close(Kind.PARAGRAPH, 0);
        blocks.addLines(Kind.CODE, 0, code.wholeText().replace("\r\n", "\n").stripTrailing());
    }

    private void close(Kind kind, int level) throws UnreadableException {
        blocks.add(kind, level, open.toString());
        open.setLength(0);
    }
}
