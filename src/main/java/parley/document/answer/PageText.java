package parley.document.answer;

import java.util.ArrayList;
import java.util.List;
import parley.document.Block;
import parley.document.DocumentPage;

/// A page's text, quoted.
final class PageText {
    private static final int MOST_CHARACTERS = 4_000;

    private PageText() {}

    /// @param text in blocks of Markdown
    /// @param cut whether the page goes on
    record Quoted(String text, boolean cut) {}

    static Quoted of(DocumentPage page) {
        List<String> blocks = new ArrayList<>();
        int characters = 0;
        boolean cut = false;
        for (Block block : page.blocks()) {
            if (block.kind() == Block.Kind.MARGIN || block.text().isBlank()) {
                continue;
            }
            int left = MOST_CHARACTERS - characters;
            if (left <= 0) {
                cut = true;
                break;
            }
            boolean fits = block.text().length() <= left;
            String text = fits ? block.text() : beginning(block.text(), left);
            cut = cut || !fits;
            characters += text.length();
            blocks.add(markdown(block.kind(), text));
        }
        return new Quoted(Markdown.quote(String.join("\n\n", blocks)), cut);
    }

    private static String beginning(String text, int length) {
        int end = Math.max(text.lastIndexOf(' ', length), Math.min(text.length(), length / 2));
        return text.substring(0, Character.isLowSurrogate(text.charAt(end)) ? end - 1 : end) + " …";
    }

    private static String markdown(Block.Kind kind, String text) {
        return switch (kind) {
            case HEADING -> "**" + Markdown.text(text.strip()) + "**";
            case LIST_ITEM -> "- " + Markdown.text(text);
            case TABLE -> table(text);
            case CODE -> code(text);
            case PARAGRAPH, MARGIN -> Markdown.text(text);
        };
    }

    private static String table(String text) {
        List<String> rows = List.of(text.split("\n", -1));
        return Citation.table(rows.getFirst(), rows.subList(1, rows.size()));
    }

    /// As indented code: text cannot end it, as it could a fence.
    private static String code(String text) {
        return "    " + text.replace("\n", "\n    ");
    }
}
