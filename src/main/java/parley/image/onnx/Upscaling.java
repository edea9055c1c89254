package parley.image.onnx;

import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import parley.image.ImageEngine.Progress;
import parley.image.ImageEngineException;
import parley.image.ImageEngineException.Kind;
import parley.image.onnx.Model.Input;
import parley.image.onnx.Recipe.Order;
import parley.image.onnx.Recipe.Range;
import parley.image.pixel.Channels;
import parley.image.pixel.Kernel;
import parley.image.pixel.Picture;
import parley.image.pixel.Plane;
import parley.image.pixel.Resize;
import parley.image.pixel.Size;

/// Makes pictures larger with models of the ESRGAN kind, in tiles: each tile is given with what is
/// around it, mirrored at the edges, and only its middle is kept, so that tiles do not show. Models
/// for grey pictures get the luma; the colours are then made larger as usual.
final class Upscaling {
    private static final int AROUND = 24;

    private final Model model;
    private final Recipe recipe;
    private final int factor;

    /// @param factor how much larger the model makes a picture
    Upscaling(Model model, Recipe recipe, int factor) {
        this.model = model;
        this.recipe = recipe;
        this.factor = factor;
    }

    int factor() {
        return factor;
    }

    /// The picture, larger by [#factor()].
    Picture larger(Picture picture, Progress progress) {
        Channels channels = Channels.of(picture);
        Size size = picture.size().times(factor);
        Channels usual = Resize.channels(channels, size, Kernel.BICUBIC);
        if (model.isGrey()) {
            Plane luma = tiled(List.of(channels.luma()), size, progress).getFirst();
            return coloured(usual, luma).picture();
        }
        List<Plane> planes =
                tiled(List.of(channels.red(), channels.green(), channels.blue()), size, progress);
        return new Channels(planes.get(0), planes.get(1), planes.get(2), usual.alpha()).picture();
    }

    private static Channels coloured(Channels usual, Plane luma) {
        Plane before = usual.luma();
        return new Channels(
                moved(usual.red(), before, luma),
                moved(usual.green(), before, luma),
                moved(usual.blue(), before, luma),
                usual.alpha());
    }

    private static Plane moved(Plane plane, Plane from, Plane to) {
        Plane made = plane.copy();
        for (int i = 0; i < made.values().length; i++) {
            made.values()[i] += to.values()[i] - from.values()[i];
        }
        return made;
    }

    private List<Plane> tiled(List<Plane> planes, Size size, Progress progress) {
        List<Plane> made =
                planes.stream().map(_ -> Plane.empty(size.width(), size.height())).toList();
        Input input = model.inputs().getFirst();
        int tileWidth = input.width() > 0 ? input.width() : recipe.tile();
        int tileHeight = input.height() > 0 ? input.height() : recipe.tile();
        int stepX = step(tileWidth);
        int stepY = step(tileHeight);
        int width = planes.getFirst().width();
        int height = planes.getFirst().height();
        for (int y = 0; y < height; y += stepY) {
            for (int x = 0; x < width; x += stepX) {
                if (Thread.currentThread().isInterrupted()) {
                    throw new CancellationException("Interrupted in the middle of a picture");
                }
                int left = x - (tileWidth - stepX) / 2;
                int top = y - (tileHeight - stepY) / 2;
                List<Plane> tile =
                        planes.stream()
                                .map(plane -> part(plane, left, top, tileWidth, tileHeight))
                                .toList();
                keep(run(tile), made, new Place(x, y, stepX, stepY, x - left, y - top));
            }
            progress.at(Math.min(1, (double) (y + stepY) / height));
        }
        return made;
    }

    private static int step(int tile) {
        return Math.max(1, tile - 2 * Math.min(AROUND, tile / 4));
    }

    /// Where the middle of a tile belongs, and where in the tile it is; before enlarging.
    private record Place(int x, int y, int width, int height, int inX, int inY) {}

    private void keep(List<Plane> tile, List<Plane> made, Place place) {
        for (int channel = 0; channel < made.size(); channel++) {
            Plane to = made.get(channel);
            Plane from = tile.get(channel);
            int right = Math.min(to.width(), (place.x() + place.width()) * factor);
            int bottom = Math.min(to.height(), (place.y() + place.height()) * factor);
            for (int y = place.y() * factor; y < bottom; y++) {
                int fromY = y - (place.y() - place.inY()) * factor;
                int fromX = place.inX() * factor;
                System.arraycopy(
                        from.values(),
                        fromY * from.width() + fromX,
                        to.values(),
                        y * to.width() + place.x() * factor,
                        right - place.x() * factor);
            }
        }
    }

    /// A part that may reach beyond the edges, where the plane is mirrored.
    static Plane part(Plane plane, int left, int top, int width, int height) {
        Plane made = Plane.empty(width, height);
        for (int y = 0; y < height; y++) {
            int fromY = mirrored(top + y, plane.height());
            for (int x = 0; x < width; x++) {
                made.set(x, y, plane.at(mirrored(left + x, plane.width()), fromY));
            }
        }
        return made;
    }

    private static int mirrored(int at, int length) {
        if (length == 1) {
            return 0;
        }
        int period = 2 * length - 2;
        int inside = Math.floorMod(at, period);
        return inside < length ? inside : period - inside;
    }

    /// The tile, larger: values of 0 to 1 in and out.
    private List<Plane> run(List<Plane> tile) {
        float white = recipe.range() == Range.BYTE ? 255 : 1;
        List<Plane> given = tile.stream().map(plane -> scaled(plane, white)).toList();
        List<Plane> ordered = recipe.order() == Order.BGR ? given.reversed() : given;
        Tensor answer = model.run(List.of(ordered), recipe.layout());
        Plane first = tile.getFirst();
        boolean fits =
                answer.channels() >= tile.size()
                        && answer.width() == first.width() * factor
                        && answer.height() == first.height() * factor;
        if (!fits) {
            throw new ImageEngineException(
                    Kind.MISCONFIGURED,
                    ("models/onnx/%s made %d × %d pixels of %d × %d: it is no model that makes"
                                    + " pictures %d times as large.")
                            .formatted(
                                    model.name(),
                                    answer.width(),
                                    answer.height(),
                                    first.width(),
                                    first.height(),
                                    factor));
        }
        List<Plane> planes =
                IntStream.range(0, tile.size())
                        .mapToObj(channel -> scaled(answer.plane(channel), 1 / white))
                        .toList();
        return recipe.order() == Order.BGR ? planes.reversed() : planes;
    }

    private static Plane scaled(Plane plane, float scale) {
        Plane made = plane.copy();
        for (int i = 0; i < made.values().length; i++) {
            made.values()[i] *= scale;
        }
        return made;
    }
}
