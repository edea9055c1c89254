package parley.image.operation.style.painted;

import parley.image.pixel.Channels;
import parley.image.pixel.Plane;

/// A print toned brown: warm shadows, cream lights, fine grain, darker corners.
final class Sepia implements PaintedStyle {
    @Override
    public Channels paint(Subject subject) {
        Channels picture = subject.picture();
        Plane grain = Paper.grain(subject, 0.7);
        return Tones.each(
                picture,
                (x, y, rgb) -> {
                    float grey = Tones.luma(rgb);
                    float curved = Tones.mixed(grey, Tones.step(0, 1, grey), 0.35f);
                    curved += 0.012f * grain.at(x, y);
                    curved *= Tones.vignette(x, y, picture, 0.35f);
                    rgb[0] = Tones.mixed(0.10f, 0.98f, (float) Math.pow(Math.max(0, curved), 0.82));
                    rgb[1] = Tones.mixed(0.06f, 0.92f, Math.max(0, curved));
                    rgb[2] = Tones.mixed(0.03f, 0.78f, (float) Math.pow(Math.max(0, curved), 1.2));
                });
    }
}
