package parley.image.operation.light;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LightWordsTest {
    @ParameterizedTest
    @CsvSource({
        "golden hour from the left, 180",
        "soft light from the right, 0",
        "sunlight from above, 90",
        "a hard light from below, 270",
        "light from the top left, 135",
        "Sonnenuntergang von rechts, 0",
        "lumière douce à gauche, 180",
        "luz suave desde la izquierda, 180",
        "pink light from the right and blue light from the left, 0"
    })
    void wordsSayWhereLightComesFrom(String words, double azimuth) {
        assertThat(LightWords.read(words).rig().azimuth()).isCloseTo(azimuth, within(1.0));
        assertThat(LightWords.read(words).directed()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "candle light, 1800, 2400",
        "Kerzenlicht, 1800, 2400",
        "golden hour, 3000, 4200",
        "noon, 5000, 6000",
        "overcast, 6400, 7400",
        "heure bleue, 9000, 13000",
        "3200K, 3200, 3200",
        "warm daylight, 3400, 4200"
    })
    void wordsSayTheColourOfLight(String words, double least, double most) {
        assertThat(LightWords.read(words).rig().kelvin()).isBetween(least, most);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "golden hour from the left",
                "make it look like a dramatic side light, please",
                "neon pink and blue",
                "soft window light without fog",
                "Mondlicht von hinten",
                "coucher de soleil à droite",
                "luz de luna muy suave"
            })
    void whatIsAboutLightIsUnderstood(String words) {
        assertThat(LightWords.read(words).unrendered()).isEmpty();
    }

    @Test
    void whatIsNotAboutLightIsListed() {
        LightPlan plan = LightWords.read("moonlight with a purring dragon");
        assertThat(plan.unrendered()).containsExactly("purring", "dragon");
    }

    @Test
    void twoColoursAreTwoLightsFromTwoSides() {
        LightPlan plan = LightWords.read("neon pink from the left and green from the right");
        assertThat(plan.rig().azimuth()).isCloseTo(180, within(1.0));
        assertThat(plan.look().key()).contains(NamedHue.PINK.tint());
        Look.Accent accent = plan.look().accent().orElseThrow();
        assertThat(accent.azimuth()).isCloseTo(0, within(1.0));
        assertThat(accent.tint()).isEqualTo(NamedHue.GREEN.tint());
    }

    @Test
    void softIsSofterThanHardAndBehindIsBehind() {
        assertThat(LightWords.read("soft light").rig().softness())
                .isGreaterThan(LightWords.read("hard light").rig().softness());
        assertThat(LightWords.read("light from behind").rig().elevation()).isNegative();
    }

    @Test
    void whatIsDeniedIsNotMade() {
        assertThat(LightWords.read("moonlight without fog").look().air().fog()).isZero();
        assertThat(LightWords.read("moonlight with fog").look().air().fog()).isGreaterThan(0.3);
    }

    @Test
    void nothingIsDaylight() {
        assertThat(LightWords.read("").rig()).isEqualTo(LightSource.DAYLIGHT.rig());
        assertThat(LightWords.named("a cat on a sofa")).isEmpty();
        assertThat(LightWords.named("a cat at sunset")).isPresent();
    }
}
