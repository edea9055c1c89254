package parley.image.remote;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import parley.image.AspectRatio;
import parley.image.ImageEngine;
import parley.image.ImageFeature;
import parley.image.ImageWish;
import parley.image.ImageWish.Sides;
import parley.image.InputRole;
import parley.image.Shape;
import parley.image.pixel.Picture;
import parley.image.pixel.Size;
import parley.image.remote.RemoteImageSettings.Vendor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Magnific, Freepik before: work is handed in at `/ai/…` and asked for by its number. What it
/// makes lies at addresses that soon expire.
public final class MagnificEngine implements ImageEngine {
    private static final String TITLE = "Magnific";
    private static final String FREEPIK = "freepik.com";
    private static final long MOST_PIXELS = 25_300_000;
    private static final int LONGEST = 4096;
    private static final Set<ImageFeature> FEATURES =
            Set.of(
                    ImageFeature.IMAGE_GENERATION,
                    ImageFeature.UPSCALE,
                    ImageFeature.RELIGHT,
                    ImageFeature.STYLE_TRANSFER,
                    ImageFeature.REIMAGINE,
                    ImageFeature.IMAGE_EXPAND);
    private static final List<String> MODELS =
            List.of("realism", "fluid", "zen", "flexible", "super_real", "editorial_portraits");

    private final VendorHttp http;

    public MagnificEngine(Vendor vendor, RemoteTools tools) {
        String host = String.valueOf(vendor.baseUrl().getHost());
        String header = host.endsWith(FREEPIK) ? "x-freepik-api-key" : "x-magnific-api-key";
        this.http =
                new VendorHttp(
                        vendor.baseUrl(),
                        Map.of(header, vendor.key()),
                        tools,
                        new VendorFailures(
                                TITLE, "MAGNIFIC_API_KEY or FREEPIK_API_KEY", vendor.key()));
    }

    @Override
    public String name() {
        return "magnific";
    }

    /// Backgrounds it only removes from pictures at a public address, which ours do not have.
    @Override
    public boolean can(ImageFeature feature) {
        return FEATURES.contains(feature);
    }

    @Override
    public List<String> models(ImageFeature feature) {
        return feature == ImageFeature.IMAGE_GENERATION ? MODELS : List.of();
    }

    @Override
    public Outcome run(Job job, Progress progress) throws InterruptedException {
        return switch (job.wish()) {
            case ImageWish.Generate it -> generate(it, job, progress);
            case ImageWish.Upscale it -> upscale(it, job, progress);
            case ImageWish.Relight it -> relight(it, job, progress);
            case ImageWish.StyleTransfer it -> style(it, job, progress);
            case ImageWish.Reimagine it -> reimagine(it, job, progress);
            case ImageWish.Expand it -> expand(it, job, progress);
            case ImageWish.RemoveBackground it -> throw Made.cannot(TITLE, it.feature());
        };
    }

    private Outcome generate(ImageWish.Generate wish, Job job, Progress progress)
            throws InterruptedException {
        String model = job.model().orElse(MODELS.getFirst());
        List<Picture> made = new ArrayList<>();
        for (int i = 0; i < wish.count(); i++) {
            ObjectNode body =
                    Made.json()
                            .put("prompt", Prompts.of(wish))
                            .put("resolution", wish.resolution().wireName())
                            .put("aspect_ratio", ratio(wish.shape()))
                            .put("model", model);
            made.add(made("/ai/mystic", body, Progress.UNHEARD));
            progress.at((double) (i + 1) / wish.count());
        }
        return Made.outcome(made, "mystic/" + model);
    }

    /// The name of the nearest shape that has one.
    private static String ratio(Shape shape) {
        return Arrays.stream(AspectRatio.values())
                .filter(it -> it != AspectRatio.CINEMATIC_21_9)
                .min(
                        Comparator.comparingDouble(
                                it -> Math.abs(Math.log(it.shape().ratio() / shape.ratio()))))
                .orElse(AspectRatio.SQUARE_1_1)
                .wireName();
    }

    private Outcome upscale(ImageWish.Upscale wish, Job job, Progress progress)
            throws InterruptedException {
        Size size = job.image().size().times(wish.factor());
        if (size.pixels() > MOST_PIXELS) {
            throw http.failures().failed("makes pictures of at most 25.3 megapixels");
        }
        ObjectNode body = Made.json().put("image", base64(job.image()));
        boolean isCreative = wish.creativity() > 0;
        if (isCreative) {
            // -10 to 10 there, 0 to 100 here.
            body.put("scale_factor", wish.factor() + "x")
                    .put("optimized_for", wish.optimizedFor())
                    .put("creativity", Math.clamp(wish.creativity() / 5 - 10, -10, 10));
        } else {
            body.put("scale_factor", wish.factor()).put("sharpen", Math.max(7, wish.sharpen()));
        }
        String path = isCreative ? "/ai/image-upscaler" : "/ai/image-upscaler-precision-v2";
        Picture made = made(path, body, progress);
        return Made.outcome(
                List.of(Fitting.to(made, size)), isCreative ? "creative" : "precision-v2");
    }

