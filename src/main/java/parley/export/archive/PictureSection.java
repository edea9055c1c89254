package parley.export.archive;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import parley.error.AppException;
import parley.export.ArchiveInput;
import parley.export.ArchiveOutput;
import parley.export.ArchiveSection;
import parley.export.Fields;
import parley.export.ImportReport;
import parley.export.JsonElements;
import parley.image.KeptImage;
import parley.image.PictureTransfer;
import parley.image.pixel.Size;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The pictures of the gallery with their files and what they were made of; those that were sent to
/// be worked on as well.
public final class PictureSection implements ArchiveSection {
    private static final String ENTRY = "pictures.jsonl";
    private static final String FOLDER = "pictures/";
    private static final int AT_ONCE = 200;
    private static final int LARGEST_FILE = 256 << 20;
    private static final Pattern ID = Pattern.compile("img_[0-9A-Za-z]{20,40}");
    private static final JsonMapper JSON = JsonMapper.shared();

    private final PictureTransfer pictures;

    public PictureSection(PictureTransfer pictures) {
        this.pictures = pictures;
    }

    @Override
    public String kind() {
        return "pictures";
    }

    @Override
    public void write(long accountId, ArchiveOutput archive)
            throws IOException, InterruptedException {
        List<KeptImage> written = new ArrayList<>();
        for (KeptImage image : all(accountId)) {
            if (writeFile(image, archive)) {
                written.add(image);
            }
        }
        archive.add(
                ENTRY,
                out -> {
                    for (KeptImage image : written) {
                        Lines.write(out, describe(image));
                    }
                });
    }

    /// Oldest first: what pictures were made of comes before them.
    private List<KeptImage> all(long accountId) {
        List<KeptImage> all = new ArrayList<>();
        List<KeptImage> some = pictures.pictures(accountId, "", AT_ONCE);
        while (!some.isEmpty()) {
            all.addAll(some);
            some = pictures.pictures(accountId, some.getLast().id(), AT_ONCE);
        }
        all.sort(Comparator.comparing(KeptImage::createdAt).thenComparing(KeptImage::id));
        return all;
    }

    /// @return whether it is still there
    private boolean writeFile(KeptImage image, ArchiveOutput archive)
            throws IOException, InterruptedException {
        byte[] file;
        try {
            file = pictures.file(image);
        } catch (AppException e) {
            if (e.code().httpStatus() >= 500) {
                throw e;
            }
            return false;
        }
        archive.addPacked(nameOf(image), out -> out.write(file));
        return true;
    }

    private static String nameOf(KeptImage image) {
        String type = image.mediaType();
        return FOLDER + image.id() + "." + type.substring(type.indexOf('/') + 1);
    }

    private ObjectNode describe(KeptImage image) {
        ObjectNode line =
                JSON.createObjectNode()
                        .put("origin", pictures.origin(image))
                        .put("id", image.id())
                        .put("file", nameOf(image))
                        .put("end_user", image.endUser().orElse(null))
                        .put("intent", image.intent())
                        .put("prompt", image.prompt())
                        .put("width", image.size().width())
                        .put("height", image.size().height())
                        .put("media_type", image.mediaType())
                        .put("created_at", image.createdAt().toString());
        ArrayNode parents = line.putArray("parent_ids");
        image.parentIds().forEach(parents::add);
        return line;
    }

    @Override
    public void read(long accountId, ArchiveInput archive, ImportReport report)
            throws IOException, InterruptedException {
        report.begin(kind());
        Ids ids = new Ids();
        try (JsonElements lines = archive.lines(ENTRY)) {
            for (var line = lines.next(); line.isPresent(); line = lines.next()) {
                Optional<JsonNode> node = line.get().node();
                if (node.isEmpty()) {
                    report.failed(kind(), "A picture's description is longer than is read.");
                } else {
                    take(accountId, node.get(), archive, ids, report);
                }
            }
        }
    }

    private void take(
            long accountId, JsonNode node, ArchiveInput archive, Ids ids, ImportReport report)
            throws IOException, InterruptedException {
        try {
            Fields fields = Fields.of(node, "");
            String origin = fields.text("origin");
            if (!ID.matcher(origin).matches()) {
                throw Fields.damaged("origin", "the id of a picture");
            }
            Optional<String> known = pictures.find(accountId, origin);
            if (known.isPresent()) {
                ids.put(fields.text("id"), known.get());
                report.skipped(kind());
                return;
            }
            KeptImage described = described(accountId, fields, ids);
            byte[] file = file(archive, fields.text("file"));
            ids.put(fields.text("id"), pictures.arrive(described, file, origin));
            report.added(kind());
        } catch (AppException e) {
            if (e.code().httpStatus() >= 500) {
                throw e;
            }
            report.failed(
                    kind(),
                    "The picture \"%s\": %s".formatted(node.path("id").asString(""), e.sentence()));
        }
    }

    private static byte[] file(ArchiveInput archive, String name) throws IOException {
        try (InputStream in = archive.open(name)) {
            byte[] file = in.readNBytes(LARGEST_FILE + 1);
            if (file.length > LARGEST_FILE) {
                throw Fields.damaged("Its file", "of at most %d bytes".formatted(LARGEST_FILE));
            }
            return file;
        }
    }

    private static KeptImage described(long accountId, Fields fields, Ids ids) {
        return new KeptImage(
                fields.text("id"),
                accountId,
                fields.optionalText("end_user"),
                Optional.empty(),
                fields.text("intent"),
                fields.text("prompt"),
                new Size(fields.count("width"), fields.count("height")),
                fields.text("media_type"),
                0,
                fields.object()
                        .path("parent_ids")
                        .valueStream()
                        .map(parent -> ids.get(parent.asString("")))
                        .flatMap(Optional::stream)
                        .toList(),
                fields.instant("created_at"));
    }

    /// Which id a picture of the archive has here.
    private static final class Ids {
        private final Map<String, String> here = new HashMap<>();

        void put(String there, String id) {
            here.put(there, id);
        }

        Optional<String> get(String there) {
            return Optional.ofNullable(here.get(there));
        }
    }
}
