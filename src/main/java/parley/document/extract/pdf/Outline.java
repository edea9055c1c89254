package parley.document.extract.pdf;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDDocumentOutline;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineNode;
import org.jspecify.annotations.Nullable;
import parley.document.Bookmark;

/// A document's bookmarks. An outline may be a circle, and longer than the document.
final class Outline {
    private static final int MOST = 10_000;
    private static final int DEEPEST = 16;

    private final PDDocument document;
    private final IdentityHashMap<COSDictionary, Integer> pages;
    private final Set<COSDictionary> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private final List<Bookmark> bookmarks = new ArrayList<>();

    private Outline(PDDocument document, IdentityHashMap<COSDictionary, Integer> pages) {
        this.document = document;
        this.pages = pages;
    }

    /// @param pages the number of each page
    static List<Bookmark> of(PDDocument document, IdentityHashMap<COSDictionary, Integer> pages) {
        Outline outline = new Outline(document, pages);
        try {
            @Nullable PDDocumentOutline root = document.getDocumentCatalog().getDocumentOutline();
            if (root != null) {
                outline.add(root, 1);
            }
        } catch (RuntimeException e) {
            // A damaged outline is as long as it could be read.
        }
        return outline.bookmarks;
    }

    private void add(PDOutlineNode parent, int level) {
        @Nullable PDOutlineItem item = parent.getFirstChild();
        while (item != null && bookmarks.size() < MOST && seen.add(item.getCOSObject())) {
            PDOutlineItem here = item;
            PdfFacts.text(here.getTitle())
                    .ifPresent(title -> bookmarks.add(new Bookmark(level, title, page(here))));
            if (level < DEEPEST) {
                add(here, level + 1);
            }
            item = here.getNextSibling();
        }
    }

    private int page(PDOutlineItem item) {
        try {
            @Nullable PDPage page = item.findDestinationPage(document);
            return page == null ? 0 : pages.getOrDefault(page.getCOSObject(), 0);
        } catch (IOException | RuntimeException e) {
            return 0;
        }
    }
}
