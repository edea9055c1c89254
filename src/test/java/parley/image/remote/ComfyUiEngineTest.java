package parley.image.remote;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.image.ImageEngine;
import parley.image.ImageEngine.Progress;
import parley.image.ImageFeature;
import parley.image.remote.Counterpart.Answer;
import parley.image.remote.Counterpart.Asked;
import parley.image.remote.RemoteImageSettings.Vendor;

final class ComfyUiEngineTest extends RemoteEngineContract {
    @Override
    ImageEngine engine(URI address, RemoteTools tools) {
        return new ComfyUiEngine(new Vendor(address, KEY), "", folder, tools);
    }

    @Override
    Set<ImageFeature> features() {
        return EnumSet.complementOf(EnumSet.of(ImageFeature.REMOVE_BACKGROUND));
    }

    @Override
    Answer answer(Asked asked) {
        if (asked.path().startsWith("/view?filename=a+b.png&subfolder=&type=output")) {
            return Answer.picture(file);
        }
        return switch (asked.path()) {
            case "/object_info/CheckpointLoaderSimple" ->
                    Answer.json(
                            "{\"CheckpointLoaderSimple\":{\"input\":{\"required\":{\"ckpt_name\":[[\"sd.safetensors\"]]}}}}");
            case "/upload/image" -> Answer.json("{\"name\":\"in.png\",\"subfolder\":\"\"}");
            case "/prompt" -> {
                assertThat(asked.body()).contains("sd.safetensors").doesNotContain("{{");
                yield Answer.json("{\"prompt_id\":\"p-1\"}");
            }
            case "/history/p-1" -> {
                looks++;
                yield looks == 1
                        ? Answer.json("{}")
                        : Answer.json(
                                "{\"p-1\":{\"outputs\":{\"9\":{\"images\":[{\"filename\":\"a b.png\",\"subfolder\":\"\",\"type\":\"output\"}]}}}}");
            }
            default -> Answer.json(404, "{}");
        };
    }

    @TempDir private Path folder;
    private int looks;

    @Test
    void aWorkflowOfTheUsersOwnGoesBeforeOurs() throws Exception {
        Files.writeString(
                folder.resolve("remove-background.api.json"),
                "{\"1\":{\"class_type\":\"Cut\",\"inputs\":{\"image\":\"{{image}}\",\"s\":\"{{seed}}\",\"m\":\"{{model}}\"}}}");
        ImageEngine engine = engine(vendor.address(), tools());
        assertThat(engine.can(ImageFeature.REMOVE_BACKGROUND)).isTrue();
        engine.run(job(ImageFeature.REMOVE_BACKGROUND), Progress.UNHEARD);
        assertThat(vendor.asked)
                .anySatisfy(asked ->
                        assertThat(asked.body())
                                .contains("\"class_type\":\"Cut\"", "\"image\":\"in.png\"")
                                .containsPattern("\"s\":[1-9]"));
    }
}
