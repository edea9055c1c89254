package parley.analysis;

import java.time.InstantSource;
import java.util.Base64;
import java.util.Optional;
import java.util.OptionalLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.analysis.chart.ChartFile;
import parley.analysis.chart.ChartFiles;
import parley.analysis.chart.ChartSettings;
import parley.analysis.chart.ChartStyle;
import parley.analysis.chart.ChartText;
import parley.analysis.chart.Charts;
import parley.conversation.ConversationStore;
import parley.conversation.Message;
import parley.error.AppException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The pictures of the charts of answers. A picture is drawn when its answer is written and kept as
/// a file; one whose file was cleaned up is drawn again from the answer.
public final class ChartPictures {
    private static final Logger LOG = LoggerFactory.getLogger(ChartPictures.class);
    private static final String IMAGES = "images";
    private static final String FILENAME = "filename";
    private static final String ALT = "alt";

    private final ChartFiles files;
    private final ChartStyle style;
    private final DataSourceStore store;
    private final ConversationStore messages;
    private final InstantSource clock;

    public ChartPictures(
            ChartFiles files,
            ChartSettings settings,
            DataSourceStore store,
            ConversationStore messages,
            InstantSource clock) {
        this.files = files;
        this.style = settings.style();
        this.store = store;
        this.messages = messages;
        this.clock = clock;
    }

    /// @param bytes nobody changes them
    @SuppressWarnings("ArrayRecordComponent") // They are compared nowhere.
    public record Picture(String mediaType, byte[] bytes) {}

    /// Which of the two pictures of a chart.
    public enum Kind {
        MAIN("main_chart", "xmr_control_chart", ChartFiles.Kind.MAIN),
        SUMMARY("summary_chart", "xmr_summary", ChartFiles.Kind.SUMMARY);

        private final String member;
        private final String type;
        private final ChartFiles.Kind file;

        Kind(String member, String type, ChartFiles.Kind file) {
            this.member = member;
            this.type = type;
            this.file = file;
        }

        private String title(Charted charted) {
            return this == MAIN
                    ? charted.text().title()
                    : "XmR Summary - " + charted.text().valueName();
        }

        private ChartText summaryText(Charted charted) {
            ChartText text = charted.text();
            return new ChartText(title(charted), text.valueName(), text.timeName(), text.note());
        }

        private byte[] draw(Charted charted, ChartStyle style) {
            return this == MAIN
                    ? Charts.main(charted.chart(), charted.text(), style)
                    : Charts.summary(charted.chart(), summaryText(charted), style);
        }
    }

    /// Draws and keeps both pictures of a new chart, and says in its JSON where they are; or why
    /// they are not there.
    void add(Charted charted, ObjectNode chartData, long accountId, long messageId) {
        ObjectNode images = chartData.putObject(IMAGES);
        for (Kind kind : Kind.values()) {
            images.set(kind.member, image(kind, charted, accountId, messageId));
        }
    }

    private ObjectNode image(Kind kind, Charted charted, long accountId, long messageId) {
        ObjectNode image = JsonMapper.shared().createObjectNode();
        try {
            byte[] bytes = kind.draw(charted, style);
            ChartFile file = files.write(kind.file, style.format(), bytes);
            store.addChart(file.name(), accountId, messageId, clock.instant());
            image.put("file_path", file.path());
            image.put("title", kind.title(charted));
            image.put("type", kind.type);
            image.put(FILENAME, file.name());
            image.put("url", file.url());
            image.put(ALT, Charts.altText(charted.chart(), charted.text()));
        } catch (AppException e) {
            LOG.warn("A chart has no picture: {}", e.getMessage());
            failed(image, e.sentence());
        } catch (RuntimeException e) {
            LOG.error("A chart could not be drawn", e);
            failed(image, "The chart could not be drawn; the server's log says why.");
        }
        return image;
    }

    private static void failed(ObjectNode image, String reason) {
        image.removeAll();
        image.putNull("file_path");
        image.putNull("base64_data");
        image.put("title", "Chart generation failed");
        image.put("type", "error");
        image.put("error", reason);
    }

    /// Puts the pictures' bytes into the JSON of a chart that is shown.
    public void show(ObjectNode chartData) {
        for (Kind kind : Kind.values()) {
            if (chartData.path(IMAGES).path(kind.member) instanceof ObjectNode image
                    && image.has(FILENAME)) {
                show(kind, image, chartData);
            }
        }
    }

