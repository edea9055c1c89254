package parley.image.onnx.diffusion;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import parley.image.ImageEngine.Job;
import parley.image.ImageEngine.Outcome;
import parley.image.ImageEngine.Progress;
import parley.image.ImageEngineException;
import parley.image.ImageEngineException.Kind;
import parley.image.ImageWish;
import parley.image.ImageWish.Imagination;
import parley.image.pixel.Kernel;
import parley.image.pixel.Picture;
import parley.image.pixel.Resize;
import parley.image.pixel.Size;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Answers wishes for new pictures, and for pictures made anew, with a folder's model.
public final class DiffusionPainter implements AutoCloseable {
    private static final double TRUST = 0.8;

    /// Latents are halved three times on their way through the network.
    private static final int GRID = 64;

    private final DiffusionModel model;

    private DiffusionPainter(DiffusionModel model) {
        this.model = model;
    }

    /// Whether a folder holds such a model.
    public static boolean isIn(Path folder) {
        return DiffusionModel.isIn(folder);
    }

    /// Whether pictures can be given to the model of a folder.
    public static boolean takesPictures(Path folder) {
        return DiffusionModel.takesPictures(folder);
    }

    /// Loads what is in a folder.
    ///
    /// @param checked what the file of a graph must pass before it is loaded
    /// @param threads how many cores it may use; 0 for all
    /// @throws ImageEngineException if it cannot be used
    public static DiffusionPainter load(Path folder, UnaryOperator<Path> checked, int threads) {
        return new DiffusionPainter(DiffusionModel.load(folder, checked, threads));
    }

    /// Paints.
    ///
    /// @throws ImageEngineException if the wish is of another kind, or the model fails
    public Outcome run(Job job, Progress progress) throws InterruptedException {
        return switch (job.wish()) {
            case ImageWish.Generate wish -> generated(wish, job.seed(), progress);
            case ImageWish.Reimagine wish -> reimagined(wish, job, progress);
            case ImageWish.Upscale _,
                    ImageWish.RemoveBackground _,
                    ImageWish.Relight _,
                    ImageWish.StyleTransfer _,
                    ImageWish.Expand _ ->
                    throw new ImageEngineException(
                            Kind.FAILED,
                            "models/onnx/%s only makes pictures from words."
                                    .formatted(model.name()));
        };
    }

    private Outcome generated(ImageWish.Generate wish, long seed, Progress progress)
            throws InterruptedException {
        String prompt =
                wish.prompt()
                        + wish.style().map(style -> ", " + style.replace('_', ' ')).orElse("");
        Size wished = wish.shape().size(wish.resolution());
        Painting.Wish first =
                new Painting.Wish(
                        prompt,
                        wish.negativePrompt().orElse(""),
                        painted(wished),
                        seed,
                        Optional.empty(),
                        1);
        return outcome(first, wish.count(), wished, wish.negativePrompt(), progress);
    }

    private Outcome reimagined(ImageWish.Reimagine wish, Job job, Progress progress)
            throws InterruptedException {
        Picture picture = job.image();
        Size wished =
                wish.shape()
                        .map(shape -> inShape(picture.size(), shape.ratio()))
                        .orElse(picture.size());
        Painting.Wish first =
                new Painting.Wish(
                        wish.prompt().orElse(""),
                        "",
                        painted(wished),
                        job.seed(),
                        Optional.of(cut(picture, wished)),
                        strength(wish.imagination()));
        return outcome(first, wish.count(), wished, Optional.empty(), progress);
    }

    private static double strength(Imagination imagination) {
        return switch (imagination) {
            case SUBTLE -> 0.35;
            case VIVID -> 0.55;
            case WILD -> 0.8;
        };
    }

    private static Size inShape(Size size, double ratio) {
        double width = Math.sqrt(size.pixels() * ratio);
        return new Size(
                Math.max(1, (int) Math.round(width)), Math.max(1, (int) Math.round(width / ratio)));
    }

    private Outcome outcome(
            Painting.Wish first,
            int count,
            Size wished,
            Optional<String> negative,
            Progress progress)
            throws InterruptedException {
        List<Picture> pictures = new ArrayList<>();
        for (int number = 0; number < count; number++) {
            int before = number;
            Painting painting = new Painting(model, part -> progress.at((before + part) / count));
            Painting.Wish wish =
                    new Painting.Wish(
                            first.prompt(),
                            first.negative(),
                            first.size(),
                            first.seed() + number,
                            first.from(),
                            first.strength());
            Picture painted = cut(painting.paint(wish), wished);
            pictures.add(Resize.picture(painted, wished, Kernel.LANCZOS));
        }
        progress.at(1);
        return new Outcome(
                pictures,
                Optional.empty(),
                model.name(),
                TRUST,
                warnings(first, wished, negative),
                metrics(first));
    }

    private List<String> warnings(Painting.Wish wish, Size wished, Optional<String> negative) {
        List<String> warnings = new ArrayList<>();
        if (wish.size().pixels() < wished.pixels() * 0.9) {
            warnings.add(
                    "The model painted %s; that was enlarged to %s."
                            .formatted(wish.size(), wished));
        }
        if (negative.isPresent() && model.guidance() <= 1) {
            warnings.add("This model has no guidance, so negative_prompt was not used.");
        }
        if (!model.tokenizer().tokens(wish.prompt()).isWhole()) {
            warnings.add("The prompt is longer than the model reads; its end was left out.");
        }
        return warnings;
    }

    private ObjectNode metrics(Painting.Wish wish) {
        return JsonMapper.shared()
                .createObjectNode()
                .put("steps", model.steps())
                .put("guidance", model.guidance())
                .put("painted_width", wish.size().width())
                .put("painted_height", wish.size().height());
    }

    /// About as many pixels as the model was trained on, in nearly the shape that is wished for.
    private Size painted(Size wished) {
        Optional<Integer> height = model.denoiser().side("sample", 2);
        Optional<Integer> width = model.denoiser().side("sample", 3);
        if (height.isPresent() && width.isPresent()) {
            return new Size(width.get() * Painting.SHRUNK, height.get() * Painting.SHRUNK);
        }
        double ratio = (double) wished.width() / wished.height();
        return new Size(
                onGrid(model.side() * Math.sqrt(ratio)), onGrid(model.side() / Math.sqrt(ratio)));
    }

    private static int onGrid(double side) {
        return Math.max(GRID, (int) Math.round(side / GRID) * GRID);
    }

    /// The middle of a picture, in another's shape.
    private static Picture cut(Picture picture, Size shape) {
        double ratio = (double) shape.width() / shape.height();
        int width = Math.min(picture.width(), (int) Math.round(picture.height() * ratio));
        int height = Math.min(picture.height(), (int) Math.round(picture.width() / ratio));
        Size size = new Size(Math.max(1, width), Math.max(1, height));
        return size.equals(picture.size())
                ? picture
                : picture.part(
                        (picture.width() - size.width()) / 2,
                        (picture.height() - size.height()) / 2,
                        size);
    }

    @Override
    public void close() {
        model.close();
    }
}
