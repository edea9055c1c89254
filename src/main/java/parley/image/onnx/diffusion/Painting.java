package parley.image.onnx.diffusion;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.DoubleConsumer;
import parley.image.ImageEngineException;
import parley.image.ImageEngineException.Kind;
import parley.image.onnx.diffusion.Network.Values;
import parley.image.pixel.Kernel;
import parley.image.pixel.Picture;
import parley.image.pixel.Resize;
import parley.image.pixel.Size;

/// Makes one picture: words to numbers, noise to latents step by step, latents to pixels (Rombach
/// et al. 2022, "High-Resolution Image Synthesis with Latent Diffusion Models"). The same words and
/// the same seed make the same picture.
final class Painting {
    /// A side of the latents is this part of the picture's.
    static final int SHRUNK = 8;

    private static final int CHANNELS = 4;

    /// The width of the numbers that tell consistency models the guidance.
    private static final int GUIDANCE_WIDTH = 256;

    private final DiffusionModel model;
    private final DoubleConsumer progress;

    /// @param progress hears how far it is: 0 to 1
    Painting(DiffusionModel model, DoubleConsumer progress) {
        this.model = model;
        this.progress = progress;
    }

    /// What is to be painted.
    ///
    /// @param size multiples of [#SHRUNK]
    /// @param from a picture to begin with, and how much of it goes, 0 to 1
    record Wish(
            String prompt,
            String negative,
            Size size,
            long seed,
            Optional<Picture> from,
            double strength) {}

    /// @throws InterruptedException if the thread is interrupted, which is looked for between steps
    Picture paint(Wish wish) throws InterruptedException {
        Random random = new Random(wish.seed());
        int steps =
                wish.from().isPresent()
                        ? Math.max(model.steps(), (int) Math.ceil(1 / wish.strength()))
                        : model.steps();
        Sampler sampler =
                new Sampler(
                        model.schedule(),
                        steps,
                        wish.from().isPresent() ? wish.strength() : 1,
                        random);
        int width = wish.size().width() / SHRUNK;
        int height = wish.size().height() / SHRUNK;
        float[] latents =
                wish.from()
                        .map(picture -> sampler.noised(encoded(picture, wish.size())))
                        .orElseGet(() -> sampler.noise(CHANNELS * width * height));
        Guide guide = guide(wish);
        for (int step = sampler.first(); step < sampler.end(); step++) {
            if (Thread.interrupted()) {
                throw new InterruptedException("Interrupted between two steps");
            }
            float[] said = said(sampler, latents, step, guide, width, height);
            latents = sampler.next(latents, said, step);
            progress.accept((step + 1.0 - sampler.first()) / (sampler.end() - sampler.first() + 1));
        }
        return decoded(latents, width, height);
    }

    /// What the words are to the network.
    ///
    /// @param away the words to stay away from; empty without guidance
    private record Guide(Values towards, Optional<Values> away) {}

    private Guide guide(Wish wish) {
        boolean isGuided = model.guidance() > 1 && !isToldItsGuidance();
        return new Guide(
                words(wish.prompt()),
                isGuided ? Optional.of(words(wish.negative())) : Optional.empty());
    }

    private boolean isToldItsGuidance() {
        return model.denoiser().takes("timestep_cond");
    }

    private Values words(String text) {
        float[] ids = new float[ClipTokenizer.LENGTH];
        float[] mask = new float[ClipTokenizer.LENGTH];
        int at = 0;
        for (int id : model.tokenizer().tokens(text).ids()) {
            mask[at] = 1;
            ids[at++] = id;
        }
        return model.words()
                .run(
                        Map.of(
                                "input_ids", new Values(ids, 1, ClipTokenizer.LENGTH),
                                "attention_mask", new Values(mask, 1, ClipTokenizer.LENGTH)));
    }

