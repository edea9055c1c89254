package parley.image.remote;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import parley.image.ImageEngine;
import parley.image.ImageFeature;
import parley.image.ImageWish;
import parley.image.ImageWish.FileForm;
import parley.image.ImageWish.Sides;
import parley.image.InputRole;
import parley.image.pixel.Picture;
import parley.image.pixel.Size;
import parley.image.remote.RemoteImageSettings.Vendor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// ComfyUI: a workflow for each feature, of ours or of the user's, is filled in and queued at
/// `/prompt`, looked for in `/history`, and its pictures are taken from `/view`.
public final class ComfyUiEngine implements ImageEngine {
    private static final String TITLE = "ComfyUI";
    private static final int GRID = 8;
    private static final int SHORTEST = 256;
    private static final int LONGEST = 1024;
    private static final double UPSCALE_STRENGTH = 0.25;

    private final String checkpoint;
    private final ComfyUiWorkflows workflows;
    private final VendorHttp http;

    /// @param checkpoint empty for the first that it has
    /// @param folder where the user's own workflows are: `upscale.api.json`
    public ComfyUiEngine(Vendor vendor, String checkpoint, Path folder, RemoteTools tools) {
        this.checkpoint = checkpoint;
        this.workflows = new ComfyUiWorkflows(folder);
        this.http =
                new VendorHttp(
                        vendor.baseUrl(),
                        Map.of(),
                        tools,
                        new VendorFailures(TITLE, "COMFYUI_URL", vendor.key()));
    }

    @Override
    public String name() {
        return "comfyui";
    }

    @Override
    public boolean can(ImageFeature feature) {
        return workflows.has(feature);
    }

