package parley.image.operation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import parley.image.ImageEngine;
import parley.image.ImageFeature;
import parley.image.ImageWish;
import parley.image.InputRole;
import parley.image.LightRig;
import parley.image.operation.light.LightPlan;
import parley.image.operation.light.LightStyle;
import parley.image.operation.light.LightWords;
import parley.image.operation.light.Look;
import parley.image.operation.light.Relit;
import parley.image.operation.light.Scene;
import parley.image.pixel.Picture;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Puts a picture under another light: one that words describe, that a rig says in numbers, that
/// another picture has, or that a map of light draws.
///
/// The picture is taken as reflectance times light (Barrow and Tenenbaum, "Recovering intrinsic
/// scene characteristics from images", 1978). Light is what is smooth but for edges; only light is
/// changed. What is not known from one picture, the shape of things, is guessed; how far the guess
/// can be trusted is the confidence.
public final class Relighting implements ImageOperation {
    private static final String MODEL = "light-rig";
    private static final double BEST = 0.9;

    @Override
    public ImageFeature feature() {
        return ImageFeature.RELIGHT;
    }

    @Override
    public List<String> models() {
        return List.of(MODEL);
    }

    @Override
    public ImageEngine.Outcome run(ImageEngine.Job job, ImageEngine.Progress progress)
            throws InterruptedException {
        if (!(job.wish() instanceof ImageWish.Relight wish)) {
            throw new IllegalArgumentException("This is no wish for light: " + job.wish());
        }
        Picture picture = job.image();
        progress.at(0.05);
        Scene scene = Scene.of(picture);
        progress.at(0.35);
        LightPlan plan = plan(wish, job);
        Relit relit = relit(wish, job, plan, scene);
        progress.at(1);
        return new ImageEngine.Outcome(
                List.of(relit.picture()),
                Optional.empty(),
                MODEL,
                confidence(plan, scene),
                warnings(plan, scene),
                metrics(relit, plan, scene));
    }

    /// The light that is named in numbers wins over the one that is named in words, which still say
    /// how the rest is to look.
    private static LightPlan plan(ImageWish.Relight wish, ImageEngine.Job job) {
        LightPlan said = LightWords.read(wish.prompt().orElse(""));
        if (wish.prompt().isEmpty() && (wish.light().isPresent() || isGiven(job))) {
            said = said.with(Look.PLAIN);
        }
        return wish.light().map(said::with).orElse(said);
    }

    private static boolean isGiven(ImageEngine.Job job) {
        return job.input(InputRole.REFERENCE).isPresent()
                || job.input(InputRole.LIGHTMAP).isPresent();
    }

    private static Relit relit(
            ImageWish.Relight wish, ImageEngine.Job job, LightPlan plan, Scene scene) {
        Picture picture = job.image();
        LightStyle style = LightStyle.named(wish.style());
        double strength = wish.strength() / 100.0;
        boolean shaded = wish.prompt().isPresent() || wish.light().isPresent();
        Optional<Picture> map = job.input(InputRole.LIGHTMAP);
        if (map.isPresent()) {
            return Relit.under(map.get(), plan, shaded, picture, scene, style, strength);
        }
        Optional<Picture> reference = job.input(InputRole.REFERENCE);
        if (reference.isPresent()) {
            return Relit.like(reference.get(), plan, shaded, picture, scene, style, strength);
        }
        return Relit.by(plan, picture, scene, style, strength);
    }

    private static double confidence(LightPlan plan, Scene scene) {
        double shape = plan.directed() ? 0.75 + 0.25 * scene.certainty() : 0.95;
        double understood = plan.unrendered().isEmpty() ? 1 : Math.max(0.35, understood(plan));
        return BEST * shape * understood;
    }

    private static double understood(LightPlan plan) {
        return 1 - 0.18 * plan.unrendered().size();
    }

    private static List<String> warnings(LightPlan plan, Scene scene) {
        List<String> warnings = new ArrayList<>();
        if (!plan.unrendered().isEmpty()) {
            warnings.add(
                    "Not understood as words about light: %s."
                            .formatted(String.join(", ", plan.unrendered())));
        }
        if (plan.directed() && scene.certainty() < 0.25) {
            warnings.add(
                    "No subject stands out from this picture, so the direction of the light shows on"
                            + " the scene as a whole.");
        }
        return warnings;
    }

    private static ObjectNode metrics(Relit relit, LightPlan plan, Scene scene) {
        ObjectNode metrics = JsonMapper.shared().createObjectNode();
        LightRig rig = relit.rig();
        metrics.putObject("light")
                .put("azimuth", rounded(rig.azimuth()))
                .put("elevation", rounded(rig.elevation()))
                .put("kelvin", Math.round(rig.kelvin()))
                .put("intensity", rounded(rig.intensity()))
                .put("softness", rounded(rig.softness()));
        ArrayNode unrendered = metrics.putArray("unrendered_terms");
        plan.unrendered().forEach(unrendered::add);
        metrics.put("subject_certainty", rounded(scene.certainty()));
        metrics.put("clipped", clipped(relit.picture()));
        return metrics;
    }

    private static double rounded(double value) {
        return Math.round(value * 100) / 100.0;
    }

    /// The part of the pixels whose every channel is as bright as can be.
    private static double clipped(Picture picture) {
        long white = 0;
        for (int pixel : picture.argb()) {
            white += (pixel & 0xffffff) == 0xffffff ? 1 : 0;
        }
        return Math.round(1e4 * white / picture.argb().length) / 1e4;
    }
}
