package parley.image.remote;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import parley.image.ImageEngine;
import parley.image.ImageEngine.Progress;
import parley.image.ImageFeature;
import parley.image.remote.Counterpart.Answer;
import parley.image.remote.Counterpart.Asked;
import parley.image.remote.RemoteImageSettings.Vendor;

final class OpenAiImageEngineTest extends RemoteEngineContract {
    @Override
    ImageEngine engine(URI address, RemoteTools tools) {
        return new OpenAiImageEngine(new Vendor(address, KEY), "gpt-image-2", tools);
    }

    @Override
    Set<ImageFeature> features() {
        return EnumSet.complementOf(EnumSet.of(ImageFeature.UPSCALE));
    }

    @Override
    Answer answer(Asked asked) {
        assertThat(asked.authority()).isEqualTo("Bearer " + KEY);
        assertThat(asked.body()).contains("gpt-image-2");
        if (asked.path().equals("/images/generations")) {
            assertThat(asked.body()).contains("\"size\":\"1024x1024\"");
        } else {
            assertThat(asked.path()).isEqualTo("/images/edits");
        }
        String item = "{\"b64_json\":\"%s\"}".formatted(base64);
        boolean two = asked.body().contains("name=\"n\"") && asked.body().contains("\r\n\r\n2\r\n");
        return Answer.json("{\"data\":[%s]}".formatted(two ? item + "," + item : item));
    }

    @Test
    void whatIsToBeMadeUpIsOpenInTheMask() throws Exception {
        engine(vendor.address(), tools()).run(job(ImageFeature.IMAGE_EXPAND), Progress.UNHEARD);
        assertThat(vendor.asked.getFirst().body()).contains("name=\"mask\"", "name=\"image[]\"");
    }
}