    @Override
    public Outcome run(Job job, Progress progress) throws InterruptedException {
        ImageFeature feature = job.wish().feature();
        if (!workflows.has(feature)) {
            throw Made.cannot(TITLE, feature);
        }
        ObjectNode workflow = workflows.load(feature);
        String model = model(job, workflow);
        int count = count(job.wish());
        List<Picture> made = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Map<String, Object> values = values(job, i, model);
            made.add(finished(job, queued(ComfyUiWorkflows.filled(workflow, values))));
            progress.at((double) (i + 1) / count);
        }
        return Made.outcome(made, model.isEmpty() ? "workflow" : model);
    }

    private static int count(ImageWish wish) {
        return switch (wish) {
            case ImageWish.Generate it -> it.count();
            case ImageWish.Reimagine it -> it.count();
            case ImageWish.Upscale _, ImageWish.RemoveBackground _ -> 1;
            case ImageWish.Relight _, ImageWish.StyleTransfer _, ImageWish.Expand _ -> 1;
        };
    }

    private String model(Job job, ObjectNode workflow) throws InterruptedException {
        if (!ComfyUiWorkflows.mentions(workflow, "model")) {
            return "";
        }
        String chosen = job.model().orElse(checkpoint);
        if (!chosen.isEmpty()) {
            return chosen;
        }
        String first =
                http.get("/object_info/CheckpointLoaderSimple")
                        .json()
                        .path("CheckpointLoaderSimple")
                        .path("input")
                        .path("required")
                        .path("ckpt_name")
                        .path(0)
                        .path(0)
                        .asString("");
        if (first.isEmpty()) {
            throw http.failures().failed("has no checkpoint; set COMFYUI_MODEL");
        }
        return first;
    }

    private Map<String, Object> values(Job job, int offset, String model)
            throws InterruptedException {
        Map<String, Object> values = new HashMap<>();
        values.put("prompt", Prompts.of(job.wish()));
        values.put("negative_prompt", "");
        values.put("seed", Made.seed(job.seed(), offset));
        values.put("model", model);
        values.put("denoise", strength(job.wish()));
        Size size;
        if (job.wish() instanceof ImageWish.Generate wish) {
            size = wish.shape().size(wish.resolution());
            values.put("negative_prompt", wish.negativePrompt().orElse(""));
        } else {
            size = job.image().size();
            Picture sent = Fitting.within(job.image(), (long) LONGEST * LONGEST, LONGEST);
            if (job.wish() instanceof ImageWish.Expand wish) {
                margins(Padding.of(job.image(), wish), sent, values);
            }
            values.put("image", uploaded("image", sent));
        }
        for (InputRole role : new InputRole[] {InputRole.REFERENCE, InputRole.MASK}) {
            Optional<Picture> input = job.input(role);
            if (input.isPresent()) {
                values.put(role.field(), uploaded(role.field(), input.get()));
            }
        }
        Size fitted = Fitting.onGrid(size, GRID, SHORTEST, LONGEST);
        values.put("width", fitted.width());
        values.put("height", fitted.height());
        values.put("factor", job.wish() instanceof ImageWish.Upscale wish ? wish.factor() : 1);
        return values;
    }

    /// How far the picture that is sent grows, which may be smaller than the one that is meant.
    private static void margins(Padding padding, Picture sent, Map<String, Object> values) {
        double scale = sent.width() / (double) padding.picture().width();
        Sides sides = padding.sides();
        values.put("left", grown(sides.left(), scale));
        values.put("right", grown(sides.right(), scale));
        values.put("top", grown(sides.top(), scale));
        values.put("bottom", grown(sides.bottom(), scale));
    }

    private static int grown(int pixels, double scale) {
        return (int) Math.round(pixels * scale / GRID) * GRID;
    }

    private static double strength(ImageWish wish) {
        return switch (wish) {
            case ImageWish.Generate _, ImageWish.Expand _, ImageWish.RemoveBackground _ -> 1;
            case ImageWish.Upscale it -> UPSCALE_STRENGTH + it.creativity() / 250.0;
            case ImageWish.Relight it -> 0.2 + it.strength() / 250.0;
            case ImageWish.StyleTransfer it -> 0.9 - it.structureStrength() / 200.0;
            case ImageWish.Reimagine it -> Made.strength(it);
        };
    }

    private String uploaded(String name, Picture picture) throws InterruptedException {
        byte[] file = http.tools().codec().write(picture, FileForm.PNG);
        FormFields form =
                new FormFields()
                        .png("image", file)
                        .text("overwrite", "false")
                        .text("type", "input");
        JsonNode reply = http.post("/upload/image", form, "application/json").json();
        String stored = reply.path("name").asString("");
        if (stored.isEmpty()) {
            throw http.failures().failed("did not take the " + name);
        }
        String folder = reply.path("subfolder").asString("");
        return folder.isEmpty() ? stored : folder + "/" + stored;
    }

    private String queued(ObjectNode workflow) throws InterruptedException {
        ObjectNode body = Made.json();
        body.set("prompt", workflow);
        JsonNode reply = http.post("/prompt", body).json();
        String id = reply.path("prompt_id").asString("");
        if (!id.matches("[0-9A-Za-z_-]{1,100}")) {
            throw http.failures().failed("took the work without a number for it");
        }
        return id;
    }

    private Picture finished(Job job, String id) throws InterruptedException {
        Picture made = http.await(() -> look(id));
        return switch (job.wish()) {
            case ImageWish.Generate it -> Fitting.to(made, it.shape().size(it.resolution()));
            case ImageWish.Upscale it -> Fitting.to(made, job.image().size().times(it.factor()));
            case ImageWish.Expand it -> Padding.of(job.image(), it).completed(made);
            case ImageWish.RemoveBackground it ->
                    Backdrop.put(Fitting.to(made, job.image().size()), it, job);
            case ImageWish.Reimagine _ -> made;
            case ImageWish.Relight _, ImageWish.StyleTransfer _ ->
                    Fitting.to(made, job.image().size());
        };
    }

    private Optional<Picture> look(String id) throws InterruptedException {
        JsonNode task = http.get("/history/" + id).json().path(id);
        if (task.path("status").path("status_str").asString("").equals("error")) {
            throw http.failures().failed("failed at its workflow");
        }
        for (JsonNode output : task.path("outputs")) {
            JsonNode image = output.path("images").path(0);
            if (image.isObject()) {
                return Optional.of(
                        http.picture(
                                http.get(
                                                "/view?filename=%s&subfolder=%s&type=%s"
                                                        .formatted(
                                                                encoded(image, "filename"),
                                                                encoded(image, "subfolder"),
                                                                encoded(image, "type")))
                                        .body()));
            }
        }
        return Optional.empty();
    }

    private static String encoded(JsonNode image, String name) {
        return URLEncoder.encode(image.path(name).asString(""), StandardCharsets.UTF_8);
    }
}
