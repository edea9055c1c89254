package parley.image.operation.scene.paint;

/// The sky of a picture: its gradient and glow, sun or moon, stars, clouds, and what is rarer.
///
/// @param canvas what it is painted on
/// @param horizon where it ends, in units
public record Sky(Canvas canvas, Light light, double horizon, long seed) {
    /// What is in it beside the clouds that the weather brings.
    public record Extras(
            boolean sun,
            boolean moon,
            boolean crescent,
            boolean stars,
            boolean milkyWay,
            boolean aurora,
            boolean rainbow,
            boolean lightning,
            boolean noClouds) {}

    public double sunX() {
        return light.sunX() * canvas.width();
    }

    public double sunY() {
        return horizon * (1 - light.sunHeight());
    }

    public void paint(Extras extras) {
        gradient(extras.sun());
        if (extras.stars()) {
            stars(extras.milkyWay());
        }
        if (extras.aurora()) {
            aurora();
        }
        double radius = Math.min(canvas.width(), canvas.height()) * 0.055;
        if (extras.sun()) {
            Celestial.sun(
                    canvas,
                    sunX(),
                    sunY(),
                    radius * (light.sunHeight() < 0.3 ? 1.25 : 0.8),
                    light.key());
        }
        if (extras.moon()) {
            glow(light.hour() == Hour.NIGHT ? 0.5 : 0.25, 0xcfdcff, moonX(), moonY());
            Celestial.moon(
                    canvas,
                    moonX(),
                    moonY(),
                    radius * 1.05,
                    light.skyAt(moonY() / horizon),
                    extras.crescent());
        }
        if (!extras.noClouds() && light.weather().cover() > 0) {
            new Clouds(canvas, light, horizon, seed).paint();
        }
        if (extras.rainbow()) {
            rainbow();
        }
        if (extras.lightning()) {
            lightning();
        }
    }

    double moonX() {
        return light.hour() == Hour.NIGHT ? sunX() : (1 - light.sunX()) * canvas.width();
    }

    double moonY() {
        return horizon * (light.hour() == Hour.NIGHT ? 0.3 : 0.24);
    }

    private void gradient(boolean sun) {
        double x = sunX();
        double y = sunY();
        double reach = canvas.height() * (light.sunHeight() < 0.3 ? 0.62 : 0.4);
        double strength =
                light.isDark() ? 0.35 : light.weather().hidesTheSun() ? 0.25 : sun ? 0.62 : 0.45;
        int rows = 1024;
        int[] ramp = new int[rows + 1];
        for (int i = 0; i <= rows; i++) {
            ramp[i] = light.skyAt((double) i / rows);
        }
        int warm = light.isDark() ? light.sky()[3] : light.key();
        canvas.shade(
                0,
                canvas.height(),
                (px, py, old) -> {
                    double place = Math.clamp(py / horizon, 0, 1) * rows;
                    int index = Math.min((int) place, rows - 1);
                    int base = Colours.mix(ramp[index], ramp[index + 1], place - index);
                    double dx = (px - x) * 0.8;
                    double dy = py - y;
                    double distance = Math.sqrt(dx * dx + dy * dy) / reach;
                    double near = Math.exp(-distance * 2.2) * strength;
                    return Colours.screen(base, warm, near);
                });
    }

    private void glow(double strength, int colour, double x, double y) {
        double reach = canvas.height() * 0.16;
        canvas.shade(
                y - reach * 3,
                y + reach * 3,
                (px, py, old) -> {
                    double distance = Math.hypot(px - x, py - y) / reach;
                    return distance > 3
                            ? old
                            : Colours.screen(old, colour, strength * Math.exp(-distance * 1.7));
                });
    }

