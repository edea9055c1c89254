package parley.image.remote;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import parley.image.ImageEngine;
import parley.image.ImageFeature;
import parley.image.ImageWish;
import parley.image.ImageWish.FileForm;
import parley.image.ImageWish.Sides;
import parley.image.InputRole;
import parley.image.LightRig;
import parley.image.Shape;
import parley.image.pixel.Picture;
import parley.image.pixel.Size;
import parley.image.remote.RemoteImageSettings.Vendor;
import tools.jackson.databind.JsonNode;

/// Stability AI's second API: `/v2beta/stable-image/…` with forms, and `/v2beta/results/{id}` for
/// what takes longer.
public final class StabilityEngine implements ImageEngine {
    private static final String TITLE = "Stability AI";
    private static final String ROOT = "/v2beta/stable-image/";
    private static final int STILL_RUNNING = 202;
    private static final long MOST_UPSCALED = 1_000_000;
    private static final long MOST_CUT_OUT = 4_000_000;
    private static final long MOST_CHANGED = 9_400_000;
    private static final int LONGEST = 1536;
    private static final int LONGEST_CHANGED = 4096;
    private static final int MOST_GROWTH = 2000;
    private static final List<Shape> SHAPES =
            List.of(
                    new Shape(1, 1),
                    new Shape(16, 9),
                    new Shape(9, 16),
                    new Shape(3, 2),
                    new Shape(2, 3),
                    new Shape(5, 4),
                    new Shape(4, 5),
                    new Shape(21, 9),
                    new Shape(9, 21));
    private static final List<String> PRESETS =
            List.of(
                    "3d-model",
                    "analog-film",
                    "anime",
                    "cinematic",
                    "comic-book",
                    "digital-art",
                    "enhance",
                    "fantasy-art",
                    "isometric",
                    "line-art",
                    "low-poly",
                    "modeling-compound",
                    "neon-punk",
                    "origami",
                    "photographic",
                    "pixel-art",
                    "tile-texture");

    private final VendorHttp http;

    public StabilityEngine(Vendor vendor, RemoteTools tools) {
        this.http =
                new VendorHttp(
                        vendor.baseUrl(),
                        Map.of("Authorization", "Bearer " + vendor.key()),
                        tools,
                        new VendorFailures(TITLE, "STABILITY_API_KEY", vendor.key()));
    }

    @Override
    public String name() {
        return "stability";
    }

    @Override
    public boolean can(ImageFeature feature) {
        return true;
    }

    @Override
    public List<String> models(ImageFeature feature) {
        return feature == ImageFeature.IMAGE_GENERATION
                ? List.of("core", "ultra", "sd3")
                : List.of();
    }

    @Override
    public Outcome run(Job job, Progress progress) throws InterruptedException {
        Outcome outcome =
                switch (job.wish()) {
                    case ImageWish.Generate it -> generate(it, job, progress);
                    case ImageWish.Upscale it -> upscale(it, job);
                    case ImageWish.RemoveBackground it -> removeBackground(it, job);
                    case ImageWish.Relight it -> relight(it, job);
                    case ImageWish.StyleTransfer it -> style(it, job);
                    case ImageWish.Reimagine it -> reimagine(it, job, progress);
                    case ImageWish.Expand it -> expand(it, job);
                };
        progress.at(1);
        return outcome;
    }

    private Outcome generate(ImageWish.Generate wish, Job job, Progress progress)
            throws InterruptedException {
        String model = job.model().orElse("core");
        Optional<String> preset =
                wish.style().map(style -> style.replace('_', '-')).filter(PRESETS::contains);
        List<Picture> made = new ArrayList<>();
        for (int i = 0; i < wish.count(); i++) {
            FormFields form =
                    new FormFields()
                            .text("prompt", preset.isPresent() ? wish.prompt() : Prompts.of(wish))
                            .text("aspect_ratio", ratio(wish.shape()))
                            .text("output_format", "png")
                            .text("seed", Made.seed(job.seed(), i));
            wish.negativePrompt().ifPresent(text -> form.text("negative_prompt", text));
            preset.ifPresent(style -> form.text("style_preset", style));
            made.add(picture("generate/" + model, form));
            progress.at((double) (i + 1) / wish.count());
        }
        return Made.outcome(made, model);
    }

