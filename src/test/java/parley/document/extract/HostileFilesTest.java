package parley.document.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parley.document.extract.pdf.Pages;
import parley.error.AppException;
import parley.error.ErrorCode;

/// Files that were made to do harm, and files that something happened to.
final class HostileFilesTest {
    private static final int MEGABYTES = 128;
    private static final DocumentExtractor EXTRACTOR = extractor(30);
    // For what only the time limit ends.
    private static final DocumentExtractor HASTY = extractor(2);

    private static DocumentExtractor extractor(int seconds) {
        return new DocumentExtractor(TestExtraction.settings(100, 500_000, MEGABYTES, seconds));
    }

    @AfterAll
    static void endProcesses() {
        EXTRACTOR.close();
        HASTY.close();
    }

    @Test
    void aDocumentWithAPasswordSaysThatItNeedsOne() throws IOException {
        assertThat(refusal(encrypted("secret"))).contains("\"x.pdf\"", "encrypted", "password");
    }

    @Test
    void aDocumentThatOpensWithoutAPasswordIsReadWhateverItsMakerAllows() throws Exception {
        assertThat(EXTRACTOR.read(encrypted(""), "x.pdf").text()).isEqualTo("Sealed words");
    }

    @Test
    void aDocumentWithoutPagesIsEmpty() {
        byte[] pdf =
                new HostilePdf()
                        .object("<< /Type /Catalog /Pages 2 0 R >>")
                        .object("<< /Type /Pages /Kids [] /Count 0 >>")
                        .bytes();
        assertThat(refusal(pdf)).contains("empty");
    }

    @Test
    void aDocumentWithNeitherTextNorPicturesIsEmpty() {
        byte[] pdf = HostilePdf.onePage("").stream("", bytes("0 0 100 100 re f")).bytes();
        assertThat(refusal(pdf)).contains("empty");
    }

    @Test
    void aFileOfNoBytesIsEmpty() {
        assertThat(refusal(new byte[0])).contains("empty");
    }

