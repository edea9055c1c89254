package parley.document.extract;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.ooxml.POIXMLException;
import org.apache.poi.ooxml.POIXMLProperties.CoreProperties;
import org.apache.poi.openxml4j.util.ZipSecureFile;
import org.apache.poi.poifs.filesystem.OfficeXmlFileException;
import org.apache.poi.xwpf.usermodel.IBodyElement;
import org.apache.poi.xwpf.usermodel.IRunElement;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFFootnote;
import org.apache.poi.xwpf.usermodel.XWPFHeaderFooter;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFSDT;
import org.apache.poi.xwpf.usermodel.XWPFStyle;
import org.apache.poi.xwpf.usermodel.XWPFStyles;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.jspecify.annotations.Nullable;
import parley.document.Block.Kind;
import parley.document.DocumentFacts;
import parley.document.ExtractedDocument;
import parley.document.extract.bound.Bounds;
import parley.document.extract.bound.Refusal;
import parley.document.extract.bound.TextCount;
import parley.document.extract.bound.UnreadableException;

/// Reads Office Open XML text documents. POI resolves no external entities and follows no links.
final class DocxReader {
    // Larger than the XML of any document that a person wrote; the process' memory is the other
    // bound.
    private static final long LARGEST_PART = 300L << 20;
    private static final byte COMPOUND_FILE = (byte) 0xD0;
    private static final int DEEPEST_HEADING = 6;
    private static final int LONGEST_CHAIN = 8;
    private static final Pattern NUMBERED_HEADING = Pattern.compile("heading ([1-9])");
    private static final Pattern NOTE = Pattern.compile("\\[(?:footnote|endnote)Ref:(\\d+)]");

    private final XWPFDocument document;
    private final BlockList blocks;
    private final Map<String, Integer> numbers = new HashMap<>();

    private DocxReader(XWPFDocument document, BlockList blocks) {
        this.document = document;
        this.blocks = blocks;
    }

