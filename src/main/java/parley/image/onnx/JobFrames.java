package parley.image.onnx;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import parley.error.AppException;
import parley.error.ErrorCode;
import parley.image.ImageEngine.Job;
import parley.image.ImageEngine.Outcome;
import parley.image.ImageEngineException;
import parley.image.ImageEngineException.Kind;
import parley.image.ImageFeature;
import parley.image.InputRole;
import parley.image.Wishes;
import parley.image.pixel.Picture;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Jobs, what came of them, and failures, as frames and back.
final class JobFrames {
    private JobFrames() {}

    static Frame run(Job job) {
        ObjectNode json = JsonMapper.shared().createObjectNode();
        json.put("feature", job.wish().feature().intent());
        json.set("wish", Wishes.write(job.wish()));
        job.model().ifPresent(model -> json.put("model", model));
        json.put("seed", job.seed());
        ArrayNode roles = json.putArray("roles");
        List<Picture> pictures = new ArrayList<>();
        job.inputs()
                .forEach((role, picture) -> {
                    roles.add(role.name());
                    pictures.add(picture);
                });
        return new Frame(Frame.Kind.RUN, json, pictures);
    }

    static Job job(Frame frame) {
        JsonNode json = frame.json();
        Map<InputRole, Picture> inputs = new EnumMap<>(InputRole.class);
        for (int i = 0; i < frame.pictures().size(); i++) {
            inputs.put(
                    InputRole.valueOf(json.path("roles").path(i).asString()),
                    frame.pictures().get(i));
        }
        ImageFeature feature = ImageFeature.ofIntent(json.path("feature").asString()).orElseThrow();
        return new Job(
                Wishes.read(feature, json.path("wish"), inputs.keySet()).wish(),
                inputs,
                Optional.ofNullable(json.path("model").asString(null)),
                json.path("seed").asLong());
    }

    static Frame progress(double fraction) {
        return new Frame(
                Frame.Kind.PROGRESS,
                JsonMapper.shared().createObjectNode().put("at", fraction),
                List.of());
    }

    static Frame done(Outcome outcome) {
        ObjectNode json = JsonMapper.shared().createObjectNode();
        outcome.refinedPrompt().ifPresent(text -> json.put("refined_prompt", text));
        json.put("model", outcome.model());
        json.put("confidence", outcome.confidence());
        ArrayNode warnings = json.putArray("warnings");
        outcome.warnings().forEach(warnings::add);
        json.set("metrics", outcome.metrics());
        return new Frame(Frame.Kind.DONE, json, outcome.pictures());
    }

    static Outcome outcome(Frame frame) {
        JsonNode json = frame.json();
        List<String> warnings = new ArrayList<>();
        json.path("warnings").forEach(each -> warnings.add(each.asString()));
        return new Outcome(
                frame.pictures(),
                Optional.ofNullable(json.path("refined_prompt").asString(null)),
                json.path("model").asString(""),
                json.path("confidence").asDouble(0),
                warnings,
                json.path("metrics") instanceof ObjectNode metrics
                        ? metrics
                        : JsonMapper.shared().createObjectNode());
    }

    static Frame failed(ImageEngineException e) {
        return said(Frame.Kind.FAILED, e.kind().name(), e.sentence());
    }

    static Frame refused(AppException e) {
        return said(Frame.Kind.REFUSED, e.code().name(), e.sentence());
    }

    private static Frame said(Frame.Kind kind, String code, String sentence) {
        return new Frame(
                kind,
                JsonMapper.shared().createObjectNode().put("code", code).put("sentence", sentence),
                List.of());
    }

    static ImageEngineException failure(Frame frame) {
        return new ImageEngineException(
                Kind.valueOf(frame.json().path("code").asString()),
                frame.json().path("sentence").asString());
    }

    static AppException refusal(Frame frame) {
        return new AppException(
                ErrorCode.valueOf(frame.json().path("code").asString()),
                frame.json().path("sentence").asString());
    }
}