    /// The nearest of those that are known.
    private static String ratio(Shape shape) {
        return SHAPES.stream()
                .min(
                        Comparator.comparingDouble(
                                it -> Math.abs(Math.log(it.ratio() / shape.ratio()))))
                .map(it ->
                        it.across() == 7
                                ? "21:9"
                                : it.down() == 7 ? "9:21" : it.across() + ":" + it.down())
                .orElse("1:1");
    }

    private Outcome upscale(ImageWish.Upscale wish, Job job) throws InterruptedException {
        Size size = job.image().size();
        if (size.pixels() > MOST_UPSCALED || Math.max(size.width(), size.height()) > LONGEST) {
            throw http.failures()
                    .failed(
                            "makes pictures larger of at most one megapixel; this one has %s"
                                    .formatted(size));
        }
        FormFields form = form(job.image(), MOST_UPSCALED);
        boolean isFast = wish.factor() <= 4 && wish.creativity() == 0;
        if (!isFast) {
            // 0.2 to 0.5 is what is taken.
            form.text("creativity", Made.decimal(0.2 + 0.003 * wish.creativity()))
                    .text("prompt", Prompts.of(wish))
                    .text("seed", Made.seed(job.seed(), 0));
        }
        String model = isFast ? "fast" : "conservative";
        Picture made = picture("upscale/" + model, form);
        return Made.outcome(List.of(Fitting.to(made, size.times(wish.factor()))), model);
    }

    private FormFields form(Picture picture, long mostPixels) {
        return new FormFields().png("image", png(picture, mostPixels)).text("output_format", "png");
    }

    private byte[] png(Picture picture, long mostPixels) {
        return http.tools()
                .codec()
                .write(Fitting.within(picture, mostPixels, LONGEST_CHANGED), FileForm.PNG);
    }

    private Outcome removeBackground(ImageWish.RemoveBackground wish, Job job)
            throws InterruptedException {
        Picture made = picture("edit/remove-background", form(job.image(), MOST_CUT_OUT));
        Picture cutOut = Fitting.to(made, job.image().size());
        return Made.outcome(List.of(Backdrop.put(cutOut, wish, job)), "remove-background");
    }

    private Outcome relight(ImageWish.Relight wish, Job job) throws InterruptedException {
        FormFields form =
                new FormFields()
                        .png("subject_image", png(job.image(), MOST_CHANGED))
                        .text("background_prompt", Prompts.of(wish))
                        .text("keep_original_background", "true")
                        .text("output_format", "png")
                        .text("seed", Made.seed(job.seed(), 0));
        job.input(InputRole.REFERENCE)
                .ifPresent(light -> form.png("light_reference", png(light, MOST_CHANGED)));
        wish.light().ifPresent(light -> form.text("light_source_direction", direction(light)));
        if (wish.light().isPresent() || job.input(InputRole.REFERENCE).isPresent()) {
            form.text("light_source_strength", Made.decimal(wish.strength() / 100.0));
        }
        VendorReply reply = ask("edit/replace-background-and-relight", form, "application/json");
        String id = reply.json().path("id").asString("");
        if (!id.matches("[0-9A-Za-z_-]{8,128}")) {
            throw http.failures().failed("took the work without a number for it");
        }
        Picture made = http.await(() -> result(id));
        return Made.outcome(
                List.of(Fitting.to(made, job.image().size())), "replace-background-and-relight");
    }

    private static String direction(LightRig light) {
        if (light.azimuth() < 45 || light.azimuth() >= 315) {
            return "right";
        }
        return light.azimuth() < 135 ? "above" : light.azimuth() < 225 ? "left" : "below";
    }

