package parley.image.onnx;

import java.util.ArrayList;
import java.util.List;
import parley.error.AppException;
import parley.image.ImageEngineException;
import parley.image.ImageEngineException.Kind;
import parley.image.ImageWish.Expand;
import parley.image.ImageWish.Sides;
import parley.image.Shape;
import parley.image.onnx.Model.Input;
import parley.image.pixel.Channels;
import parley.image.pixel.Kernel;
import parley.image.pixel.Picture;
import parley.image.pixel.Plane;
import parley.image.pixel.Resize;
import parley.image.pixel.Size;

/// Makes pictures go on beyond their edges with models of the LaMa kind, which fill what a mask
/// says: they get the picture and the mask, 1 where it is to be filled. The pixels of the picture
/// itself stay what they were.
final class Filling {
    private static final int GRID = 8;
    private static final int USUAL_SIDE = 512;
    private static final double MOST_PIXELS = 40e6;

    private final Model model;
    private final Recipe recipe;

    Filling(Model model, Recipe recipe) {
        this.model = model;
        this.recipe = recipe;
        if (model.inputs().size() < 2) {
            throw new ImageEngineException(
                    Kind.MISCONFIGURED,
                    "models/onnx/%s takes no mask, so it cannot expand pictures."
                            .formatted(model.name()));
        }
    }

    /// The picture with what is beyond its edges.
    Picture expand(Picture picture, Expand wish) {
        Sides sides = wish.sides().isNone() ? sides(picture, wish) : wish.sides();
        Size size =
                new Size(
                        picture.width() + sides.left() + sides.right(),
                        picture.height() + sides.top() + sides.bottom());
        if (size.pixels() > MOST_PIXELS) {
            throw AppException.invalid(
                    "image",
                    "The expanded picture would be %s, which is too large.".formatted(size));
        }
        Picture filled =
                Resize.picture(
                        filled(extended(picture, size, sides), mask(picture, size, sides)),
                        size,
                        Kernel.BICUBIC);
        int[] argb = filled.argb();
        for (int y = 0; y < picture.height(); y++) {
            System.arraycopy(
                    picture.argb(),
                    y * picture.width(),
                    argb,
                    (y + sides.top()) * size.width() + sides.left(),
                    picture.width());
        }
        return filled;
    }

    private static Sides sides(Picture picture, Expand wish) {
        Shape shape =
                wish.shape()
                        .orElseThrow(() ->
                                AppException.invalid(
                                        "left", "left, right, top or bottom must be given."));
        int width =
                Math.max(
                        picture.width(),
                        Math.ceilDiv(picture.height() * shape.across(), shape.down()));
        int height =
                Math.max(
                        picture.height(),
                        Math.ceilDiv(picture.width() * shape.down(), shape.across()));
        int across = width - picture.width();
        int down = height - picture.height();
        return new Sides(across / 2, across - across / 2, down / 2, down - down / 2);
    }

    private static Picture extended(Picture picture, Size size, Sides sides) {
        int[] argb = new int[Math.toIntExact(size.pixels())];
        for (int y = 0; y < size.height(); y++) {
            int fromY = Math.clamp(y - sides.top(), 0, picture.height() - 1);
            for (int x = 0; x < size.width(); x++) {
                int fromX = Math.clamp(x - sides.left(), 0, picture.width() - 1);
                argb[y * size.width() + x] = picture.at(fromX, fromY);
            }
        }
        return new Picture(size.width(), size.height(), argb);
    }

    private static Plane mask(Picture picture, Size size, Sides sides) {
        Plane mask = Plane.filled(size.width(), size.height(), 1);
        for (int y = 0; y < picture.height(); y++) {
            for (int x = 0; x < picture.width(); x++) {
                mask.set(x + sides.left(), y + sides.top(), 0);
            }
        }
        return mask;
    }

    private Picture filled(Picture canvas, Plane mask) {
        Size size = modelSize(canvas.size());
        Channels channels = Channels.of(Resize.picture(canvas, size, Kernel.BICUBIC));
        Plane small = Resize.plane(mask, size, Kernel.BOX);
        for (int i = 0; i < small.values().length; i++) {
            small.values()[i] = small.values()[i] > 0 ? 1 : 0;
        }
        Tensor answer =
                model.run(
                        List.of(Matting.given(channels, recipe), List.of(small)), recipe.layout());
        boolean fits =
                answer.channels() >= 3
                        && answer.width() == size.width()
                        && answer.height() == size.height();
        if (!fits) {
            throw new ImageEngineException(
                    Kind.MISCONFIGURED,
                    "models/onnx/%s does not give a picture of the same size back."
                            .formatted(model.name()));
        }
        return picture(answer);
    }

    private Size modelSize(Size canvas) {
        Input input = model.inputs().getFirst();
        if (input.width() > 0 && input.height() > 0) {
            return new Size(input.width(), input.height());
        }
        Size within = canvas.within(recipe.side() > 0 ? recipe.side() : USUAL_SIDE);
        return new Size(
                Math.ceilDiv(within.width(), GRID) * GRID,
                Math.ceilDiv(within.height(), GRID) * GRID);
    }

    /// Common exports give values of 0 to 255, others of 0 to 1.
    private static Picture picture(Tensor answer) {
        float most = 0;
        for (float value : answer.values()) {
            most = Math.max(most, value);
        }
        float scale = most > 2 ? 1 / 255f : 1;
        List<Plane> planes = new ArrayList<>();
        for (int channel = 0; channel < 3; channel++) {
            Plane plane = answer.plane(channel);
            for (int i = 0; i < plane.values().length; i++) {
                plane.values()[i] *= scale;
            }
            planes.add(plane);
        }
        Plane opaque = Plane.filled(answer.width(), answer.height(), 1);
        return new Channels(planes.get(0), planes.get(1), planes.get(2), opaque).picture();
    }
}
