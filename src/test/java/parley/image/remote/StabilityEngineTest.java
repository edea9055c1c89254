package parley.image.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.URI;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import parley.image.ImageEngine;
import parley.image.ImageEngine.Progress;
import parley.image.ImageEngineException;
import parley.image.ImageFeature;
import parley.image.remote.Counterpart.Answer;
import parley.image.remote.Counterpart.Asked;
import parley.image.remote.RemoteImageSettings.Vendor;

final class StabilityEngineTest extends RemoteEngineContract {
    @Override
    ImageEngine engine(URI address, RemoteTools tools) {
        return new StabilityEngine(new Vendor(address, KEY), tools);
    }

    @Override
    Set<ImageFeature> features() {
        return EnumSet.allOf(ImageFeature.class);
    }

    @Override
    Answer answer(Asked asked) {
        assertThat(asked.authority()).isEqualTo("Bearer " + KEY);
        if (asked.path().endsWith("/edit/replace-background-and-relight")) {
            return Answer.json("{\"id\":\"0123456789abcdef\"}");
        }
        if (asked.path().equals("/v2beta/results/0123456789abcdef")) {
            looks++;
            return looks == 1 ? Answer.json(202, "{}") : Answer.picture(file);
        }
        assertThat(asked.path()).startsWith("/v2beta/stable-image/");
        return Answer.json("{\"image\":\"%s\",\"finish_reason\":\"SUCCESS\"}".formatted(base64));
    }

    private int looks;

    @Test
    void aPictureThatTheFilterStoppedIsARefusal() {
        vendor.answersAlways(Answer.json("{\"finish_reason\":\"CONTENT_FILTERED\"}"));
        ImageEngineException failure =
                catchThrowableOfType(
                        ImageEngineException.class,
                        () ->
                                engine(vendor.address(), tools())
                                        .run(job(ImageFeature.UPSCALE), Progress.UNHEARD));
        assertThat(failure.kind()).isEqualTo(ImageEngineException.Kind.REFUSED);
    }
}
