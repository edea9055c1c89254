package parley.export.page;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Image;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.html.HtmlWriter;

/// Turns Markdown that anybody may have written into HTML in which nothing runs and nothing is
/// fetched: HTML in it is text, links lead to `http`, `https` and `mailto` alone, and of pictures
/// only those are shown that the page has itself.
final class MarkdownHtml {
    /// Deeper, or of more pieces than this, no person wrote it: it is shown as the text it is.
    private static final int DEEPEST = 40;

    private static final int MOST_NODES = 100_000;

    private static final List<Extension> TABLES = List.of(TablesExtension.create());

    private final Parser parser = Parser.builder().extensions(TABLES).build();
    private final HtmlRenderer renderer;

    /// @param picture the `data:` URI of a picture that a text names; empty where it is not to be
    ///   shown
    MarkdownHtml(Function<String, String> picture) {
        renderer =
                HtmlRenderer.builder()
                        .extensions(TABLES)
                        .escapeHtml(true)
                        .sanitizeUrls(true)
                        .percentEncodeUrls(true)
                        .softbreak("<br />")
                        .nodeRendererFactory(context -> new Pictures(context, picture))
                        .build();
    }

    String html(String markdown) {
        Node document = parser.parse(markdown);
        return isOrdinary(document) ? renderer.render(document) : plain(markdown);
    }

    /// A text in its own lines.
    static String plain(String text) {
        return "<pre>" + escaped(text) + "</pre>";
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    /// Walks without recursion, since what comes after recurses.
    private static boolean isOrdinary(Node document) {
        int depth = 1;
        int count = 0;
        Node node = document.getFirstChild();
        while (node != null) {
            count++;
            if (depth > DEEPEST || count > MOST_NODES) {
                return false;
            }
            if (node.getFirstChild() != null) {
                node = node.getFirstChild();
                depth++;
                continue;
            }
            while (node.getNext() == null && depth > 1) {
                node = node.getParent();
                depth--;
            }
            node = node.getNext();
        }
        return true;
    }

    /// Pictures of the page's own; of others what they are said to show.
    private static final class Pictures implements NodeRenderer {
        private final HtmlWriter html;
        private final Function<String, String> picture;

        Pictures(HtmlNodeRendererContext context, Function<String, String> picture) {
            this.html = context.getWriter();
            this.picture = picture;
        }

        @Override
        public Set<Class<? extends Node>> getNodeTypes() {
            return Set.of(Image.class);
        }

        @Override
        public void render(Node node) {
            Image image = (Image) node;
            String words = words(image);
            String data = picture.apply(image.getDestination());
            if (!data.isEmpty()) {
                html.tag("img", Map.of("src", data, "alt", words), true);
                return;
            }
            html.tag("em");
            html.text(words.isEmpty() ? "[picture]" : "[picture: %s]".formatted(words));
            html.tag("/em");
        }

        /// What it is said to show; what is set in another way within it is left out.
        private static String words(Image image) {
            StringBuilder words = new StringBuilder();
            for (Node node = image.getFirstChild(); node != null; node = node.getNext()) {
                if (node instanceof Text text) {
                    words.append(text.getLiteral());
                }
            }
            return words.toString().strip();
        }
    }
}
