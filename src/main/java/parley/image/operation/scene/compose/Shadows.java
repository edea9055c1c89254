package parley.image.operation.scene.compose;

import java.awt.AlphaComposite;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.util.List;
import parley.image.operation.scene.Setting;
import parley.image.operation.scene.paint.Canvas;
import parley.image.operation.scene.paint.Forms;
import parley.image.operation.scene.paint.Light;
import parley.image.operation.scene.paint.Pen;
import parley.image.operation.scene.thing.Thing.Habitat;

/// What things throw on the ground, and their images in water.
final class Shadows {
    private static final double COARSER = 5;

    private Shadows() {}

    static void cast(Canvas canvas, Light light, Setting setting, List<Placement> placed) {
        mirror(canvas, light, setting, placed);
        boolean floating =
                setting == Setting.SPACE || setting == Setting.UNDERWATER || setting == Setting.SKY;
        if (floating) {
            return;
        }
        double sharp = light.weather().hidesTheSun() ? 0.12 : light.isDark() ? 0.2 : 0.4;
        BufferedImage coarse =
                new BufferedImage(
                        (int) Math.ceil(canvas.width() / COARSER),
                        (int) Math.ceil(canvas.height() / COARSER),
                        BufferedImage.TYPE_INT_ARGB_PRE);
        Graphics2D brush = coarse.createGraphics();
        brush.scale(1 / COARSER, 1 / COARSER);
        for (Placement each : placed) {
            if (stands(each)) {
                silhouette(brush, canvas, light, each);
            }
        }
        brush.dispose();
        lay(canvas, coarse, sharp);
        placed.stream()
                .filter(each -> each.stand() instanceof Placement.Stand.Ground && stands(each))
                .forEach(each -> touch(canvas.brush(), each));
    }

    /// The darkness where a thing touches what it stands on.
    static void touch(Graphics2D brush, Placement each) {
        if (each.stand() instanceof Placement.Stand.On(_, double left, double right)) {
            brush.clip(Forms.box(left, each.y() - each.side(), right - left, 2 * each.side()));
        }
        double feet = each.feet();
        Outline.Span foot = Outline.of(each).foot();
        brush.setColor(new Color(0x0a, 0x0d, 0x1c, 28));
        for (int ring = 1; ring <= 3; ring++) {
            brush.fill(
                    Forms.oval(
                            each.x() + foot.middle() / 100 * each.side(),
                            feet,
                            each.side() * foot.wide() / 200 * (0.55 + 0.22 * ring),
                            each.side() * 0.018 * ring));
        }
        brush.dispose();
    }

    private static boolean stands(Placement placement) {
        if (placement.stand() instanceof Placement.Stand.Air) {
            return false;
        }
        Habitat habitat = placement.root().subject().thing().place();
        return habitat == Habitat.LAND || habitat == Habitat.TABLE || habitat == Habitat.SPACE;
    }

    private static void silhouette(Graphics2D brush, Canvas canvas, Light light, Placement each) {
        Graphics2D own = (Graphics2D) brush.create();
        double ground = each.root().feet();
        own.translate(each.x(), ground);
        double away = light.sunX() > each.root().x() / canvas.width() ? 1 : -1;
        double length = 0.2 + 0.32 * (1 - Math.clamp(light.sunHeight(), 0, 1));
        own.transform(new AffineTransform(1, 0, away * length * 1.7, -length * 0.62, 0, 0));
        own.translate(0, each.y() - ground);
        each.draw(own, light, canvas.width(), Pen.Mode.SILHOUETTE, 1);
    }

    private static void lay(Canvas canvas, BufferedImage coarse, double opacity) {
        Graphics2D over = canvas.brush();
        over.setRenderingHint(
                RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        over.setComposite(AlphaComposite.getInstance(AlphaComposite.SRC_OVER, (float) opacity));
        over.drawImage(coarse, new AffineTransform(COARSER, 0, 0, COARSER, 0, 0), null);
        over.dispose();
    }

    private static void mirror(
            Canvas canvas, Light light, Setting setting, List<Placement> placed) {
        if (setting == Setting.UNDERWATER || placed.stream().noneMatch(Composer::swims)) {
            return;
        }
        canvas.layer(
                0.42,
                brush ->
                        placed.stream()
                                .filter(Composer::swims)
                                .forEach(each -> {
                                    Graphics2D own = (Graphics2D) brush.create();
                                    double water = each.root().y();
                                    own.translate(each.x(), water + (water - each.y()) * 0.72);
                                    each.draw(own, light, canvas.width(), Pen.Mode.PICTURE, -0.72);
                                }));
    }
}
