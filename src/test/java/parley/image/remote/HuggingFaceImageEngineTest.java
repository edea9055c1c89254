package parley.image.remote;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import parley.image.ImageEngine;
import parley.image.ImageEngine.Progress;
import parley.image.ImageFeature;
import parley.image.remote.Counterpart.Answer;
import parley.image.remote.Counterpart.Asked;
import parley.llm.langchain.huggingface.HuggingFaceSettings;
import parley.settings.SettingValues;

final class HuggingFaceImageEngineTest extends RemoteEngineContract {
    @Override
    ImageEngine engine(URI address, RemoteTools tools) {
        return new HuggingFaceImageEngine(
                HuggingFaceSettings.from(
                        new SettingValues(
                                Map.of(
                                        "huggingface.api.key",
                                        KEY,
                                        "huggingface.base.url",
                                        address.toString(),
                                        "stable.diffusion.model",
                                        "some/model"))),
                tools);
    }

    @Override
    Set<ImageFeature> features() {
        return EnumSet.of(
                ImageFeature.IMAGE_GENERATION, ImageFeature.RELIGHT, ImageFeature.REIMAGINE);
    }

    @Override
    Answer answer(Asked asked) {
        assertThat(asked.authority()).isEqualTo("Bearer " + KEY);
        assertThat(asked.path()).isEqualTo("/models/some/model");
        assertThat(asked.body()).startsWith("{\"inputs\":");
        return Answer.picture(file);
    }

    @Test
    void anAddressInsteadOfAPictureIsFollowed() throws Exception {
        vendor.answersFirst(
                Answer.json(
                        "{\"images\":[{\"url\":\"data:image/png;base64,%s\"}]}".formatted(base64)));
        assertThat(
                        engine(vendor.address(), tools())
                                .run(job(ImageFeature.IMAGE_GENERATION), Progress.UNHEARD)
                                .pictures())
                .hasSize(1);
    }
}
