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

final class MagnificEngineTest extends RemoteEngineContract {
    @Override
    ImageEngine engine(URI address, RemoteTools tools) {
        return new MagnificEngine(new Vendor(address, KEY), tools);
    }

    @Override
    Set<ImageFeature> features() {
        return EnumSet.complementOf(EnumSet.of(ImageFeature.REMOVE_BACKGROUND));
    }

    @Override
    Answer answer(Asked asked) {
        assertThat(asked.authority()).isEqualTo(KEY);
        if (asked.path().equals("/result.png")) {
            return Answer.picture(file);
        }
        if (asked.method().equals("POST")) {
            return Answer.json(
                    "{\"data\":{\"task_id\":\"t-1\",\"status\":\"CREATED\",\"generated\":[]}}");
        }
        assertThat(asked.path()).endsWith("/t-1");
        return Answer.json(
                "{\"data\":{\"status\":\"COMPLETED\",\"generated\":[\"%s/result.png\"]}}"
                        .formatted(vendor.address()));
    }

    @Test
    void aResultAtAnAddressThatIsNotPublicIsNotFetched() {
        vendor.answersAlways(
                Answer.json(
                        "{\"status\":\"COMPLETED\",\"generated\":[\"http://10.0.0.1/a.png\"]}"));
        ImageEngineException failure =
                catchThrowableOfType(
                        ImageEngineException.class,
                        () ->
                                engine(vendor.address(), tools())
                                        .run(job(ImageFeature.RELIGHT), Progress.UNHEARD));
        assertThat(failure.kind()).isEqualTo(ImageEngineException.Kind.FAILED);
        assertThat(failure.sentence()).contains("public internet");
    }
}
