package parley.image.onnx.diffusion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/// Against the figures that the tests of `diffusers` publish for the same schedules, and the
/// constants of Stable Diffusion.
final class SamplerTest {
    private static final String STABLE =
            "\"beta_start\": 0.00085, \"beta_end\": 0.012, \"beta_schedule\": \"scaled_linear\"";
    private static final String LINEAR =
            "\"num_train_timesteps\": 1100, \"beta_start\": 0.0001, \"beta_end\": 0.02,"
                    + " \"beta_schedule\": \"linear\"";

    @Test
    void theNoiseOfStableDiffusionIsThePublishedOne() {
        NoiseSchedule schedule = schedule(STABLE);

        assertThat(schedule.sigma(999)).isCloseTo(14.6146, within(1e-4));
        assertThat(schedule.sigma(0)).isCloseTo(0.0292, within(1e-4));
    }

    @Test
    void stepsAreSpacedAsTheConfigurationSays() {
        NoiseSchedule trailing = schedule(STABLE + ", \"timestep_spacing\": \"trailing\"");
        assertThat(trailing.timesteps(4)).containsExactly(999, 749, 499, 249);
        assertThat(trailing.timesteps(1)).containsExactly(999);
        double[] leading =
                schedule(STABLE + ", \"timestep_spacing\": \"leading\", \"steps_offset\": 1")
                        .timesteps(20);
        assertThat(leading).startsWith(951, 901, 851).endsWith(51, 1);
        double[] linspace = schedule(STABLE).timesteps(10);
        assertThat(linspace).startsWith(999, 888).endsWith(111, 0);
    }

    @Test
    void theStepsOfConsistencyModelsAreThePublishedOnes() {
        Sampler sampler =
                new Sampler(
                        schedule("\"_class_name\": \"LCMScheduler\", " + STABLE),
                        4,
                        1,
                        new Random(1));

        assertThat(new double[] {sampler.timestep(0), sampler.timestep(1)})
                .containsExactly(999, 759);
        assertThat(new double[] {sampler.timestep(2), sampler.timestep(3)})
                .containsExactly(499, 259);
    }

    /// The loop of those tests: a fixed sample, and a network that says t / (t + 1) of it.
    @Test
    void eulersStepsGiveThePublishedSums() {
        assertThat(sum(loop(schedule(LINEAR), 10))).isCloseTo(10.0807, within(1e-2));
        assertThat(sum(loop(schedule(LINEAR + ", \"prediction_type\": \"v_prediction\""), 10)))
                .isCloseTo(0.0002, within(1e-2));
    }

    @Test
    void oneStepOfAConsistencyModelGivesThePublishedSum() {
        Sampler sampler =
                new Sampler(
                        schedule("\"_class_name\": \"LCMScheduler\", " + STABLE),
                        1,
                        1,
                        new Random(1));
        float[] sample = sample();
        float[] next = sampler.next(sample, said(sample, 999), 0);

        assertThat(sum(next)).isCloseTo(18.7097, within(1e-2));
    }

    @Test
    void whoSaysThePictureAtOnceGetsItWithAnyNumberOfSteps() {
        for (String method :
                new String[] {"EulerDiscreteScheduler", "EulerAncestralDiscreteScheduler"}) {
            NoiseSchedule schedule =
                    schedule(
                            STABLE
                                    + ", \"prediction_type\": \"sample\", \"timestep_spacing\":"
                                    + " \"trailing\", \"_class_name\": \"%s\"".formatted(method));
            Sampler sampler = new Sampler(schedule, 7, 1, new Random(3));
            float[] latents = sampler.noise(16);
            float[] picture = new float[16];
            java.util.Arrays.fill(picture, 0.25f);
            for (int step = sampler.first(); step < sampler.end(); step++) {
                latents = sampler.next(latents, picture, step);
            }
            assertThat(latents).containsExactly(picture, within(1e-4f));
        }
    }

    @Test
    void lessStrengthTakesTheLastSteps() {
        Sampler sampler = new Sampler(schedule(STABLE), 20, 0.35, new Random(1));

        assertThat(sampler.end() - sampler.first()).isEqualTo(7);
    }

    @Test
    void unknownSchedulesAreRefused() {
        assertThatThrownBy(() -> schedule("\"beta_schedule\": \"squaredcos_cap_v2\""))
                .hasMessageContaining("squaredcos_cap_v2");
        assertThatThrownBy(() -> schedule("\"prediction_type\": \"flow\""))
                .hasMessageContaining("prediction_type \"flow\" is not known");
    }

    private static NoiseSchedule schedule(String members) {
        return NoiseSchedule.of(JsonMapper.shared().readTree("{" + members + "}"));
    }

    private static float[] loop(NoiseSchedule schedule, int steps) {
        Sampler sampler = new Sampler(schedule, steps, 1, new Random(1));
        float[] sample = sample();
        for (int i = 0; i < sample.length; i++) {
            sample[i] *= (float) sampler.sigma(0);
        }
        for (int step = 0; step < sampler.end(); step++) {
            // Those tests take the step from what the network is shown.
            float[] shown = sampler.shown(sample, step);
            sample = sampler.next(shown, said(shown, sampler.timestep(step)), step);
        }
        return sample;
    }

    private static float[] said(float[] sample, double time) {
        float[] said = sample.clone();
        for (int i = 0; i < said.length; i++) {
            said[i] *= (float) (time / (time + 1));
        }
        return said;
    }

    private static float[] sample() {
        float[] sample = new float[768];
        for (int i = 0; i < sample.length; i++) {
            sample[i] = i / 768f;
        }
        return sample;
    }

    private static double sum(float[] values) {
        double sum = 0;
        for (float value : values) {
            sum += Math.abs(value);
        }
        return sum;
    }
}
