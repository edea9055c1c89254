package parley.image.remote;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import parley.image.ImageEngine;
import parley.image.ImageFeature;
import parley.image.ImageWish;
import parley.image.pixel.Picture;
import parley.image.pixel.Size;
import parley.llm.langchain.huggingface.HuggingFaceSettings;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Models at Hugging Face, at its router or at a server that takes `inputs` and `parameters` as
/// before: both answer with the picture itself.
public final class HuggingFaceImageEngine implements ImageEngine {
    private static final String TITLE = "Hugging Face";
    private static final int GRID = 16;
    private static final int SHORTEST = 256;
    private static final int LONGEST = 1024;
    private static final Set<ImageFeature> FEATURES =
            Set.of(ImageFeature.IMAGE_GENERATION, ImageFeature.RELIGHT, ImageFeature.REIMAGINE);

    private final HuggingFaceSettings settings;
    private final VendorHttp http;

    public HuggingFaceImageEngine(HuggingFaceSettings settings, RemoteTools tools) {
        this.settings = settings;
        Map<String, String> headers =
                settings.apiKey().isEmpty()
                        ? Map.of()
                        : Map.of("Authorization", "Bearer " + settings.apiKey());
        this.http =
                new VendorHttp(
                        settings.baseUrl(),
                        headers,
                        tools,
                        new VendorFailures(
                                TITLE,
                                "HUGGINGFACE_API_KEY and STABLE_DIFFUSION_MODEL",
                                settings.apiKey()));
    }

    @Override
    public String name() {
        return "huggingface";
    }

    @Override
    public boolean can(ImageFeature feature) {
        return FEATURES.contains(feature);
    }

    @Override
    public List<String> models(ImageFeature feature) {
        return can(feature) ? List.of(settings.imageModel()) : List.of();
    }

    @Override
    public Outcome run(Job job, Progress progress) throws InterruptedException {
        String model = job.model().orElse(settings.imageModel());
        List<Picture> made =
                switch (job.wish()) {
                    case ImageWish.Generate it -> generate(it, job, model, progress);
                    case ImageWish.Relight it ->
                            change(job, model, 1, 0.2 + it.strength() / 250.0, progress);
                    case ImageWish.Reimagine it ->
                            change(job, model, it.count(), Made.strength(it), progress);
                    case ImageWish.Upscale it -> throw Made.cannot(TITLE, it.feature());
                    case ImageWish.RemoveBackground it -> throw Made.cannot(TITLE, it.feature());
                    case ImageWish.StyleTransfer it -> throw Made.cannot(TITLE, it.feature());
                    case ImageWish.Expand it -> throw Made.cannot(TITLE, it.feature());
                };
        return Made.outcome(made, model);
    }

    private List<Picture> generate(
            ImageWish.Generate wish, Job job, String model, Progress progress)
            throws InterruptedException {
        Size wanted = wish.shape().size(wish.resolution());
        Size asked = Fitting.onGrid(wanted, GRID, SHORTEST, 2 * LONGEST);
        List<Picture> made = new ArrayList<>();
        for (int i = 0; i < wish.count(); i++) {
            ObjectNode parameters =
                    Made.json()
                            .put("width", asked.width())
                            .put("height", asked.height())
                            .put("seed", Made.seed(job.seed(), i));
            wish.negativePrompt().ifPresent(text -> parameters.put("negative_prompt", text));
            made.add(Fitting.to(ask(model, Prompts.of(wish), parameters), wanted));
            progress.at((double) (i + 1) / wish.count());
        }
        return made;
    }

    private List<Picture> change(
            Job job, String model, int count, double strength, Progress progress)
            throws InterruptedException {
        Picture image = Fitting.within(job.image(), (long) LONGEST * LONGEST, LONGEST);
        List<Picture> made = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            ObjectNode parameters =
                    Made.json()
                            .put("prompt", Prompts.of(job.wish()))
                            .put("strength", strength)
                            .put("seed", Made.seed(job.seed(), i));
            Picture changed = ask(model, Made.base64(http.tools().codec(), image), parameters);
            made.add(Fitting.to(changed, job.image().size()));
            progress.at((double) (i + 1) / count);
        }
        return made;
    }

    private Picture ask(String model, String inputs, ObjectNode parameters)
            throws InterruptedException {
        ObjectNode body = Made.json().put("inputs", inputs);
        body.set("parameters", parameters);
        VendorReply reply = http.post(settings.addressOf(model).toString(), body);
        if (reply.isPicture()) {
            return http.picture(reply.body());
        }
        JsonNode json = reply.json();
        JsonNode first = json.path("images").path(0);
        String text =
                first.path("url")
                        .asString(
                                json.path("data")
                                        .path(0)
                                        .path("b64_json")
                                        .asString(first.asString("")));
        if (text.isEmpty()) {
            throw http.failures().failed("answered without a picture");
        }
        return http.picture(text);
    }
}
