package parley.llm.langchain.huggingface;

import parley.llm.FinishReason;
import parley.llm.ModelEvent;
import parley.llm.ModelEvents;
import parley.llm.ModelRequest;
import parley.llm.langchain.Painting;
import parley.llm.langchain.ProviderErrors;
import tools.jackson.databind.json.JsonMapper;

/// Paints what the user asked for last. The answer is the file of a picture, of at most 20 MB.
final class ImageGeneration {
    private final ModelEndpoint endpoint;
    private final ProviderErrors errors;

    ImageGeneration(ModelEndpoint endpoint, ProviderErrors errors) {
        this.endpoint = endpoint;
        this.errors = errors;
    }

    void run(ModelRequest request, ModelEvents events) {
        byte[] file =
                endpoint.client()
                        .execute(
                                endpoint.request(
                                        request.model(),
                                        JsonMapper.shared()
                                                .createObjectNode()
                                                .put("inputs", Painting.prompt(request, errors)),
                                        "image/png"))
                        .bodyBytes();
        events.accept(new ModelEvent.ImageMade(Painting.picture(file, errors)));
        events.accept(new ModelEvent.Finished(FinishReason.STOP));
    }
}
