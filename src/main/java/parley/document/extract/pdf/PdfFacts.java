package parley.document.extract.pdf;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Calendar;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.xmpbox.XMPMetadata;
import org.apache.xmpbox.schema.DublinCoreSchema;
import org.apache.xmpbox.schema.XMPBasicSchema;
import org.apache.xmpbox.type.BadFieldValueException;
import org.apache.xmpbox.xml.DomXmpParser;
import org.apache.xmpbox.xml.XmpParsingException;
import org.jspecify.annotations.Nullable;

/// What a document says about itself: in its information dictionary, and where that is silent, in
/// its XMP metadata.
///
/// @param title without line breaks; empty texts count as nothing
record PdfFacts(
        Optional<String> title,
        Optional<String> author,
        Optional<String> subject,
        Optional<Instant> createdAt,
        Optional<Instant> modifiedAt) {
    private static final PdfFacts NONE =
            new PdfFacts(
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());
    private static final int LONGEST = 1_000;
    private static final int MOST_BYTES = 1 << 20;

    static PdfFacts of(PDDocument document) {
        PdfFacts first = ofInformation(document);
        PdfFacts second = ofXmp(document);
        return new PdfFacts(
                first.title().or(second::title),
                first.author().or(second::author),
                first.subject().or(second::subject),
                first.createdAt().or(second::createdAt),
                first.modifiedAt().or(second::modifiedAt));
    }

    private static PdfFacts ofInformation(PDDocument document) {
        try {
            PDDocumentInformation information = document.getDocumentInformation();
            return new PdfFacts(
                    text(information.getTitle()),
                    text(information.getAuthor()),
                    text(information.getSubject()),
                    instant(information.getCreationDate()),
                    instant(information.getModificationDate()));
        } catch (RuntimeException e) {
            return NONE;
        }
    }

    private static PdfFacts ofXmp(PDDocument document) {
        @Nullable PDMetadata metadata = document.getDocumentCatalog().getMetadata();
        if (metadata == null) {
            return NONE;
        }
        try (InputStream stream = metadata.createInputStream()) {
            DomXmpParser parser = new DomXmpParser();
            parser.setStrictParsing(false);
            return of(parser.parse(stream.readNBytes(MOST_BYTES)));
        } catch (IOException | XmpParsingException | BadFieldValueException | RuntimeException e) {
            // It is there for others; the text does not depend on it.
            return NONE;
        }
    }

    private static PdfFacts of(XMPMetadata xmp) throws BadFieldValueException {
        @Nullable DublinCoreSchema core = xmp.getDublinCoreSchema();
        @Nullable XMPBasicSchema basic = xmp.getXMPBasicSchema();
        return new PdfFacts(
                core == null ? Optional.empty() : text(core.getTitle()),
                core == null ? Optional.empty() : joined(core.getCreators()),
                core == null ? Optional.empty() : text(core.getDescription()),
                basic == null ? Optional.empty() : instant(basic.getCreateDate()),
                basic == null ? Optional.empty() : instant(basic.getModifyDate()));
    }

    private static Optional<String> joined(@Nullable List<String> texts) {
        return texts == null ? Optional.empty() : text(String.join(", ", texts));
    }

    static Optional<String> text(@Nullable String text) {
        if (text == null) {
            return Optional.empty();
        }
        String line = Letters.clean(text.replaceAll("\\s+", " ")).strip();
        String kept =
                line.codePointCount(0, line.length()) <= LONGEST
                        ? line
                        : line.substring(0, line.offsetByCodePoints(0, LONGEST));
        return Optional.of(kept).filter(some -> !some.isEmpty());
    }

    private static Optional<Instant> instant(@Nullable Calendar calendar) {
        return Optional.ofNullable(calendar).map(Calendar::toInstant);
    }
}