    private float[] said(
            Sampler sampler, float[] latents, int step, Guide guide, int width, int height) {
        Values shown = new Values(sampler.shown(latents, step), 1, CHANNELS, height, width);
        double time = sampler.timestep(step);
        float[] towards = denoised(shown, time, guide.towards());
        if (guide.away().isEmpty()) {
            return towards;
        }
        float[] away = denoised(shown, time, guide.away().get());
        for (int i = 0; i < away.length; i++) {
            towards[i] = (float) (away[i] + model.guidance() * (towards[i] - away[i]));
        }
        return towards;
    }

    private float[] denoised(Values shown, double time, Values words) {
        Map<String, Values> given = new HashMap<>();
        given.put("sample", shown);
        given.put("timestep", new Values(new float[] {(float) time}, 1));
        given.put("encoder_hidden_states", words);
        given.put("timestep_cond", guidance());
        float[] said = model.denoiser().run(given).numbers();
        if (said.length != shown.numbers().length) {
            throw wrong("unet", "does not give latents of the same size back");
        }
        return said;
    }

    /// The guidance as consistency models want it: sines and cosines of a thousand times what goes
    /// beyond 1, at falling speeds (Luo et al. 2023; the embedding of Vaswani et al. 2017).
    private Values guidance() {
        float[] numbers = new float[GUIDANCE_WIDTH];
        int half = GUIDANCE_WIDTH / 2;
        double beyond = Math.max(0, model.guidance() - 1) * 1000;
        for (int i = 0; i < half; i++) {
            double angle = beyond * Math.exp(-Math.log(10_000) * i / (half - 1));
            numbers[i] = (float) Math.sin(angle);
            numbers[half + i] = (float) Math.cos(angle);
        }
        return new Values(numbers, 1, GUIDANCE_WIDTH);
    }

    /// Latents of a picture: the mean, where the graph gives mean and deviation.
    private float[] encoded(Picture picture, Size size) {
        Network encoder = model.encoder().orElseThrow();
        Picture fitted = Resize.picture(picture, size, Kernel.LANCZOS);
        int pixels = Math.toIntExact(size.pixels());
        float[] numbers = new float[3 * pixels];
        for (int i = 0; i < pixels; i++) {
            for (int channel = 0; channel < 3; channel++) {
                int level = fitted.argb()[i] >> (16 - 8 * channel) & 0xff;
                numbers[channel * pixels + i] = level / 127.5f - 1;
            }
        }
        float[] given =
                encoder.run(
                                Map.of(
                                        "sample",
                                        new Values(numbers, 1, 3, size.height(), size.width())))
                        .numbers();
        int length = CHANNELS * pixels / (SHRUNK * SHRUNK);
        if (given.length < length) {
            throw wrong("vae_encoder", "does not give latents of an eighth of the size");
        }
        float[] latents = new float[length];
        for (int i = 0; i < length; i++) {
            latents[i] = (float) (given[i] * model.scale());
        }
        return latents;
    }

    private Picture decoded(float[] latents, int width, int height) {
        float[] scaled = new float[latents.length];
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] = (float) (latents[i] / model.scale());
        }
        Values sample = new Values(scaled, 1, CHANNELS, height, width);
        float[] pixels =
                model.decoder().run(Map.of("latent_sample", sample, "latent", sample)).numbers();
        Size size = new Size(width * SHRUNK, height * SHRUNK);
        int count = Math.toIntExact(size.pixels());
        if (pixels.length != 3 * count) {
            throw wrong("vae_decoder", "does not give a picture of eight times the size");
        }
        int[] argb = new int[count];
        for (int i = 0; i < count; i++) {
            argb[i] =
                    0xff000000
                            | level(pixels[i]) << 16
                            | level(pixels[count + i]) << 8
                            | level(pixels[2 * count + i]);
        }
        return new Picture(size.width(), size.height(), argb);
    }

    /// A value of -1 to 1 as a level; what is no number is black.
    private static int level(float value) {
        return Math.clamp(Math.round((value + 1) * 127.5f), 0, 255);
    }

    private ImageEngineException wrong(String part, String what) {
        return new ImageEngineException(
                Kind.MISCONFIGURED,
                "models/onnx/%s/%s/%s %s."
                        .formatted(model.name(), part, DiffusionModel.GRAPH, what));
    }
}
