package parley.export.page;

import java.util.Optional;
import parley.conversation.ContentType;
import parley.conversation.Conversation;
import parley.conversation.WholeMessage;
import parley.export.page.PageFonts.Families;
import parley.llm.Part;

/// The HTML of a conversation, for printing. Used once.
final class PageHtml {
    private static final String STYLE =
            """
            @page {
                size: A4; margin: 24mm 20mm 22mm 20mm;
                @bottom-right { content: counter(page) " / " counter(pages);
                    font-family: %text%; font-size: 8.5pt; color: #6b7280; }
                @bottom-left { content: element(foot); }
            }
            #foot { position: running(foot); font-size: 8.5pt; color: #6b7280;
                white-space: nowrap; overflow: hidden; max-height: 12pt; }
            body { font-family: %text%; font-size: 10.5pt; line-height: 1.5; color: #1f2933; margin: 0; }
            h1, h2, h3, h4, h5, h6, strong, b, th { font-weight: 500; }
            .title { font-size: 21pt; line-height: 1.25; margin: 0 0 4pt 0; color: #111827; }
            .about { color: #6b7280; font-size: 9.5pt; margin: 0 0 14pt 0;
                padding-bottom: 10pt; border-bottom: 0.75pt solid #d1d5db; }
            .message { margin: 15pt 0 0 0; }
            .body > *:last-child { margin-bottom: 0; }
            .who { font-size: 9.5pt; font-weight: 500; margin: 0 0 3pt 0; page-break-after: avoid;
                color: #374151; }
            .who .more { font-weight: 400; color: #6b7280; }
            .user .body { background: #f1f5f9; border-left: 2.5pt solid #2563eb;
                padding: 7pt 10pt; }
            .system .body, .tool .body { border-left: 2.5pt solid #cbd5e1; padding-left: 10pt;
                color: #4b5563; }
            .ending { font-size: 9.5pt; color: #b45309; margin: 4pt 0 0 0; }
            .thought { color: #6b7280; border-left: 1.5pt solid #d1d5db; padding-left: 9pt;
                margin: 0 0 8pt 0; font-size: 9.5pt; white-space: pre-wrap; }
            .call { font-size: 9.5pt; color: #4b5563; margin: 0 0 3pt 0; page-break-after: avoid; }
            p { margin: 0 0 6pt 0; }
            .body h1 { font-size: 15pt; } .body h2 { font-size: 13pt; } .body h3 { font-size: 11.5pt; }
            .body h1, .body h2, .body h3, .body h4, .body h5, .body h6 {
                margin: 9pt 0 4pt 0; line-height: 1.3; page-break-after: avoid; }
            .body h4, .body h5, .body h6 { font-size: 10.5pt; }
            ul, ol { margin: 0 0 6pt 0; padding-left: 18pt; }
            blockquote { margin: 0 0 6pt 0; padding-left: 10pt; border-left: 2pt solid #d1d5db;
                color: #4b5563; }
            code, pre { font-family: %code%; font-size: 9pt; }
            code { background: #eef2f6; padding: 0 2pt; }
            pre { background: #f6f8fa; border: 0.5pt solid #e1e5ea; padding: 7pt 9pt;
                margin: 0 0 7pt 0; line-height: 1.4; white-space: pre-wrap;
                word-wrap: break-word; }
            pre code { background: none; padding: 0; }
            table { border-collapse: collapse; margin: 2pt 0 8pt 0; font-size: 9.5pt;
                -fs-table-paginate: paginate; }
            th, td { border: 0.5pt solid #cbd5e1; padding: 3pt 7pt; vertical-align: top;
                word-wrap: break-word; }
            th { text-align: left; }
            th[align=right], td[align=right] { text-align: right; }
            th[align=center], td[align=center] { text-align: center; }
            th { background: #f1f5f9; }
            tr { page-break-inside: avoid; }
            img { max-width: 100%; max-height: 150mm; margin: 2pt 0 6pt 0; }
            a { color: #1d4ed8; text-decoration: none; }
            p, li, td, th, blockquote { word-wrap: break-word; }
            hr { border: none; border-top: 0.75pt solid #d1d5db; margin: 8pt 0; }
            """;

    private final PagePictures pictures;
    private final MarkdownHtml markdown;
    private final StringBuilder html = new StringBuilder();

    PageHtml(Conversation conversation, Families fonts, PagePictures pictures) {
        this.pictures = pictures;
        this.markdown = new MarkdownHtml(pictures::at);
        String title = MarkdownHtml.escaped(Talk.title(conversation));
        html.append("<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"/><title>")
                .append(title)
                .append("</title><style>")
                .append(STYLE.replace("%text%", fonts.text()).replace("%code%", fonts.code()))
                .append("</style></head><body><div id=\"foot\">")
                .append(title)
                .append("</div><h1 class=\"title\">")
                .append(title)
                .append("</h1><p class=\"about\">")
                .append(Talk.time(conversation.createdAt()))
                .append("</p>");
    }

    /// How much there is so far, in characters.
    int length() {
        return html.length();
    }

    void add(WholeMessage message) {
        html.append("<div class=\"message ")
                .append(message.role().wireName())
                .append("\"><p class=\"who\">")
                .append(Talk.speaker(message))
                .append(" <span class=\"more\">");
        message.answeredBy()
                .ifPresent(
                        model -> html.append("· ").append(MarkdownHtml.escaped(model)).append(' '));
        html.append("· ")
                .append(Talk.time(message.createdAt()))
                .append("</span></p><div class=\"body\">");
        if (message.contentType() == ContentType.IMAGE && message.parts().isEmpty()) {
            picture(pictures.at(message.content()));
        } else {
            Talk.parts(message).forEach(this::add);
        }
        html.append("</div>");
        String ending = Talk.ending(message);
        if (!ending.isEmpty()) {
            html.append("<p class=\"ending\">").append(MarkdownHtml.escaped(ending)).append("</p>");
        }
        html.append("</div>");
    }

    private void add(Part part) {
        switch (part) {
            case Part.Text(String text) -> html.append(markdown.html(text));
            case Part.Image(String _, String data, Optional<String> _) ->
                    picture(pictures.ofBase64(data));
            case Part.ToolCall(String _, String name, String arguments) ->
                    called("Calls the tool", name, arguments);
            case Part.ToolResult(String _, String name, String content, boolean failed) ->
                    called(failed ? "Failure of the tool" : "Answer of the tool", name, content);
            case Part.Reasoning(String text, String _, Optional<String> _) -> {
                if (!text.isBlank()) {
                    html.append("<div class=\"thought\">")
                            .append(MarkdownHtml.escaped(text))
                            .append("</div>");
                }
            }
        }
    }

    private void called(String what, String name, String text) {
        html.append("<p class=\"call\">")
                .append(what)
                .append(" <code>")
                .append(MarkdownHtml.escaped(name))
                .append("</code></p>")
                .append(MarkdownHtml.plain(text));
    }

    private void picture(String data) {
        html.append(
                data.isEmpty()
                        ? "<p><em>[picture]</em></p>"
                        : "<p><img src=\"%s\" alt=\"\"/></p>".formatted(data));
    }

    String end() {
        return html.append("</body></html>").toString();
    }
}
