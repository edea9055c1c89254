package parley.image.onnx.diffusion;

import java.util.Random;
import parley.image.onnx.diffusion.NoiseSchedule.Method;

/// Takes noise out of a picture, step by step. For one picture.
///
/// [Method#EULER] is the explicit step along the line to the picture that the network thinks of
/// (Karras et al. 2022, algorithm 2); [Method#EULER_ANCESTRAL] goes further down and adds new
/// noise; [Method#CONSISTENCY] takes the picture itself and adds new noise for the next step (Luo
/// et al. 2023, "Latent Consistency Models", algorithm 3).
final class Sampler {
    /// Latent consistency: how the picture before is mixed in.
    private static final double SIGMA_OF_DATA = 0.5;

    private static final double TIME_SCALE = 10;

    /// The steps that consistency models were distilled with.
    private static final int DISTILLED = 50;

    private final NoiseSchedule schedule;
    private final double[] timesteps;
    private final double[] sigmas;
    private final int first;
    private final Random random;

    /// @param steps how many are taken from pure noise
    /// @param strength how much of the way is gone: 1 from pure noise
    Sampler(NoiseSchedule schedule, int steps, double strength, Random random) {
        this.schedule = schedule;
        this.random = random;
        timesteps =
                schedule.method() == Method.CONSISTENCY
                        ? distilled(steps)
                        : schedule.timesteps(steps);
        sigmas = new double[timesteps.length + 1];
        for (int i = 0; i < timesteps.length; i++) {
            sigmas[i] = schedule.sigma(timesteps[i]);
        }
        int taken = Math.clamp((int) Math.floor(steps * strength + 1e-9), 1, steps);
        first = timesteps.length - taken;
    }

    private double[] distilled(int steps) {
        int count = Math.min(steps, DISTILLED);
        int apart = Math.max(1, schedule.trainingSteps() / DISTILLED);
        double[] times = new double[count];
        for (int i = 0; i < count; i++) {
            int skipped = (int) Math.floor((double) i * DISTILLED / count);
            times[i] = (double) (DISTILLED - skipped) * apart - 1;
        }
        return times;
    }

    /// The number of the first step.
    int first() {
        return first;
    }

    /// One more than the number of the last step.
    int end() {
        return timesteps.length;
    }

    double timestep(int step) {
        return timesteps[step];
    }

    double sigma(int step) {
        return sigmas[step];
    }

    /// Noise to begin with.
    float[] noise(int length) {
        float[] noise = new float[length];
        double deviation = 1;
        if (schedule.method() != Method.CONSISTENCY) {
            double most = sigmas[0];
            deviation =
                    schedule.spacing() == NoiseSchedule.Spacing.LEADING
                            ? Math.sqrt(most * most + 1)
                            : most;
        }
        for (int i = 0; i < length; i++) {
            noise[i] = (float) (random.nextGaussian() * deviation);
        }
        return noise;
    }

    /// A picture with as much noise as the first step takes away.
    float[] noised(float[] picture) {
        float[] made = new float[picture.length];
        double alpha = alpha(first);
        for (int i = 0; i < made.length; i++) {
            double noise = random.nextGaussian();
            made[i] =
                    (float)
                            (schedule.method() == Method.CONSISTENCY
                                    ? Math.sqrt(alpha) * picture[i] + Math.sqrt(1 - alpha) * noise
                                    : picture[i] + sigmas[first] * noise);
        }
        return made;
    }

    /// What the network is shown.
    float[] shown(float[] latents, int step) {
        float[] shown = latents.clone();
        if (schedule.method() != Method.CONSISTENCY) {
            double scale = 1 / Math.sqrt(sigmas[step] * sigmas[step] + 1);
            for (int i = 0; i < shown.length; i++) {
                shown[i] *= (float) scale;
            }
        }
        return shown;
    }

    /// What is there after a step.
    ///
    /// @param said what the network said
    float[] next(float[] latents, float[] said, int step) {
        return switch (schedule.method()) {
            case EULER -> euler(latents, said, step, sigmas[step + 1], 0);
            case EULER_ANCESTRAL -> {
                double from = sigmas[step];
                double to = sigmas[step + 1];
                double up =
                        Math.sqrt(Math.max(0, to * to * (from * from - to * to) / (from * from)));
                yield euler(latents, said, step, Math.sqrt(Math.max(0, to * to - up * up)), up);
            }
            case CONSISTENCY -> consistent(latents, said, step);
        };
    }

    private float[] euler(float[] latents, float[] said, int step, double to, double fresh) {
        double sigma = sigmas[step];
        float[] next = new float[latents.length];
        for (int i = 0; i < next.length; i++) {
            double picture = picture(latents[i], said[i], sigma);
            double slope = (latents[i] - picture) / sigma;
            double noise = fresh > 0 ? random.nextGaussian() * fresh : 0;
            next[i] = (float) (latents[i] + slope * (to - sigma) + noise);
        }
        return next;
    }

    private double picture(double latent, double said, double sigma) {
        return switch (schedule.prediction()) {
            case EPSILON -> latent - sigma * said;
            case SAMPLE -> said;
            case V_PREDICTION ->
                    latent / (sigma * sigma + 1) - said * sigma / Math.sqrt(sigma * sigma + 1);
        };
    }

    private float[] consistent(float[] latents, float[] said, int step) {
        double alpha = alpha(step);
        double scaled = timesteps[step] * TIME_SCALE;
        double sum = scaled * scaled + SIGMA_OF_DATA * SIGMA_OF_DATA;
        double keep = SIGMA_OF_DATA * SIGMA_OF_DATA / sum;
        double take = scaled / Math.sqrt(sum);
        boolean isLast = step + 1 == timesteps.length;
        double left = isLast ? 1 : alpha(step + 1);
        float[] next = new float[latents.length];
        for (int i = 0; i < next.length; i++) {
            double picture = clean(latents[i], said[i], alpha);
            double mixed = take * picture + keep * latents[i];
            double noise = isLast ? 0 : random.nextGaussian() * Math.sqrt(1 - left);
            next[i] = (float) (Math.sqrt(left) * mixed + noise);
        }
        return next;
    }

    /// The same as [#picture] where pictures shrink as noise is added.
    private double clean(double latent, double said, double alpha) {
        return switch (schedule.prediction()) {
            case EPSILON -> (latent - Math.sqrt(1 - alpha) * said) / Math.sqrt(alpha);
            case SAMPLE -> said;
            case V_PREDICTION -> Math.sqrt(alpha) * latent - Math.sqrt(1 - alpha) * said;
        };
    }

    private double alpha(int step) {
        return schedule.alphas()[(int) timesteps[step]];
    }
}
