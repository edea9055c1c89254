package parley.dialect.assistant;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import parley.dialect.Origin;
import parley.dialect.SearchWords;
import parley.error.AppException;
import parley.error.ErrorCode;
import parley.http.Access;
import parley.http.Exchange;
import parley.http.QueryFields;
import parley.http.Route;
import parley.image.Gallery;
import parley.image.GalleryJson;
import parley.image.ImageFeature;
import parley.image.KeptImage;
import tools.jackson.databind.node.ObjectNode;

/// The pictures that were made, and their files.
final class GalleryHandlers {
    static final String GALLERY = "/v1/gallery";
    private static final String ID = "image_id";
    private static final String IMAGE = GALLERY + "/{" + ID + "}";
    private static final int USUAL_PAGE = 50;
    private static final int LARGEST_PAGE = 200;

    private final Gallery gallery;

    GalleryHandlers(Gallery gallery) {
        this.gallery = gallery;
    }

    record Page(List<ObjectNode> results, long count) {}

    record Deleted(String message, String id) {}

    List<Route> routes() {
        return List.of(
                Route.get(GALLERY, Access.CALLER, this::list),
                Route.get(IMAGE, Access.CALLER, this::show),
                Route.delete(IMAGE, Access.CALLER, this::delete),
                Route.get(IMAGE + "/file", Access.CALLER, this::file),
                Route.get(IMAGE + "/thumbnail", Access.CALLER, this::thumbnail),
                Route.get(IMAGE + "/family", Access.CALLER, this::family));
    }

    private void list(Exchange exchange) {
        QueryFields query = new QueryFields(exchange);
        Gallery.Page page =
                gallery.list(
                        exchange.caller().id(),
                        new Gallery.Filter(
                                label(query),
                                query.text("intent")
                                        .filter(text -> !text.isBlank())
                                        .map(this::feature),
                                SearchWords.of(query).typed()),
                        query.number("limit", USUAL_PAGE, 1, LARGEST_PAGE),
                        query.number("offset", 0, 0, Integer.MAX_VALUE));
        exchange.respond(shown(exchange, page.images(), page.count()));
    }

    /// Whose pictures: those of the label, or with `scope=account` those made under any or none.
    private static Optional<String> label(QueryFields query) {
        String label = UserLabel.required(query);
        String scope = query.text("scope").orElse("user");
        return switch (scope) {
            case "user" -> Optional.of(label);
            case "account" -> Optional.empty();
            default ->
                    throw AppException.invalid(
                            "scope", "scope must be user or account, not \"%s\".".formatted(scope));
        };
    }

    private ImageFeature feature(String intent) {
        return ImageFeature.ofPath(intent)
                .orElseThrow(() ->
                        AppException.invalid(
                                "intent",
                                "intent must be one of %s, not \"%s\"."
                                        .formatted(
                                                Arrays.stream(ImageFeature.values())
                                                        .map(ImageFeature::intent)
                                                        .collect(Collectors.joining(", ")),
                                                intent)));
    }

    private static Page shown(Exchange exchange, List<KeptImage> images, long count) {
        GalleryJson json = new GalleryJson(Origin.of(exchange));
        return new Page(images.stream().map(image -> json.write(image)).toList(), count);
    }

    private void show(Exchange exchange) {
        exchange.respond(new GalleryJson(Origin.of(exchange)).write(load(exchange)));
    }

    private void family(Exchange exchange) {
        List<KeptImage> family = gallery.family(load(exchange));
        exchange.respond(shown(exchange, family, family.size()));
    }

    private void delete(Exchange exchange) {
        KeptImage image = load(exchange);
        gallery.delete(image.accountId(), image.id());
        exchange.respond(new Deleted("The picture and its files are deleted.", image.id()));
    }

    private void file(Exchange exchange) {
        KeptImage image = load(exchange);
        send(exchange, image.mediaType(), gallery.file(image), image.id());
    }

    private void thumbnail(Exchange exchange) {
        KeptImage image = load(exchange);
        send(exchange, "image/png", gallery.thumbnail(image), image.id() + "-small");
    }

    /// A file never changes, and it is nobody else's.
    private static void send(Exchange exchange, String mediaType, byte[] file, String name) {
        String ending = mediaType.substring(mediaType.indexOf('/') + 1);
        boolean download = exchange.query("download").isPresent();
        exchange.setHeader(
                "Content-Disposition",
                "%s; filename=\"%s.%s\""
                        .formatted(download ? "attachment" : "inline", name, ending));
        exchange.setHeader("X-Content-Type-Options", "nosniff");
        exchange.setHeader("Content-Security-Policy", "sandbox; default-src 'none'");
        exchange.setHeader("Cache-Control", "private, max-age=31536000, immutable");
        exchange.respond(200, mediaType, file);
    }

    /// A picture belongs to the label it was made under.
    private KeptImage load(Exchange exchange) {
        String id = exchange.pathParameter(ID);
        KeptImage image = gallery.load(exchange.caller().id(), id);
        if (!UserLabel.mayAsk(exchange, image.endUser())) {
            throw new AppException(
                    ErrorCode.NOT_FOUND, "There is no picture \"%s\".".formatted(id));
        }
        return image;
    }
}
