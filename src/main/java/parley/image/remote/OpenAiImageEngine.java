package parley.image.remote;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import parley.image.ImageEngine;
import parley.image.ImageEngineException;
import parley.image.ImageFeature;
import parley.image.ImageWish;
import parley.image.ImageWish.FileForm;
import parley.image.InputRole;
import parley.image.Shape;
import parley.image.pixel.Picture;
import parley.image.pixel.Size;
import parley.image.remote.RemoteImageSettings.Vendor;
import tools.jackson.databind.JsonNode;

/// OpenAI's images: `POST /images/generations` and `/images/edits`, which its GPT image models
/// answer in Base64 alone. Variations ended with DALL·E 2; edits do what they did.
public final class OpenAiImageEngine implements ImageEngine {
    private static final String TITLE = "OpenAI";
    private static final int GRID = 16;
    private static final int SHORTEST = 512;
    private static final int LONGEST = 2048;
    private static final long MOST_PIXELS = 8_000_000;

    private final String model;
    private final VendorHttp http;

    public OpenAiImageEngine(Vendor vendor, String model, RemoteTools tools) {
        this.model = model;
        this.http =
                new VendorHttp(
                        vendor.baseUrl(),
                        Map.of("Authorization", "Bearer " + vendor.key()),
                        tools,
                        new VendorFailures(
                                TITLE, "OPENAI_API_KEY and OPENAI_IMAGE_MODEL", vendor.key()));
    }

    @Override
    public String name() {
        return "openai";
    }

    @Override
    public boolean can(ImageFeature feature) {
        return feature != ImageFeature.UPSCALE;
    }

    @Override
    public List<String> models(ImageFeature feature) {
        return can(feature) ? List.of(model) : List.of();
    }

    @Override
    public Outcome run(Job job, Progress progress) throws InterruptedException {
        String chosen = job.model().orElse(model);
        List<Picture> pictures =
                switch (job.wish()) {
                    case ImageWish.Generate it -> generate(it, chosen);
                    case ImageWish.Reimagine it ->
                            edit(job, chosen, it.count(), size(job, it.shape()));
                    case ImageWish.Expand it -> List.of(expand(it, job, chosen));
                    case ImageWish.RemoveBackground it ->
                            List.of(Backdrop.put(cutOut(job, chosen), it, job));
                    case ImageWish.Relight _, ImageWish.StyleTransfer _ ->
                            same(job, edit(job, chosen, 1, size(job, Optional.empty())));
                    case ImageWish.Upscale it -> throw Made.cannot(TITLE, it.feature());
                };
        progress.at(1);
        return Made.outcome(pictures, chosen);
    }

    private List<Picture> generate(ImageWish.Generate wish, String chosen)
            throws InterruptedException {
        Size wanted = wish.shape().size(wish.resolution());
        Size asked = Fitting.onGrid(wanted, GRID, SHORTEST, LONGEST);
        String avoided = wish.negativePrompt().map(text -> " Avoid: " + text).orElse("");
        JsonNode body =
                Made.json()
                        .put("model", chosen)
                        .put("prompt", Prompts.of(wish) + avoided)
                        .put("n", wish.count())
                        .put("size", asked.width() + "x" + asked.height())
                        .put("output_format", "png");
        List<Picture> made = pictures(http.post("/images/generations", body));
        return made.stream().map(picture -> Fitting.to(picture, wanted)).toList();
    }

    private static Size size(Job job, Optional<Shape> shape) {
        Picture picture = job.image();
        Size own = picture.size();
        Size wanted =
                shape.map(it ->
                                new Size(
                                        (int) Math.max(1, Math.round(own.height() * it.ratio())),
                                        own.height()))
                        .orElse(own);
        return Fitting.onGrid(wanted, GRID, SHORTEST, LONGEST);
    }

    private FormFields form(Job job, String chosen, int count, Size size) {
        return new FormFields()
                .text("model", chosen)
                .text("prompt", Prompts.of(job.wish()))
                .text("n", count)
                .text("size", size.width() + "x" + size.height())
                .text("output_format", "png");
    }

    private byte[] png(Picture picture) {
        return http.tools()
                .codec()
                .write(Fitting.within(picture, MOST_PIXELS, 2 * LONGEST), FileForm.PNG);
    }

    private List<Picture> edit(Job job, String chosen, int count, Size size)
            throws InterruptedException {
        FormFields form = form(job, chosen, count, size).png("image[]", png(job.image()));
        job.input(InputRole.REFERENCE).ifPresent(picture -> form.png("image[]", png(picture)));
        return pictures(http.post("/images/edits", form, "application/json"));
    }

    private static List<Picture> same(Job job, List<Picture> made) {
        return made.stream().map(picture -> Fitting.to(picture, job.image().size())).toList();
    }

    private Picture cutOut(Job job, String chosen) throws InterruptedException {
        FormFields form =
                form(job, chosen, 1, size(job, Optional.empty()))
                        .text("background", "transparent")
                        .png("image[]", png(job.image()));
        Picture made = pictures(http.post("/images/edits", form, "application/json")).getFirst();
        if (!made.hasAlpha()) {
            throw http.failures().failed("left the background as it was");
        }
        return Fitting.to(made, job.image().size());
    }

    private Picture expand(ImageWish.Expand wish, Job job, String chosen)
            throws InterruptedException {
        Padding padding = Padding.of(job.image(), wish);
        Size size = Fitting.onGrid(padding.size(), GRID, SHORTEST, LONGEST);
        FormFields form =
                form(job, chosen, 1, size)
                        .png("image[]", file(Fitting.to(padding.canvas(), size)))
                        .png("mask", file(Fitting.to(padding.openWhereNew(), size)));
        return padding.completed(
                pictures(http.post("/images/edits", form, "application/json")).getFirst());
    }

    private byte[] file(Picture picture) {
        return http.tools().codec().write(picture, FileForm.PNG);
    }

    private List<Picture> pictures(VendorReply reply) throws InterruptedException {
        List<Picture> pictures = new ArrayList<>();
        for (JsonNode item : reply.json().path("data")) {
            pictures.add(
                    http.picture(item.path("b64_json").asString(item.path("url").asString(""))));
        }
        if (pictures.isEmpty()) {
            throw new ImageEngineException(
                    ImageEngineException.Kind.FAILED, TITLE + " answered without a picture.");
        }
        return pictures;
    }
}
