package parley.image.operation.matte;

import parley.image.pixel.Plane;

/// Cuts a picture in two along its edges: the smallest sum of what each pixel says and of the
/// length of the cut, which counts less where the colour changes.
///
/// Binary segmentation as a convex problem: Chan, Esedoglu and Nikolova, "Algorithms for finding
/// global minimizers of image segmentation and denoising models", 2006; solved by Chambolle and
/// Pock, "A first-order primal-dual algorithm for convex problems", 2011.
final class Segmentation {
    /// One over the norm of the gradient, which is at most the root of 8.
    private static final float STEP = 0.35f;

    private final int width;
    private final int height;
    private final float[] edge;

    /// @param smoothness what a pixel of cut costs where nothing changes
    Segmentation(SmallCopy copy, float smoothness) {
        width = copy.width();
        height = copy.height();
        edge = new float[copy.pixels()];
        float quiet = 1.5f * copy.noise() + 1.2f;
        for (int i = 0; i < edge.length; i++) {
            float change = copy.gradient().values()[i] / quiet;
            edge[i] = smoothness * (0.04f + 0.96f / (1 + change * change));
        }
    }

    /// @param evidence for each pixel what speaks for the subject, below 0 for the background
    /// @param start where to begin: 0 to 1
    /// @return 1 where the subject is, 0 where it is not, and between them where it is undecided
    Plane cut(float[] evidence, Plane start, int rounds) {
        float[] inside = start.values().clone();
        float[] ahead = inside.clone();
        float[] across = new float[inside.length];
        float[] down = new float[inside.length];
        for (int round = 0; round < rounds; round++) {
            climb(ahead, across, down);
            descend(evidence, inside, ahead, across, down);
        }
        return new Plane(width, height, inside);
    }

    private void climb(float[] ahead, float[] across, float[] down) {
        for (int y = 0; y < height; y++) {
            boolean isLastRow = y == height - 1;
            for (int x = 0; x < width; x++) {
                int i = y * width + x;
                float toRight = x == width - 1 ? 0 : ahead[i + 1] - ahead[i];
                float below = isLastRow ? 0 : ahead[i + width] - ahead[i];
                float p = across[i] + STEP * toRight;
                float q = down[i] + STEP * below;
                float length = p * p + q * q;
                float most = edge[i];
                if (length > most * most) {
                    float scale = most / (float) Math.sqrt(length);
                    p *= scale;
                    q *= scale;
                }
                across[i] = p;
                down[i] = q;
            }
        }
    }

    private void descend(
            float[] evidence, float[] inside, float[] ahead, float[] across, float[] down) {
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int i = y * width + x;
                float flow = across[i] + down[i];
                flow -= x > 0 ? across[i - 1] : 0;
                flow -= y > 0 ? down[i - width] : 0;
                float before = inside[i];
                float now = Math.clamp(before + STEP * (flow + evidence[i]), 0f, 1f);
                inside[i] = now;
                ahead[i] = 2 * now - before;
            }
        }
    }
}