    static ExtractedDocument read(byte[] content, Bounds bounds) throws UnreadableException {
        if (content.length > 0 && content[0] == COMPOUND_FILE) {
            throw new UnreadableException(Refusal.ENCRYPTED);
        }
        ZipSecureFile.setMaxEntrySize(LARGEST_PART);
        ZipSecureFile.setMaxTextSize(4L * bounds.characters());
        try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(content))) {
            BlockList blocks = new BlockList(new TextCount(bounds));
            new DocxReader(document, blocks).read();
            return TextReader.document(Format.DOCX, blocks.all(), facts(document));
        } catch (EncryptedDocumentException e) {
            throw new UnreadableException(Refusal.ENCRYPTED, e);
        } catch (IOException | POIXMLException | OfficeXmlFileException e) {
            throw new UnreadableException(reason(e), e);
        }
    }

    // POI tells bombs by their compression, in a sentence.
    private static Refusal reason(Throwable failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            String sentence = String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT);
            if (sentence.contains("zip bomb") || sentence.contains("too large")) {
                return Refusal.TOO_MUCH_MEMORY;
            }
        }
        return Refusal.DAMAGED;
    }

    private static DocumentFacts facts(XWPFDocument document) {
        CoreProperties core = document.getProperties().getCoreProperties();
        return new DocumentFacts(
                1,
                line(core.getTitle()),
                line(core.getCreator()),
                line(core.getSubject()),
                instant(core.getCreated()),
                instant(core.getModified()),
                Optional.empty(),
                List.of(),
                List.of());
    }

    private static Optional<String> line(@Nullable String text) {
        return Optional.ofNullable(text)
                .map(some -> some.replaceAll("\\s+", " ").strip())
                .filter(some -> !some.isEmpty());
    }

    @SuppressWarnings("JavaUtilDate") // what POI gives
    private static Optional<Instant> instant(@Nullable Date date) {
        return Optional.ofNullable(date).map(Date::toInstant);
    }

    private void read() throws UnreadableException {
        for (XWPFHeaderFooter header : document.getHeaderList()) {
            blocks.add(Kind.MARGIN, 0, header.getText());
        }
        read(document.getBodyElements());
        for (XWPFHeaderFooter footer : document.getFooterList()) {
            blocks.add(Kind.MARGIN, 0, footer.getText());
        }
        for (XWPFFootnote note : document.getFootnotes()) {
            List<String> said = new ArrayList<>();
            note.getParagraphs().forEach(paragraph -> said.add(text(paragraph)));
            String text = String.join(" ", said).strip();
            if (!text.isEmpty()) {
                blocks.add(Kind.PARAGRAPH, 0, "[" + note.getId() + "] " + text);
            }
        }
    }

    private void read(List<IBodyElement> elements) throws UnreadableException {
        for (IBodyElement element : elements) {
            if (element instanceof XWPFParagraph paragraph) {
                read(paragraph);
            } else if (element instanceof XWPFTable table) {
                blocks.addTable(rows(table));
            } else if (element instanceof XWPFSDT control) {
                for (String line : control.getContent().getText().lines().toList()) {
                    blocks.add(Kind.PARAGRAPH, 0, line);
                }
            }
        }
    }

    private void read(XWPFParagraph paragraph) throws UnreadableException {
        String text = text(paragraph);
        int level = headingLevel(paragraph.getStyle());
        if (level > 0) {
            blocks.add(Kind.HEADING, level, text);
        } else if (paragraph.getNumID() != null && !text.isBlank()) {
            blocks.add(Kind.LIST_ITEM, 0, mark(paragraph) + text);
        } else {
            blocks.add(Kind.PARAGRAPH, 0, text);
        }
    }

    private static String text(XWPFParagraph paragraph) {
        StringBuilder text = new StringBuilder();
        for (IRunElement run : paragraph.getIRuns()) {
            if (run instanceof XWPFRun words) {
                text.append(words.isVanish() ? "" : words.text());
            } else if (run instanceof XWPFSDT control) {
                text.append(control.getContent().getText());
            }
        }
        Matcher note = NOTE.matcher(text);
        return note.replaceAll("[$1]");
    }

    /// 0 for what is no heading. A style is one if it, or one that it is based on, is a built-in
    /// one.
    private int headingLevel(@Nullable String styleId) {
        @Nullable String id = styleId;
        for (int step = 0; step < LONGEST_CHAIN && id != null; step++) {
            @Nullable XWPFStyles styles = document.getStyles();
            @Nullable XWPFStyle style = styles == null ? null : styles.getStyle(id);
            if (style == null) {
                return ofName(id.replaceAll("(?<=\\D)(?=\\d)", " "));
            }
            int level = ofName(String.valueOf(style.getName()));
            if (level > 0) {
                return level;
            }
            id = style.getBasisStyleID();
        }
        return 0;
    }

    private static int ofName(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        Matcher heading = NUMBERED_HEADING.matcher(lower);
        if (heading.matches()) {
            return Math.min(DEEPEST_HEADING, Integer.parseInt(heading.group(1)));
        }
        return lower.equals("title") ? 1 : 0;
    }

    private String mark(XWPFParagraph paragraph) {
        @Nullable String format = paragraph.getNumFmt();
        if (format == null || format.equals("bullet") || format.equals("none")) {
            return "• ";
        }
        String list = paragraph.getNumID() + "/" + paragraph.getNumIlvl();
        return numbers.merge(list, 1, Integer::sum) + ". ";
    }

    private static List<List<String>> rows(XWPFTable table) {
        List<List<String>> rows = new ArrayList<>();
        for (XWPFTableRow row : table.getRows()) {
            List<String> cells = new ArrayList<>();
            row.getTableCells().forEach(cell -> cells.add(cell.getTextRecursively()));
            rows.add(cells);
        }
        return rows;
    }
}
