package parley.export.page;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.TextDirection;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.concurrent.Semaphore;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jsoup.Jsoup;
import org.jsoup.helper.W3CDom;
import parley.conversation.Conversation;
import parley.error.AppException;
import parley.error.ErrorCode;
import parley.export.ConversationPage;
import parley.export.ConversationSource;
import parley.image.Gallery;
import parley.image.intake.Codec;

/// A conversation as PDF: Markdown set for A4, with code, tables, pictures and page numbers.
/// Nothing is fetched while it is made.
public final class PdfPage implements ConversationPage {
    /// Of HTML, pictures left out: some 700 pages, which take seconds and some 100 MB.
    private static final int LONGEST = 2_000_000;

    private static final int AT_ONCE = 2;

    /// It would tell every operator that the machine lacks fonts which no page uses.
    private static final Logger FONT_LOG = Logger.getLogger("org.apache.pdfbox.pdmodel.font");

    private final ConversationSource source;
    private final Codec codec;
    private final Gallery gallery;
    private final PageFonts fonts;
    private final Semaphore places = new Semaphore(AT_ONCE);

    /// @param fontFolder where the operator may put fonts for scripts that Roboto lacks
    public PdfPage(ConversationSource source, Codec codec, Gallery gallery, Path fontFolder) {
        XRLog.setLoggingEnabled(false);
        FONT_LOG.setLevel(Level.SEVERE);
        this.source = source;
        this.codec = codec;
        this.gallery = gallery;
        this.fonts = new PageFonts(fontFolder);
    }

    @Override
    public void write(Conversation conversation, OutputStream out)
            throws IOException, InterruptedException {
        places.acquire();
        try {
            // Whole before any of it leaves, so that a failure can be told.
            ByteArrayOutputStream pdf = new ByteArrayOutputStream();
            PdfRendererBuilder builder = new PdfRendererBuilder();
            String html = html(conversation, fonts.use(builder));
            builder.withW3cDocument(new W3CDom().fromJsoup(Jsoup.parse(html)), "");
            builder.useUriResolver((_, uri) -> isInside(uri) ? uri : null);
            for (ExternalResourceControlPriority when : ExternalResourceControlPriority.values()) {
                builder.useExternalResourceAccessControl((uri, _) -> isInside(uri), when);
            }
            builder.defaultTextDirection(TextDirection.LTR);
            builder.useUnicodeBidiSplitter(RightToLeft.Splitter::new);
            builder.useUnicodeBidiReorderer(new RightToLeft());
            builder.useReplacementText("\u25a1");
            builder.withProducer("Parley");
            builder.toStream(pdf);
            builder.run();
            pdf.writeTo(out);
        } finally {
            places.release();
        }
    }

    private static boolean isInside(String uri) {
        return uri.startsWith("data:image/");
    }

    private String html(Conversation conversation, PageFonts.Families families) {
        PagePictures pictures = new PagePictures(codec, gallery, conversation.accountId());
        PageHtml html = new PageHtml(conversation, families, pictures);
        source.forEachMessage(
                conversation,
                message -> {
                    if (!Talk.isEmpty(message)) {
                        html.add(message);
                    }
                    if (html.length() - pictures.length() > LONGEST) {
                        throw tooLong();
                    }
                });
        return printable(html.end());
    }

    /// Characters that no XML holds.
    private static String printable(String text) {
        return text.replaceAll("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\uFFFE\\uFFFF]", "");
    }

    private static AppException tooLong() {
        return new AppException(
                ErrorCode.TOO_LARGE,
                "The conversation is too long for a PDF: more than some 700 pages. Export it as"
                        + " Markdown or JSON.");
    }
}