    private void show(Kind kind, ObjectNode image, ObjectNode chartData) {
        try {
            byte[] bytes =
                    files.read(image.path(FILENAME).asString(""))
                            .orElseGet(() -> kind.draw(ChartData.read(chartData), style));
            image.put("base64_data", Base64.getEncoder().encodeToString(bytes));
        } catch (RuntimeException e) {
            LOG.error("A chart could not be shown", e);
            failed(image, "The chart could not be drawn again; the server's log says why.");
        }
    }

    /// The picture of that name, if it belongs to this account.
    public Optional<Picture> find(long accountId, String filename) {
        Optional<ChartFile> file = files.describe(filename);
        OptionalLong message =
                file.isEmpty() ? OptionalLong.empty() : store.messageOfChart(accountId, filename);
        if (message.isEmpty()) {
            return Optional.empty();
        }
        String mediaType = file.get().mediaType();
        return files.read(filename)
                .or(() -> drawnAgain(accountId, message.getAsLong(), filename))
                .map(bytes -> new Picture(mediaType, bytes));
    }

    private Optional<byte[]> drawnAgain(long accountId, long messageId, String filename) {
        JsonNode chartData =
                messages.findMessage(accountId, messageId)
                        .map(Message::attributes)
                        .map(attributes ->
                                JsonMapper.shared().readTree(attributes).path("chartData"))
                        .orElseGet(JsonMapper.shared()::createObjectNode);
        for (Kind kind : Kind.values()) {
            JsonNode image = chartData.path(IMAGES).path(kind.member);
            if (image.path(FILENAME).asString("").equals(filename)) {
                ChartStyle as = new Look(Optional.of(ending(filename)), Optional.empty()).of(style);
                return Optional.of(kind.draw(ChartData.read(chartData), as));
            }
        }
        return Optional.empty();
    }

    private static String ending(String filename) {
        return filename.substring(filename.lastIndexOf('.') + 1);
    }

    /// Draws a chart that nobody keeps.
    ///
    /// @param kind `main` or `summary`
    /// @param format `png`, `jpg` or `svg`; empty for that of the settings
    /// @param theme `light` or `dark`; empty for that of the settings
    /// @throws AppException (400) there is no such kind, format or theme
    public Picture draw(
            ChartRequest request, String kind, Optional<String> format, Optional<String> theme) {
        ChartStyle as = new Look(format, theme).of(style);
        byte[] bytes =
                ChartOptions.choice("picture", Kind.values(), kind).draw(request.charted(), as);
        return new Picture(as.format().mediaType(), bytes);
    }

    /// Draws the chart of an answer as somebody wants to see it now.
    ///
    /// @param chartData as it is kept beside the answer
    /// @param kind `main` or `summary`
    /// @param format `png`, `jpg` or `svg`; empty for that of the settings
    /// @param theme `light` or `dark`; empty for that of the settings
    /// @throws AppException (400) there is no such kind, format or theme
    public Picture drawAgain(
            ObjectNode chartData, String kind, Optional<String> format, Optional<String> theme) {
        ChartStyle as = new Look(format, theme).of(style);
        byte[] bytes =
                ChartOptions.choice("kind", Kind.values(), kind)
                        .draw(ChartData.read(chartData), as);
        return new Picture(as.format().mediaType(), bytes);
    }

    /// The main picture as Markdown, for those who see nothing beside the text.
    Optional<String> markdown(ObjectNode chartData) {
        JsonNode image = chartData.path(IMAGES).path(Kind.MAIN.member);
        return image.has("url")
                ? Optional.of(
                        "![%s](%s)"
                                .formatted(
                                        image.path(ALT).asString("").replaceAll("[\\[\\]\\n]", " "),
                                        image.path("url").asString("")))
                : Optional.empty();
    }

    /// How somebody wants a picture.
    private record Look(Optional<String> format, Optional<String> theme) {
        ChartStyle of(ChartStyle usual) {
            return new ChartStyle(
                    format.map(Look::format).orElse(usual.format()),
                    usual.dotsPerInch(),
                    usual.quality(),
                    theme.map(name -> ChartOptions.choice("theme", ChartStyle.Theme.values(), name))
                            .orElse(usual.theme()));
        }

        private static ChartStyle.Format format(String name) {
            return name.equals("jpg")
                    ? ChartStyle.Format.JPEG
                    : ChartOptions.choice("format", ChartStyle.Format.values(), name);
        }
    }
}
