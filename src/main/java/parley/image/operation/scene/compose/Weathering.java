package parley.image.operation.scene.compose;

import parley.image.operation.scene.paint.Canvas;
import parley.image.operation.scene.paint.Colours;
import parley.image.operation.scene.paint.Forms;
import parley.image.operation.scene.paint.Light;
import parley.image.operation.scene.paint.Noise;

/// What falls or drifts between the eye and the scene.
final class Weathering {
    private Weathering() {}

    static void paint(Canvas canvas, Light light, double horizon, long seed) {
        Noise noise = new Noise(seed + 900);
        switch (light.weather()) {
            case RAIN -> rain(canvas, noise, 620, 0.16);
            case STORM -> rain(canvas, noise, 900, 0.14);
            case SNOWFALL -> snow(canvas, noise);
            case FOG -> fog(canvas, light, horizon, noise);
            case CLEAR, FAIR, CLOUDY -> {}
        }
    }

    private static void rain(Canvas canvas, Noise noise, int drops, double lean) {
        for (int i = 0; i < drops; i++) {
            double near = noise.cell(i, 3);
            double x = canvas.width() * (noise.cell(i, 1) * 1.2 - 0.1);
            double y = canvas.height() * (noise.cell(i, 2) * 1.1 - 0.1);
            double length = 18 + 52 * near * near;
            canvas.fill(
                    0xdfe8f0,
                    0.1 + 0.2 * near,
                    Forms.bars(0.7 + 0.9 * near, x, y, x - lean * length, y + length));
        }
    }

    private static void snow(Canvas canvas, Noise noise) {
        for (int i = 0; i < 760; i++) {
            double near = Math.pow(noise.cell(i, 3), 3);
            double size = 1.4 + 7.5 * near;
            double x = canvas.width() * noise.cell(i, 1);
            double y = canvas.height() * noise.cell(i, 2);
            canvas.fill(0xffffff, 0.28, Forms.disc(x, y, size * 1.5));
            canvas.fill(0xffffff, 0.75 - 0.3 * near, Forms.disc(x, y, size * 0.8));
        }
    }

    private static void fog(Canvas canvas, Light light, double horizon, Noise noise) {
        int mist = Colours.lighter(light.air(), 0.12);
        canvas.shade((px, py, old) -> {
            double away = (py - horizon) / (canvas.height() * 0.34);
            double bank =
                    Math.exp(-away * away) * (0.66 + 0.5 * noise.clouds(px / 420, py / 90, 4));
            return Colours.mix(old, mist, Math.clamp(bank + 0.08, 0, 0.86));
        });
    }
}
