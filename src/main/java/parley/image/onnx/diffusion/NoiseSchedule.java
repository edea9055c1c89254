package parley.image.onnx.diffusion;

import java.util.Locale;
import tools.jackson.databind.JsonNode;

/// How much noise there is at each of the steps a model was trained on, and which of them are
/// taken.
///
/// The variances of the noise that is added at each step are `beta_start` to `beta_end`, in equal
/// steps (`linear`) or in equal steps of their roots (`scaled_linear`); what is left of the picture
/// after step t is the product of all `1 - beta` up to it (Ho et al. 2020, "Denoising Diffusion
/// Probabilistic Models"). The deviation of the noise for a picture that is not shrunk is `sqrt((1
/// - a) / a)` (Karras et al. 2022, "Elucidating the Design Space").
///
/// @param alphas what is left of the picture's variance after each training step
@SuppressWarnings("ArrayRecordComponent") // Compared nowhere.
record NoiseSchedule(
        double[] alphas, Spacing spacing, int offset, Prediction prediction, Method method) {

    /// Which training steps are taken (Lin et al. 2023, "Common Diffusion Noise Schedules and
    /// Sample Steps are Flawed", table 2).
    enum Spacing {
        LINSPACE,
        LEADING,
        TRAILING
    }

    /// What the network says: the noise, the picture, or a mixture of both (Salimans and Ho 2022).
    enum Prediction {
        EPSILON,
        SAMPLE,
        V_PREDICTION
    }

    /// How a step is made of it.
    enum Method {
        EULER,
        EULER_ANCESTRAL,
        CONSISTENCY
    }

    /// Reads a `scheduler_config.json`. Methods that are not known are replaced by Euler's, which
    /// goes through the same levels of noise.
    ///
    /// @throws IllegalArgumentException if it says something that would make wrong pictures
    static NoiseSchedule of(JsonNode config) {
        int count = config.path("num_train_timesteps").asInt(1000);
        double start = config.path("beta_start").asDouble(0.00085);
        double end = config.path("beta_end").asDouble(0.012);
        String betas = config.path("beta_schedule").asString("scaled_linear");
        boolean isWrong = count < 2 || count > 100_000 || !(start > 0 && end >= start && end < 1);
        if (isWrong) {
            throw new IllegalArgumentException(
                    "num_train_timesteps, beta_start and beta_end are no levels of noise");
        }
        if (!betas.equals("linear") && !betas.equals("scaled_linear")) {
            throw new IllegalArgumentException(
                    "beta_schedule \"%s\" is not known; linear and scaled_linear are"
                            .formatted(betas));
        }
        if (config.path("rescale_betas_zero_snr").asBoolean(false)) {
            throw new IllegalArgumentException("rescale_betas_zero_snr is not known");
        }
        String type = config.path("_class_name").asString("EulerDiscreteScheduler");
        Method method =
                type.equals("LCMScheduler")
                        ? Method.CONSISTENCY
                        : type.equals("EulerAncestralDiscreteScheduler")
                                ? Method.EULER_ANCESTRAL
                                : Method.EULER;
        return new NoiseSchedule(
                alphas(count, start, end, betas.equals("scaled_linear")),
                named(config, "timestep_spacing", Spacing.class, spacing(type)),
                config.path("steps_offset").asInt(0),
                named(config, "prediction_type", Prediction.class, Prediction.EPSILON),
                method);
    }

    /// What a configuration means that does not say it: older ones have no such member.
    private static Spacing spacing(String type) {
        return switch (type) {
            case "PNDMScheduler", "DDIMScheduler", "LCMScheduler" -> Spacing.LEADING;
            case String _ -> Spacing.LINSPACE;
        };
    }

    private static <E extends Enum<E>> E named(
            JsonNode config, String member, Class<E> type, E otherwise) {
        String name = config.path(member).asString("");
        if (name.isEmpty()) {
            return otherwise;
        }
        try {
            return Enum.valueOf(type, name.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("%s \"%s\" is not known".formatted(member, name), e);
        }
    }

    private static double[] alphas(int count, double start, double end, boolean ofRoots) {
        double from = ofRoots ? Math.sqrt(start) : start;
        double to = ofRoots ? Math.sqrt(end) : end;
        double[] alphas = new double[count];
        double left = 1;
        for (int t = 0; t < count; t++) {
            double beta = from + (to - from) * t / (count - 1);
            left *= 1 - (ofRoots ? beta * beta : beta);
            alphas[t] = left;
        }
        return alphas;
    }

    int trainingSteps() {
        return alphas.length;
    }

    /// The training steps that are taken, the noisiest first.
    double[] timesteps(int steps) {
        int count = trainingSteps();
        // Whole steps: what is left over stays at the noisy end.
        int apart = count / steps;
        double[] times = new double[steps];
        for (int i = 0; i < steps; i++) {
            times[i] =
                    switch (spacing) {
                        case LINSPACE ->
                                steps == 1 ? 0 : (steps - 1 - i) * (count - 1.0) / (steps - 1);
                        case LEADING -> (steps - 1 - i) * apart + offset;
                        case TRAILING -> Math.rint(count - i * ((double) count / steps)) - 1;
                    };
            times[i] = Math.clamp(times[i], 0, count - 1.0);
        }
        return times;
    }

    /// The deviation of the noise at a training step; between two of them, between theirs.
    double sigma(double timestep) {
        int below = (int) Math.floor(timestep);
        int above = Math.min(below + 1, trainingSteps() - 1);
        double part = timestep - below;
        return at(below) * (1 - part) + at(above) * part;
    }

    private double at(int timestep) {
        return Math.sqrt((1 - alphas[timestep]) / alphas[timestep]);
    }
}