    @Test
    void whatOnlyBeginsLikeADocumentIsDamaged() {
        byte[] noise = new byte[50_000];
        new Random(3).nextBytes(noise);
        System.arraycopy(bytes("%PDF-1.7\n"), 0, noise, 0, 9);
        assertThat(refusal(noise)).contains("damaged");
        assertThat(refusal(bytes("%PDF-1.7\n"))).contains("damaged");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.1, 0.3, 0.5, 0.7, 0.9, 0.95})
    void aTruncatedDocumentIsDamaged(double share) throws Exception {
        byte[] whole = Pages.of(page -> page.text(12, 72, 700, "Words that were cut off"));
        assertThat(refusal(Arrays.copyOf(whole, (int) (share * whole.length)))).contains("damaged");
        byte[] more = Arrays.copyOf(whole, whole.length + 3000);
        assertThat(EXTRACTOR.read(more, "x.pdf").text()).contains("Words");
    }

    @Test
    void aFileThatIsToBeShownWhileItArrivesSaysHowLongItIs() throws Exception {
        String whole =
                new String(
                        HostilePdf.onePage("").stream(
                                        "", bytes("BT /F1 12 Tf 72 700 Td (Whole) Tj ET"))
                                .bytes(),
                        StandardCharsets.ISO_8859_1);
        String head = "%%PDF-1.4%n99 0 obj <</Linearized 1/L %d/N 1>> endobj%n";
        String body = whole.substring(whole.indexOf('\n') + 1);
        assertThat(EXTRACTOR.read(bytes(head.formatted(100) + body), "x.pdf").text())
                .isEqualTo("Whole");
        assertThat(refusal(bytes(head.formatted(100_000) + body))).contains("its end is missing");
    }

    @Test
    void aBrokenCrossReferenceTableIsRepaired() throws Exception {
        String pdf =
                new String(
                        HostilePdf.onePage("").stream(
                                        "", bytes("BT /F1 12 Tf 72 700 Td (Repaired) Tj ET"))
                                .bytes(),
                        StandardCharsets.ISO_8859_1);
        String broken = pdf.replaceAll("\\d{10} 00000 n", "0000000007 00000 n");
        assertThat(EXTRACTOR.read(bytes(broken), "x.pdf").text()).isEqualTo("Repaired");
    }

    @Test
    void aContentStreamThatUnpacksToTwoHundredMegabytesIsRefused() {
        byte[] pdf = HostilePdf.onePage("").packed("", "q Q ".repeat(25), 2_000_000).bytes();
        assertThat(pdf.length).isLessThan(10 << 20);
        assertThat(hastyRefusal(pdf)).containsAnyOf("128 MB", "2 s");
    }

    @Test
    void textWithoutEndIsRefused() {
        byte[] pdf =
                HostilePdf.onePage("")
                        .packed("", "BT /F1 9 Tf 9 9 Td (abcdefghijklm) Tj ET\n", 400_000)
                        .bytes();
        assertThat(refusal(pdf)).contains("500,000 characters");
    }

    @Test
    void aDocumentWithTooManyPagesIsRefused() {
        StringBuilder kids = new StringBuilder();
        HostilePdf pdf = new HostilePdf().object("<< /Type /Catalog /Pages 2 0 R >>");
        for (int page = 0; page < 101; page++) {
            kids.append(page + 3).append(" 0 R ");
        }
        pdf.object("<< /Type /Pages /Kids [%s] /Count 101 >>".formatted(kids));
        for (int page = 0; page < 101; page++) {
            pdf.object("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] >>");
        }
        assertThat(refusal(pdf.bytes())).contains("100 pages");
    }

    @Test
    void aMillionReferencesToOnePageAreRefused() {
        byte[] pdf =
                new HostilePdf()
                        .object("<< /Type /Catalog /Pages 2 0 R >>")
                        .object(
                                "<< /Type /Pages /Kids [%s] /Count 1000000 >>"
                                        .formatted("3 0 R ".repeat(1_000_000)))
                        .object("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] >>")
                        .bytes();
        assertThat(hastyRefusal(pdf)).containsAnyOf("pages", "128 MB", "2 s", "empty");
    }

    @Test
    void aTreeOfPagesThatContainsItselfDoesNotGoOnForEver() {
        byte[] pdf =
                new HostilePdf()
                        .object("<< /Type /Catalog /Pages 2 0 R >>")
                        .object("<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 2 >>")
                        .bytes();
        assertThat(refusal(pdf)).containsAnyOf("empty", "damaged", "nested");
    }

    @Test
    void formsThatShowEachOtherTenTimesAreRefusedOrCutShort() {
        HostilePdf pdf = HostilePdf.onePage("/XObject << /X 5 0 R >>").stream("", bytes("/X Do"));
        for (int form = 5; form < 25; form++) {
            pdf.stream(
                    "/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X %d 0 R >> >>"
                            .formatted(form + 1),
                    bytes("/X Do ".repeat(10)));
        }
        pdf.stream("/Type /XObject /Subtype /Form /BBox [0 0 9 9]", bytes("0 0 9 9 re f"));
        assertThat(hastyRefusal(pdf.bytes())).contains("2 s");
    }

    @Test
    void aFormThatShowsItselfIsShownOnce() throws Exception {
        byte[] pdf =
                HostilePdf.onePage("/XObject << /X 5 0 R >>").stream("", bytes("/X Do")).stream(
                                "/Type /XObject /Subtype /Form /BBox [0 0 999 999] /Resources <<"
                                        + " /XObject << /X 5 0 R >> /Font << /F1 << /Type /Font"
                                        + " /Subtype /Type1 /BaseFont /Helvetica >> >> >>",
                                bytes("BT /F1 12 Tf 72 700 Td (Mirror) Tj ET /X Do"))
                        .bytes();
        assertThat(EXTRACTOR.read(pdf, "x.pdf").text()).isEqualTo("Mirror");
    }

    @Test
    void deepNestingIsRefusedOrIgnored() {
        byte[] pdf =
                new HostilePdf()
                        .object("<< /Type /Catalog /Pages 2 0 R /X 3 0 R >>")
                        .object("<< /Type /Pages /Kids [] /Count 0 >>")
                        .object("[".repeat(1_000_000) + "]".repeat(1_000_000))
                        .bytes();
        assertThat(refusal(pdf)).containsAnyOf("nested", "empty", "damaged", "128 MB");
    }

    @Test
    void aDocxThatUnpacksToHundredTimesItsSizeIsRefused() throws IOException {
        String begin =
                "<?xml version=\"1.0\"?><w:document"
                        + " xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body><w:p><w:r><w:t>";
        byte[] docx =
                docx(begin, "a".repeat(1000), 100_000, "</w:t></w:r></w:p></w:body></w:document>");
        assertThat(refusal(docx)).containsAnyOf("128 MB", "characters");
    }

    @Test
    void aDocxWithEntitiesInEntitiesIsRefused() throws IOException {
        StringBuilder entities =
                new StringBuilder(
                        "<?xml version=\"1.0\"?><!DOCTYPE w:document [<!ENTITY a0 \"aaaaaaaaaa\">");
        for (int i = 1; i < 12; i++) {
            entities.append("<!ENTITY a%d \"%s\">".formatted(i, ("&a" + (i - 1) + ";").repeat(10)));
        }
        entities.append(
                "]><w:document"
                        + " xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body><w:p><w:r><w:t>&a11;");
        byte[] docx = docx(entities.toString(), "", 0, "</w:t></w:r></w:p></w:body></w:document>");
        assertThat(refusal(docx)).containsAnyOf("damaged", "128 MB");
    }

    @Test
    void htmlThatIsNestedAHundredThousandTimesDoesNoHarm() throws Exception {
        byte[] html =
                ("<html><body>" + "<div>".repeat(100_000) + "deep")
                        .getBytes(StandardCharsets.UTF_8);
        assertThatIsReadOrRefused(html, "x.html");
    }

    @Test
    void markdownThatIsNestedAHundredThousandTimesDoesNoHarm() throws Exception {
        byte[] markdown = (">".repeat(100_000) + " deep").getBytes(StandardCharsets.UTF_8);
        assertThatIsReadOrRefused(markdown, "x.md");
    }

    @Test
    void theNextDocumentIsReadAsIfNothingHadHappened() throws Exception {
        assertThat(refusal(fontBomb())).contains("128 MB");
        byte[] good = Pages.of(page -> page.text(12, 72, 700, "All is well"));
        assertThat(EXTRACTOR.read(good, "good.pdf").text()).isEqualTo("All is well");
    }

    @Test
    void aPictureWithAnotherNameIsOfNoKindThatCanBeRead() {
        byte[] png = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0, 0, 0, 13};
        assertThat(EXTRACTOR.mediaType(png, "x.pdf")).isEqualTo("application/octet-stream");
        assertThatThrownBy(() -> EXTRACTOR.read(png, "x.pdf"))
                .isInstanceOfSatisfying(
                        AppException.class,
                        e -> assertThat(e.code()).isEqualTo(ErrorCode.UNSUPPORTED_MEDIA_TYPE));
    }

    // A font that unpacks to 200 MB, which has to be in memory to be read.
    private static byte[] fontBomb() {
        return HostilePdf.onePage("/Font << /F2 5 0 R >>").stream(
                        "", bytes("BT /F2 12 Tf 72 700 Td (x) Tj ET"))
                .object(
                        "<< /Type /Font /Subtype /TrueType /BaseFont /Bomb /FirstChar 0 /LastChar 1"
                                + " /Widths [1 1] /FontDescriptor 6 0 R >>")
                .object("<< /Type /FontDescriptor /FontName /Bomb /Flags 4 /FontFile2 7 0 R >>")
                .packed("", "0123456789", 20_000_000)
                .bytes();
    }

    private static void assertThatIsReadOrRefused(byte[] content, String name)
            throws InterruptedException {
        try {
            assertThat(HASTY.read(content, name).text()).contains("deep");
        } catch (AppException e) {
            assertThat(e.code()).isEqualTo(ErrorCode.UNPROCESSABLE);
        }
    }

    private static String refusal(byte[] content) {
        return refusal(EXTRACTOR, content);
    }

    private static String hastyRefusal(byte[] content) {
        return refusal(HASTY, content);
    }

    private static String refusal(DocumentExtractor extractor, byte[] content) {
        AppException refused =
                catchThrowableOfType(AppException.class, () -> extractor.read(content, "x.pdf"));
        assertThat(refused).isNotNull();
        assertThat(refused.code()).isEqualTo(ErrorCode.UNPROCESSABLE);
        return refused.sentence();
    }

    private static byte[] encrypted(String password) throws IOException {
        try (PDDocument document = new PDDocument()) {
            Pages.add(document, page -> page.text(12, 72, 700, "Sealed words"));
            AccessPermission nothing = new AccessPermission(0);
            document.protect(new StandardProtectionPolicy("owner", password, nothing));
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        }
    }

    private static byte[] docx(String begin, String piece, int times, String end)
            throws IOException {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        try (XWPFDocument document = new XWPFDocument()) {
            document.createParagraph();
            document.write(whole);
        }
        return Zips.replaced(whole.toByteArray(), "word/document.xml", begin, piece, times, end);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