    private void stars(boolean milkyWay) {
        Noise noise = new Noise(seed + 11);
        double opacity = Math.max(0.35, light.hour().stars());
        double cell = 15;
        double lean = 0.55;
        canvas.shade(
                0,
                horizon,
                (px, py, old) -> {
                    int made = old;
                    double band = 0;
                    if (milkyWay) {
                        double away =
                                (py - canvas.height() * 0.34) * 0.85
                                        + (px - canvas.width() / 2) * lean;
                        double wobble = noise.clouds(px / 210, py / 210, 4);
                        double dust = noise.clouds(px / 90 + 40, py / 90, 4);
                        double core = Math.exp(-Math.pow((away + wobble * 80) / 115, 2));
                        band = core * Math.clamp(0.62 + dust * 0.9, 0.05, 1);
                        made =
                                Colours.screen(
                                        made,
                                        Colours.mix(0x6f7fd0, 0xf3d6c6, core * core),
                                        band * 0.55);
                    }
                    int column = (int) Math.floor(px / cell);
                    int row = (int) Math.floor(py / cell);
                    double rank = noise.cell(column, row);
                    double many = 0.16 + band * 0.6;
                    if (rank > many) {
                        return made;
                    }
                    double sx = (column + 0.15 + 0.7 * noise.cell(column + 999, row)) * cell;
                    double sy = (row + 0.15 + 0.7 * noise.cell(column, row + 999)) * cell;
                    double size = 0.55 + 1.5 * Math.pow(noise.cell(column - 777, row), 6);
                    double distance = Math.hypot(px - sx, py - sy) / size;
                    double bright =
                            Math.exp(-distance * distance)
                                    * (0.4 + 0.6 * noise.cell(column, row - 555));
                    double fade = Math.clamp((horizon - py) / (horizon * 0.5), 0.12, 1);
                    int hue = noise.cell(column + 5, row + 5) > 0.7 ? 0xffe6c8 : 0xe6eeff;
                    return Colours.screen(made, hue, bright * opacity * fade);
                });
    }

    private void aurora() {
        Noise noise = new Noise(seed + 23);
        canvas.shade(
                0,
                horizon,
                (px, py, old) -> {
                    int made = old;
                    for (int curtain = 0; curtain < 3; curtain++) {
                        double foot =
                                horizon * (0.78 - 0.17 * curtain)
                                        + 90 * noise.at(px / 330 + curtain * 7.7, 0.4)
                                        + 28 * noise.at(px / 95 + curtain * 3.1, 5.5);
                        double above = foot - py;
                        if (above < -22) {
                            continue;
                        }
                        double rays =
                                0.45 + 0.55 * noise.clouds(px / 26 + curtain * 50, py / 900, 3);
                        double edge = Celestial.smooth(-22, 8, above);
                        double fall = Math.exp(-Math.max(0, above) / (horizon * 0.26));
                        double bright = Math.max(0, edge * fall * (0.55 + 0.6 * rays));
                        int hue =
                                Colours.ramp(
                                        above / (horizon * 0.52),
                                        0x4dffb0,
                                        0x37e8a0,
                                        0x4b8fe0,
                                        0x9a4fd8);
                        made = Colours.screen(made, hue, bright * (0.72 - 0.14 * curtain));
                    }
                    return made;
                });
    }

    private void rainbow() {
        double x = (1 - light.sunX()) * canvas.width() * 0.8 + canvas.width() * 0.1;
        double outer = Math.min(canvas.width() * 0.62, horizon * 1.02);
        double wide = outer * 0.1;
        canvas.shade(
                0,
                horizon,
                (px, py, old) -> {
                    double distance = Math.hypot(px - x, py - horizon * 1.04);
                    double place = (outer - distance) / wide;
                    if (place < -0.15 || place > 1.15) {
                        return distance < outer ? Colours.screen(old, 0xffffff, 0.05) : old;
                    }
                    int hue =
                            Colours.ramp(
                                    place, 0xff3b4a, 0xff9a3c, 0xffe14a, 0x5fd46a, 0x3fb4ee,
                                    0x4860d8, 0x8a4fd0);
                    double soft =
                            Celestial.smooth(-0.15, 0.15, place)
                                    * Celestial.smooth(1.15, 0.85, place);
                    return Colours.mix(old, Colours.screen(old, hue, 0.75), soft * 0.85);
                });
    }

    private void lightning() {
        Noise noise = new Noise(seed + 31);
        double[] bolt = new double[26];
        double x = canvas.width() * (0.25 + 0.5 * noise.cell(1, 1));
        for (int i = 0; i < 13; i++) {
            bolt[2 * i] = x;
            bolt[2 * i + 1] = horizon * i / 12.0;
            x += 46 * (noise.cell(i, 3) - 0.5) + 14;
        }
        glow(0.5, 0xcdd8ff, bolt[10], bolt[11]);
        canvas.fill(0xaebcff, 0.35, Forms.bars(13, bolt));
        canvas.fill(0xffffff, 1, Forms.bars(4.5, bolt));
        double[] branch = java.util.Arrays.copyOfRange(bolt, 8, 18);
        for (int i = 0; i < branch.length; i += 2) {
            branch[i] -= i * i * 1.4;
        }
        canvas.fill(0xf0f3ff, 0.9, Forms.bars(2.4, branch));
    }
}
