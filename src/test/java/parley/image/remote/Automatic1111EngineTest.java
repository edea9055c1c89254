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

final class Automatic1111EngineTest extends RemoteEngineContract {
    @Override
    ImageEngine engine(URI address, RemoteTools tools) {
        return new Automatic1111Engine(new Vendor(address, KEY), tools);
    }

    @Override
    Set<ImageFeature> features() {
        return EnumSet.complementOf(EnumSet.of(ImageFeature.REMOVE_BACKGROUND));
    }

    @Override
    Answer answer(Asked asked) {
        return switch (asked.path()) {
            case "/sdapi/v1/extra-single-image" ->
                    Answer.json("{\"image\":\"%s\"}".formatted(base64));
            case "/sdapi/v1/txt2img", "/sdapi/v1/img2img" ->
                    Answer.json(
                            "{\"images\":[\"data:image/png;base64,%s\",\"%s\"]}"
                                    .formatted(base64, base64));
            default -> Answer.json(404, "{}");
        };
    }

    @Test
    void whatIsToBeMadeUpIsMasked() throws Exception {
        engine(vendor.address(), tools()).run(job(ImageFeature.IMAGE_EXPAND), Progress.UNHEARD);
        assertThat(vendor.asked.getFirst().body()).contains("\"mask\":", "\"init_images\":");
    }
}
