package parley.image.remote;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import parley.image.ImageEngine;
import parley.image.ImageFeature;
import parley.image.ImageWish;
import parley.image.pixel.Picture;
import parley.image.pixel.Size;
import parley.image.remote.RemoteImageSettings.Vendor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// AUTOMATIC1111's web interface, and servers that speak like it (Forge, SD.Next,
/// stable-diffusion.cpp): `/sdapi/v1/…`.
public final class Automatic1111Engine implements ImageEngine {
    private static final String TITLE = "AUTOMATIC1111";
    private static final int GRID = 8;
    private static final int SHORTEST = 256;
    private static final int LONGEST = 1024;
    private static final int STEPS = 25;

    private final VendorHttp http;

    public Automatic1111Engine(Vendor vendor, RemoteTools tools) {
        this.http =
                new VendorHttp(
                        vendor.baseUrl(),
                        Map.of(),
                        tools,
                        new VendorFailures(TITLE, "A1111_URL", vendor.key()));
    }

    @Override
    public String name() {
        return "automatic1111";
    }

    @Override
    public boolean can(ImageFeature feature) {
        return feature != ImageFeature.REMOVE_BACKGROUND;
    }

    @Override
    public Outcome run(Job job, Progress progress) throws InterruptedException {
        List<Picture> made =
                switch (job.wish()) {
                    case ImageWish.Generate it -> generate(it, job);
                    case ImageWish.Upscale it -> upscale(it, job);
                    case ImageWish.Relight it -> change(job, 1, 0.2 + it.strength() / 250.0);
                    case ImageWish.StyleTransfer it ->
                            change(job, 1, 0.9 - it.structureStrength() / 200.0);
                    case ImageWish.Reimagine it -> change(job, it.count(), Made.strength(it));
                    case ImageWish.Expand it -> List.of(expand(it, job));
                    case ImageWish.RemoveBackground it -> throw Made.cannot(TITLE, it.feature());
                };
        progress.at(1);
        return Made.outcome(made, job.model().orElse("loaded checkpoint"));
    }

    private static ObjectNode body(Job job, int count, Size size) {
        ObjectNode body =
                Made.json()
                        .put("prompt", Prompts.of(job.wish()))
                        .put("seed", Made.seed(job.seed(), 0))
                        .put("steps", STEPS)
                        .put("n_iter", count)
                        .put("width", size.width())
                        .put("height", size.height());
        job.model()
                .ifPresent(model ->
                        body.set(
                                "override_settings",
                                Made.json().put("sd_model_checkpoint", model)));
        return body;
    }

    private List<Picture> generate(ImageWish.Generate wish, Job job) throws InterruptedException {
        Size wanted = wish.shape().size(wish.resolution());
        ObjectNode body =
                body(job, wish.count(), Fitting.onGrid(wanted, GRID, SHORTEST, 2 * LONGEST));
        wish.negativePrompt().ifPresent(text -> body.put("negative_prompt", text));
        return fitted(http.post("/sdapi/v1/txt2img", body), wish.count(), wanted);
    }

    private List<Picture> upscale(ImageWish.Upscale wish, Job job) throws InterruptedException {
        Size size = job.image().size().times(wish.factor());
        ObjectNode body =
                Made.json()
                        .put("image", Made.base64(http.tools().codec(), job.image()))
                        .put("resize_mode", 0)
                        .put("upscaling_resize", wish.factor())
                        .put("upscaler_1", job.model().orElse("R-ESRGAN 4x+"));
        String image =
                http.post("/sdapi/v1/extra-single-image", body).json().path("image").asString("");
        if (image.isEmpty()) {
            throw http.failures().failed("answered without a picture");
        }
        return List.of(Fitting.to(http.picture(image), size));
    }

    private List<Picture> change(Job job, int count, double strength) throws InterruptedException {
        Size size = Fitting.onGrid(job.image().size(), GRID, SHORTEST, LONGEST);
        ObjectNode body = body(job, count, size).put("denoising_strength", strength);
        images(body, Fitting.to(job.image(), size));
        return fitted(http.post("/sdapi/v1/img2img", body), count, job.image().size());
    }

    private void images(ObjectNode body, Picture picture) {
        body.putArray("init_images").add(Made.base64(http.tools().codec(), picture));
    }

    private Picture expand(ImageWish.Expand wish, Job job) throws InterruptedException {
        Padding padding = Padding.of(job.image(), wish);
        Size size = Fitting.onGrid(padding.size(), GRID, SHORTEST, LONGEST);
        ObjectNode body =
                body(job, 1, size)
                        .put("denoising_strength", 1.0)
                        // What is masked is filled with noise.
                        .put("inpainting_fill", 2)
                        .put("inpaint_full_res", false)
                        .put("mask_blur", 8)
                        .put(
                                "mask",
                                Made.base64(
                                        http.tools().codec(),
                                        Fitting.to(padding.whereNew(), size)));
        images(body, Fitting.to(padding.canvas(), size));
        return padding.completed(fitted(http.post("/sdapi/v1/img2img", body), 1, size).getFirst());
    }

    private List<Picture> fitted(VendorReply reply, int count, Size size)
            throws InterruptedException {
        List<Picture> made = new ArrayList<>();
        for (JsonNode image : reply.json().path("images")) {
            if (made.size() < count) {
                made.add(Fitting.to(http.picture(image.asString("")), size));
            }
        }
        if (made.isEmpty()) {
            throw http.failures().failed("answered without a picture");
        }
        return made;
    }
}
