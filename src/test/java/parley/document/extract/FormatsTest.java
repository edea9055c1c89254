package parley.document.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What kind a file is.
final class FormatsTest {
    @ParameterizedTest
    @CsvSource({
        "'%PDF-1.4 and so on', holiday.png, PDF",
        "'some bytes before %PDF-1.4', x.txt, PDF",
        "'<!DOCTYPE html><p>x', x.txt, HTML",
        "'  <!-- note --><html>', x, HTML",
        "'<?xml version=\"1.0\"?><html>', x.xml, HTML",
        "'plain words', x.html, HTML",
        "'plain words', x.md, MARKDOWN",
        "'<html> is a tag', x.md, MARKDOWN",
        "'plain words', x.MARKDOWN, MARKDOWN",
        "'plain words', x.pdf, TEXT",
        "'a,b,c', x.csv, TEXT",
        "'plain words', '', TEXT"
    })
    void theFirstBytesDecideAndThenTheName(String content, String name, Format format) {
        assertThat(Formats.of(bytes(content), name)).contains(format);
    }

    @Test
    void aMarkThatComesTooLateMakesNoPdf() {
        assertThat(Formats.of(bytes("x".repeat(1024) + "%PDF-1.4"), "x.txt")).contains(Format.TEXT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u0089PNG\r\n\u001a\n\u0000\u0000",
                "\u00ff\u00d8\u00ff\u00e0\u0000\u0010JFIF",
                "GIF89a\u0001\u0000\u0001\u0000",
                "\u001f\u008b\b\u0000\u0000\u0000\u0000",
                "\u007fELF\u0002\u0001\u0001",
                "PK\u0003\u0004 broken",
                "{\\rtf1 text}",
                "%!PS-Adobe-3.0",
                "\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1"
            })
    void otherFilesCannotBeReadWhateverTheirName(String content) {
        for (String name : new String[] {"x.pdf", "x.docx", "x.txt", "x.html"}) {
            assertThat(Formats.of(content.getBytes(StandardCharsets.ISO_8859_1), name)).isEmpty();
        }
    }

    @Test
    void aZipIsADocxIfItHoldsOne() throws IOException {
        ByteArrayOutputStream docx = new ByteArrayOutputStream();
        try (XWPFDocument document = new XWPFDocument()) {
            document.createParagraph().createRun().setText("words");
            document.write(docx);
        }
        assertThat(Formats.of(docx.toByteArray(), "x.zip")).contains(Format.DOCX);
        ByteArrayOutputStream zip = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(zip)) {
            out.putNextEntry(new ZipEntry("letter.txt"));
            out.write(bytes("words"));
        }
        assertThat(Formats.of(zip.toByteArray(), "x.docx")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE", "windows-1252"})
    void textIsReadInWhateverEncodingItCame(String charset) {
        String text = "Größe, façade, naïve\nsecond line";
        assertThat(PlainText.of(text.getBytes(Charset.forName(charset)))).contains(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE"})
    void aByteOrderMarkDecidesAndIsNoText(String charset) {
        String text = "дом 家 🙂";
        byte[] content = ("\uFEFF" + text).getBytes(Charset.forName(charset));
        assertThat(PlainText.of(content)).contains(text);
    }

    @Test
    void aCharacterThatTheHeadCutsInTwoDoesNotMakeTheTextAnother() {
        byte[] content = "ü".repeat(10_000).getBytes(StandardCharsets.UTF_8);
        assertThat(PlainText.head(content, 4095))
                .hasValueSatisfying(head -> assertThat(head).startsWith("üü"));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