    private Optional<Picture> result(String id) throws InterruptedException {
        VendorReply reply = http.get("/v2beta/results/" + id);
        return reply.status() == STILL_RUNNING ? Optional.empty() : Optional.of(made(reply));
    }

    private Outcome style(ImageWish.StyleTransfer wish, Job job) throws InterruptedException {
        Optional<Picture> reference = job.input(InputRole.REFERENCE);
        FormFields form =
                new FormFields()
                        .text("output_format", "png")
                        .text("seed", Made.seed(job.seed(), 0));
        String model = reference.isPresent() ? "style-transfer" : "structure";
        if (reference.isPresent()) {
            form.png("init_image", png(job.image(), MOST_CHANGED))
                    .png("style_image", png(reference.get(), MOST_CHANGED))
                    .text("style_strength", Made.decimal(wish.styleStrength() / 100.0))
                    .text("composition_fidelity", Made.decimal(wish.structureStrength() / 100.0));
            wish.prompt().ifPresent(text -> form.text("prompt", text));
        } else {
            form.png("image", png(job.image(), MOST_CHANGED))
                    .text("prompt", Prompts.of(wish))
                    .text("control_strength", Made.decimal(wish.structureStrength() / 100.0));
        }
        Picture made = picture("control/" + model, form);
        return Made.outcome(List.of(Fitting.to(made, job.image().size())), model);
    }

    private Outcome reimagine(ImageWish.Reimagine wish, Job job, Progress progress)
            throws InterruptedException {
        String strength = Made.decimal(Made.strength(wish));
        List<Picture> made = new ArrayList<>();
        for (int i = 0; i < wish.count(); i++) {
            FormFields form =
                    form(job.image(), MOST_CHANGED)
                            .text("prompt", Prompts.of(wish))
                            .text("strength", strength)
                            .text("seed", Made.seed(job.seed(), i));
            made.add(picture("generate/ultra", form));
            progress.at((double) (i + 1) / wish.count());
        }
        return Made.outcome(made, "ultra");
    }

    private Outcome expand(ImageWish.Expand wish, Job job) throws InterruptedException {
        Padding padding = Padding.of(job.image(), wish);
        Sides sides = padding.sides();
        int farthest =
                Math.max(
                        Math.max(sides.left(), sides.right()),
                        Math.max(sides.top(), sides.bottom()));
        if (padding.size().pixels() > MOST_CHANGED || farthest > MOST_GROWTH) {
            throw http.failures()
                    .failed(
                            "expands pictures by at most %d pixels, to at most 9.4 megapixels"
                                    .formatted(MOST_GROWTH));
        }
        FormFields form =
                form(job.image(), MOST_CHANGED)
                        .text("left", sides.left())
                        .text("right", sides.right())
                        .text("up", sides.top())
                        .text("down", sides.bottom())
                        .text("seed", Made.seed(job.seed(), 0));
        wish.prompt().ifPresent(text -> form.text("prompt", text));
        return Made.outcome(List.of(padding.completed(picture("edit/outpaint", form))), "outpaint");
    }

    private VendorReply ask(String path, FormFields form, String accept)
            throws InterruptedException {
        return http.post(ROOT + path, form, accept);
    }

    private Picture picture(String path, FormFields form) throws InterruptedException {
        return made(ask(path, form, "application/json"));
    }

    private Picture made(VendorReply reply) throws InterruptedException {
        JsonNode json = reply.isPicture() ? Made.json() : reply.json();
        String reason =
                json.path("finish_reason")
                        .asString(reply.headers().firstValue("finish-reason").orElse(""));
        if (reason.equals("CONTENT_FILTERED")) {
            throw http.failures().refused("its filter stopped the picture");
        }
        return reply.isPicture()
                ? http.picture(reply.body())
                : http.picture(json.path("image").asString(json.path("result").asString("")));
    }
}