    private Outcome relight(ImageWish.Relight wish, Job job, Progress progress)
            throws InterruptedException {
        ObjectNode body =
                Made.json()
                        .put("image", base64(job.image()))
                        .put("prompt", Prompts.of(wish))
                        .put("light_transfer_strength", wish.strength())
                        .put("style", wish.style())
                        .put("change_background", false);
        job.input(InputRole.REFERENCE)
                .ifPresent(light -> body.put("transfer_light_from_reference_image", base64(light)));
        if (job.input(InputRole.REFERENCE).isEmpty()) {
            job.input(InputRole.LIGHTMAP)
                    .ifPresent(light -> body.put("transfer_light_from_lightmap", base64(light)));
        }
        return same(job, made("/ai/image-relight", body, progress), "relight");
    }

    private Outcome style(ImageWish.StyleTransfer wish, Job job, Progress progress)
            throws InterruptedException {
        Picture reference =
                job.input(InputRole.REFERENCE)
                        .orElseThrow(() -> http.failures().failed("needs a picture in the style"));
        ObjectNode body =
                Made.json()
                        .put("image", base64(job.image()))
                        .put("reference_image", base64(reference))
                        .put("style_strength", wish.styleStrength())
                        .put("structure_strength", wish.structureStrength())
                        .put("flavor", wish.flavor());
        wish.prompt().ifPresent(text -> body.put("prompt", text));
        return same(job, made("/ai/image-style-transfer", body, progress), "style-transfer");
    }

    private Outcome reimagine(ImageWish.Reimagine wish, Job job, Progress progress)
            throws InterruptedException {
        List<Picture> made = new ArrayList<>();
        for (int i = 0; i < wish.count(); i++) {
            ObjectNode body =
                    Made.json()
                            .put("image", base64(job.image()))
                            .put("imagination", wish.imagination().name().toLowerCase(Locale.ROOT))
                            .put(
                                    "aspect_ratio",
                                    wish.shape().map(MagnificEngine::ratio).orElse("original"));
            wish.prompt().ifPresent(text -> body.put("prompt", text));
            made.add(made("/ai/beta/text-to-image/reimagine-flux", body, Progress.UNHEARD));
            progress.at((double) (i + 1) / wish.count());
        }
        return Made.outcome(made, "reimagine-flux");
    }

    private Outcome expand(ImageWish.Expand wish, Job job, Progress progress)
            throws InterruptedException {
        Padding padding = Padding.of(job.image(), wish);
        Sides sides = padding.sides();
        ObjectNode body =
                Made.json()
                        .put("image", Made.base64(http.tools().codec(), job.image()))
                        .put("left", sides.left())
                        .put("right", sides.right())
                        .put("top", sides.top())
                        .put("bottom", sides.bottom());
        wish.prompt().ifPresent(text -> body.put("prompt", text));
        Picture made = made("/ai/image-expand/flux-pro", body, progress);
        return Made.outcome(List.of(padding.completed(made)), "flux-pro");
    }

    private static Outcome same(Job job, Picture made, String model) {
        return Made.outcome(List.of(Fitting.to(made, job.image().size())), model);
    }

    private String base64(Picture picture) {
        return Made.base64(http.tools().codec(), Fitting.within(picture, MOST_PIXELS, LONGEST));
    }

    private Picture made(String path, ObjectNode body, Progress progress)
            throws InterruptedException {
        JsonNode first = task(http.post(path, body));
        Optional<Picture> atOnce = picture(first);
        if (atOnce.isPresent()) {
            progress.at(1);
            return atOnce.get();
        }
        String id = first.path("task_id").asString("");
        if (!id.matches("[0-9A-Za-z_-]{1,100}")) {
            throw http.failures().failed("took the work without a number for it");
        }
        Picture made = http.await(() -> picture(task(http.get(path + "/" + id))));
        progress.at(1);
        return made;
    }

    /// Some answers are wrapped in `data`, some are not.
    private static JsonNode task(VendorReply reply) {
        JsonNode json = reply.json();
        return json.path("data").isObject() ? json.path("data") : json;
    }

    private Optional<Picture> picture(JsonNode task) throws InterruptedException {
        String status = task.path("status").asString(task.path("task_status").asString(""));
        if (status.equals("FAILED")) {
            throw http.failures().failed("failed at it");
        }
        if (task.path("has_nsfw").path(0).asBoolean(false)) {
            throw http.failures().refused("its filter stopped the picture");
        }
        JsonNode generated = task.path("generated").path(0);
        String place = generated.asString(generated.path("url").asString(""));
        return status.equals("COMPLETED") && !place.isEmpty()
                ? Optional.of(http.picture(place))
                : Optional.empty();
    }
}
