package parley.bench.images;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import parley.image.ImageEngine;
import parley.image.ImageWish;
import parley.image.operation.upscale.FilterBank;
import parley.image.operation.upscale.Upscaler;
import parley.image.pixel.Kernel;
import parley.image.pixel.Picture;
import parley.image.pixel.Plane;
import parley.image.pixel.Resize;
import parley.image.pixel.Rows;
import parley.image.pixel.Size;

/// How near an enlarged picture comes to the one it was made smaller from (bicubic, antialiased),
/// beside ImageMagick's Lanczos, or our own where that is not installed. On luma.
public final class UpscaleQuality {
    private static final int SIDE = 384;
    private static final Map<Integer, Aim> AIMS =
            Map.of(2, new Aim(1.0, 0.015), 4, new Aim(0.5, 0.02));

    /// What should be gained over Lanczos.
    private record Aim(double decibels, double structure) {}

    /// Means over all pictures.
    private static final class Means {
        private double decibels;
        private double structure;

        void add(Plane made, Plane original, int pictures) {
            decibels += Psnr.of(made, original, 0) / pictures;
            structure += Ssim.of(made, original) / pictures;
        }
    }

    private final Upscaler upscaler = new Upscaler(FilterBank.learned());
    private final int side;

    public UpscaleQuality() {
        this(SIDE);
    }

    /// @param side of each picture, a multiple of 4
    UpscaleQuality(int side) {
        this.side = side;
    }

    /// Measures.
    ///
    /// @param factors 2 and 4, or one of them
    public List<Measure> measure(List<Integer> factors) throws InterruptedException {
        List<Measure> rows = new ArrayList<>();
        Map<String, Plane> scenes = Scenes.all(side);
        for (int factor : factors) {
            Means ours = new Means();
            Means lanczos = new Means();
            String peer = "Lanczos";
            for (Plane scene : scenes.values()) {
                Plane small = smaller(scene, factor);
                Optional<Plane> magick = magick(small, factor);
                peer = magick.isPresent() ? "ImageMagick Lanczos" : peer;
                lanczos.add(magick.orElseGet(() -> lanczos(small, scene)), scene, scenes.size());
                ours.add(larger(small, factor), scene, scenes.size());
            }
            Aim aim = AIMS.getOrDefault(factor, new Aim(0, 0));
            rows.add(
                    Measure.of("upscale %d×, PSNR".formatted(factor), "dB", ours.decibels)
                            .beside(peer, lanczos.decibels)
                            .atLeast(lanczos.decibels + aim.decibels));
            rows.add(
                    Measure.of("upscale %d×, SSIM".formatted(factor), "SSIM", ours.structure)
                            .beside(peer, lanczos.structure)
                            .atLeast(lanczos.structure + aim.structure));
        }
        return rows;
    }

    /// A plane made smaller, in whole levels.
    public static Plane smaller(Plane plane, int factor) {
        Size size = new Size(plane.width() / factor, plane.height() / factor);
        return levels(Resize.plane(plane, size, Kernel.BICUBIC));
    }

    private static Optional<Plane> magick(Plane small, int factor) throws InterruptedException {
        return ImageMagick.run(
                small, "-filter", "Lanczos", "-resize", "%d%%".formatted(100 * factor));
    }

    private static Plane lanczos(Plane small, Plane scene) {
        Size size = new Size(scene.width(), scene.height());
        return levels(Resize.plane(small, size, Kernel.LANCZOS));
    }

    private Plane larger(Plane small, int factor) {
        ImageWish.Upscale wish = new ImageWish.Upscale(factor, 0, 0, "standard");
        return luma(upscaler.upscale(grey(small), wish, 0, ImageEngine.Progress.UNHEARD).picture());
    }

    private static Plane levels(Plane plane) {
        Plane made = Plane.empty(plane.width(), plane.height());
        for (int i = 0; i < made.values().length; i++) {
            made.values()[i] = level(plane.values()[i]) / 255f;
        }
        return made;
    }

    private static int level(float value) {
        return Math.clamp(Math.round(value * 255), 0, 255);
    }

    private static Picture grey(Plane plane) {
        int[] argb = new int[plane.values().length];
        for (int i = 0; i < argb.length; i++) {
            argb[i] = 0xff000000 | level(plane.values()[i]) * 0x010101;
        }
        return new Picture(plane.width(), plane.height(), argb);
    }

    private static Plane luma(Picture picture) {
        Plane plane = Plane.empty(picture.width(), picture.height());
        Rows.each(
                picture.height(),
                y -> {
                    for (int x = 0; x < picture.width(); x++) {
                        plane.set(x, y, (picture.at(x, y) & 0xff) / 255f);
                    }
                });
        return plane;
    }
}
