package parley.image.operation.scene.paint;

/// Clouds that thin out towards the zenith and lie flat towards the horizon, lit from where the sun
/// stands.
record Clouds(Canvas canvas, Light light, double horizon, long seed) {
    void paint() {
        Noise noise = new Noise(seed + 3);
        double cover = light.weather().cover();
        boolean heavy = light.weather().hidesTheSun();
        double sunX = light.sunX() * canvas.width();
        double sunY = horizon * (1 - light.sunHeight());
        int lit = lit(heavy);
        int shade = shade(heavy);
        double from = 0.5 - cover * 0.72;
        canvas.shade(
                0,
                horizon,
                (px, py, old) -> {
                    double height = 1 - py / horizon;
                    double flat = 1 + 2.4 * Math.pow(1 - height, 2);
                    double u = px / 420;
                    double v = py * flat / 300;
                    double warp = noise.at(u * 0.9 + 9, v * 0.9) * 0.35;
                    double thick = noise.clouds(u + warp, v - warp, 5) + bank(height, heavy);
                    double density = Celestial.smooth(from, from + 0.34, thick);
                    if (density <= 0.004) {
                        return old;
                    }
                    double towardX = (sunX - px) / 900;
                    double towardY = (sunY - py) / 900;
                    double length = Math.max(0.35, Math.hypot(towardX, towardY));
                    double step = 0.11 / length;
                    double ahead =
                            noise.clouds(
                                            u + warp + towardX * step,
                                            v - warp + towardY * step * 1.6 - 0.05,
                                            3)
                                    + bank(height, heavy);
                    double bright =
                            Math.clamp(0.55 + (thick - ahead) * 1.9 - (thick - from) * 0.42, 0, 1);
                    int colour = Colours.mix(shade, lit, bright);
                    double fade = Celestial.smooth(1.02, 0.8, 1 - height) * 0.93 + 0.07;
                    return Colours.mix(old, colour, density * fade * (heavy ? 0.95 : 0.9));
                });
    }

    private static double bank(double height, boolean heavy) {
        return heavy ? 0.04 : -0.22 * Math.abs(height - 0.42) - 0.02;
    }

    private int lit(boolean heavy) {
        int white = Colours.mix(0xffffff, light.key(), light.hour() == Hour.DAY ? 0.1 : 0.8);
        int sky = light.skyAt(0.95);
        return switch (light.hour()) {
            case DAY -> heavy ? Colours.mix(white, sky, 0.45) : white;
            case DAWN, GOLDEN -> Colours.mix(white, sky, heavy ? 0.6 : 0.15);
            case SUNSET -> Colours.mix(0xffb27a, sky, heavy ? 0.6 : 0.2);
            case DUSK -> Colours.mix(0xd78f95, sky, heavy ? 0.8 : 0.3);
            case NIGHT -> Colours.mix(0x7d92bc, sky, heavy ? 0.75 : 0.5);
        };
    }

    private int shade(boolean heavy) {
        int sky = light.skyAt(0.35);
        return switch (light.hour()) {
            case DAY ->
                    heavy
                            ? Colours.darker(light.skyAt(0.2), 0.12)
                            : Colours.mix(0xa9bccd, sky, 0.3);
            case DAWN, GOLDEN -> Colours.mix(0x9a8ba2, sky, 0.4);
            case SUNSET -> Colours.mix(0x5a3c66, sky, 0.4);
            case DUSK -> Colours.mix(0x2c3158, sky, 0.5);
            case NIGHT -> Colours.darker(sky, 0.35);
        };
    }
}
