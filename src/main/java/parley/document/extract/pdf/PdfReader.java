package parley.document.extract.pdf;

import java.io.IOException;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import parley.document.Block;
import parley.document.Bookmark;
import parley.document.DocumentFacts;
import parley.document.DocumentPage;
import parley.document.ExtractedDocument;
import parley.document.extract.bound.Bounds;
import parley.document.extract.bound.Refusal;
import parley.document.extract.bound.TextCount;
import parley.document.extract.bound.UnreadableException;

/// Reads PDF. Memory and time are bounded by the process it runs in, not by itself.
///
/// A document that opens without a password is read, whatever its maker wants to be done with the
/// text: the permissions of the format bind programs by courtesy only, and whoever uploads it has
/// read it already. `pdftotext` does the same.
public final class PdfReader {
    static final String MEDIA_TYPE = "application/pdf";

    private final Bounds bounds;
    private final PageRecognition recognition;

    public PdfReader(Bounds bounds, PageRecognition recognition) {
        this.bounds = bounds;
        this.recognition = recognition;
    }

    /// What is known of a page when its content has been run.
    private record Read(List<Draft> drafts, boolean pictured, boolean damaged) {}

    /// @throws UnreadableException it is encrypted, damaged, empty, or larger than a document may
    ///   be
    public ExtractedDocument read(byte[] content) throws UnreadableException {
        try (PDDocument document =
                Loader.loadPDF(
                        new RandomAccessReadBuffer(content),
                        "",
                        IOUtils.createMemoryOnlyStreamCache())) {
            if (FileEnd.isMissing(content)) {
                throw new UnreadableException(Refusal.CUT_OFF);
            }
            return read(document);
        } catch (InvalidPasswordException e) {
            throw new UnreadableException(Refusal.ENCRYPTED, e);
        } catch (IOException | RuntimeException e) {
            throw new UnreadableException(Refusal.DAMAGED, e);
        } catch (StackOverflowError e) {
            throw new UnreadableException(Refusal.NESTED, e);
        }
    }

    private ExtractedDocument read(PDDocument document) throws UnreadableException {
        IdentityHashMap<COSDictionary, Integer> numbers = new IdentityHashMap<>();
        List<Read> read = new ArrayList<>();
        GlyphReader reader = new GlyphReader();
        TextCount count = new TextCount(bounds);
        for (PDPage page : document.getPages()) {
            if (read.size() == bounds.pages()) {
                throw new UnreadableException(Refusal.TOO_MANY_PAGES);
            }
            Read one = read(reader, page);
            for (Draft draft : one.drafts()) {
                count.add(draft.text().length());
            }
            read.add(one);
            numbers.put(page.getCOSObject(), read.size());
        }
        refuseNothing(read);
        return assemble(document, read, numbers);
    }

    private static Read read(GlyphReader reader, PDPage page) throws UnreadableException {
        try {
            GlyphReader.Sheet sheet = reader.read(page);
            return new Read(PageDrafts.of(sheet.glyphs()), sheet.pictured(), false);
        } catch (GlyphReader.CrowdedException e) {
            throw new UnreadableException(Refusal.TOO_MUCH_TEXT, e);
        } catch (IOException | RuntimeException | StackOverflowError e) {
            // The other pages may be whole.
            return new Read(List.of(), false, true);
        }
    }

    private static void refuseNothing(List<Read> read) throws UnreadableException {
        boolean nothing =
                read.stream().allMatch(page -> page.drafts().isEmpty() && !page.pictured());
        if (nothing) {
            boolean damaged = read.stream().anyMatch(Read::damaged);
            throw new UnreadableException(damaged ? Refusal.DAMAGED : Refusal.EMPTY);
        }
    }

    private ExtractedDocument assemble(
            PDDocument document, List<Read> read, IdentityHashMap<COSDictionary, Integer> numbers) {
        List<Boolean> recognised = new ArrayList<>();
        List<Integer> unreadable = new ArrayList<>();
        List<List<Draft>> pages = new ArrayList<>();
        PagePictures pictures = new PagePictures(document, recognition);
        for (Read page : read) {
            boolean silent = page.drafts().isEmpty() && (page.pictured() || page.damaged());
            List<Draft> drafts = silent ? pictures.drafts(pages.size()) : page.drafts();
            pages.add(drafts);
            recognised.add(silent && !drafts.isEmpty());
            if (silent && drafts.isEmpty()) {
                unreadable.add(pages.size());
            }
        }
        List<Bookmark> outline = Outline.of(document, numbers);
        return new ExtractedDocument(
                MEDIA_TYPE,
                finished(pages, recognised),
                facts(PdfFacts.of(document), pages.size(), outline, unreadable));
    }

    private static List<DocumentPage> finished(List<List<Draft>> drafts, List<Boolean> recognised) {
        List<List<Draft>> marked = Margins.mark(drafts);
        Hyphens hyphens = new Hyphens(marked);
        Headings headings = new Headings(marked);
        List<DocumentPage> pages = new ArrayList<>();
        for (int i = 0; i < marked.size(); i++) {
            List<Block> blocks = headings.blocks(marked.get(i), hyphens);
            pages.add(new DocumentPage(i + 1, blocks, recognised.get(i)));
        }
        return pages;
    }

    private static DocumentFacts facts(
            PdfFacts facts, int pages, List<Bookmark> outline, List<Integer> unreadable) {
        return new DocumentFacts(
                pages,
                facts.title(),
                facts.author(),
                facts.subject(),
                facts.createdAt(),
                facts.modifiedAt(),
                Optional.empty(),
                outline,
                unreadable);
    }
}
