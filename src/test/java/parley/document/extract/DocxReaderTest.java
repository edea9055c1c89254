package parley.document.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.util.List;
import org.apache.poi.xwpf.usermodel.XWPFAbstractNum;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.junit.jupiter.api.Test;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTAbstractNum;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTLvl;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STNumberFormat;
import parley.document.DocumentFacts;
import parley.document.extract.bound.UnreadableException;

final class DocxReaderTest {
    @Test
    void aDocxIsReadWithItsStylesListsTablesAndNotes() throws Exception {
        byte[] docx = docx();
        assertThat(blocks(docx))
                .isEqualTo(
                        """
                        HEADING 1: The title
                        PARAGRAPH: A paragraph of two runs.
                        LIST_ITEM: 1. first
                        LIST_ITEM: 2. second
                        HEADING 2: A chapter
                        TABLE: Year | Count
                        1911 | 12
                        PARAGRAPH: The end.[1]
                        PARAGRAPH: [1] A note.
                        """);
        DocumentFacts facts = DocxReader.read(docx, TestExtraction.usual()).facts();
        assertThat(facts.title()).contains("A text");
        assertThat(facts.author()).contains("Ann");
        assertThat(facts.createdAt()).isPresent();
    }

    private static byte[] docx() throws IOException {
        try (XWPFDocument document = new XWPFDocument()) {
            document.getProperties().getCoreProperties().setTitle("A text");
            document.getProperties().getCoreProperties().setCreator("Ann");
            paragraph(document, "The title").setStyle("Title");
            paragraph(document, "A paragraph ").createRun().setText("of two runs.");
            BigInteger numbers = numbered(document);
            for (String item : List.of("first", "second")) {
                XWPFParagraph paragraph = paragraph(document, item);
                paragraph.setNumID(numbers);
                paragraph.setNumILvl(BigInteger.ZERO);
            }
            paragraph(document, "A chapter").setStyle("Heading2");
            XWPFTable table = document.createTable(2, 2);
            table.getRow(0).getCell(0).setText("Year");
            table.getRow(0).getCell(1).setText("Count");
            table.getRow(1).getCell(0).setText("1911");
            table.getRow(1).getCell(1).setText("12");
            XWPFParagraph end = paragraph(document, "The end.");
            document.createFootnotes();
            var note = document.createFootnote();
            note.createParagraph().createRun().setText("A note.");
            end.addFootnoteReference(note);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            document.write(bytes);
            return bytes.toByteArray();
        }
    }

    private static XWPFParagraph paragraph(XWPFDocument document, String text) {
        XWPFParagraph paragraph = document.createParagraph();
        paragraph.createRun().setText(text);
        return paragraph;
    }

    private static BigInteger numbered(XWPFDocument document) {
        CTAbstractNum kind = CTAbstractNum.Factory.newInstance();
        kind.setAbstractNumId(BigInteger.ZERO);
        CTLvl level = kind.addNewLvl();
        level.setIlvl(BigInteger.ZERO);
        level.addNewNumFmt().setVal(STNumberFormat.DECIMAL);
        var numbering = document.createNumbering();
        return numbering.addNum(numbering.addAbstractNum(new XWPFAbstractNum(kind)));
    }

    private static String blocks(byte[] docx) throws UnreadableException {
        StringBuilder text = new StringBuilder();
        DocxReader.read(docx, TestExtraction.usual())
                .pages()
                .getFirst()
                .blocks()
                .forEach(block ->
                        text.append(block.kind())
                                .append(block.level() > 0 ? " " + block.level() : "")
                                .append(": ")
                                .append(block.text())
                                .append('\n'));
        return text.toString();
    }
}
