package parley.dialect.openai.images;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import parley.dialect.Repetition;
import parley.dialect.openai.OpenAiError;
import parley.error.AppException;
import parley.http.Access;
import parley.http.BodyType;
import parley.http.Dialect;
import parley.http.RateHeaders;
import parley.http.Route;
import parley.image.ImageService;
import parley.image.intake.Codec;
import parley.image.intent.IntentReader;
import parley.llm.TokenCounter;

/// OpenAI's images, over the same service as the features: what is made here is in the gallery.
public final class ImagesDialect implements Dialect {
    static final String NAME = "images";
    private static final List<String> BASES = List.of("/v1/images", "/images");

    private final ImageHandlers handlers;

    public ImagesDialect(
            ImageService images,
            IntentReader intents,
            Codec codec,
            TokenCounter tokens,
            InstantSource clock) {
        handlers =
                new ImageHandlers(
                        images,
                        new Edits(intents),
                        new Answers(images.gallery(), codec, tokens, clock));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<String> prefixes() {
        return BASES;
    }

    /// All routes, with `/v1` and without.
    @Override
    public List<Route> routes() {
        return BASES.stream()
                .flatMap(base ->
                        Stream.of(
                                Route.post(
                                        base + "/generations", Access.CALLER, handlers::generate),
                                Route.post(base + "/edits", Access.CALLER, handlers::edit)
                                        .withBody(BodyType.FORM_OR_JSON),
                                Route.post(base + "/variations", Access.CALLER, handlers::vary)
                                        .withBody(BodyType.FORM_OR_JSON)))
                .toList();
    }

    @Override
    public RateHeaders.Family rateHeaders() {
        return RateHeaders.Family.OPENAI;
    }

    @Override
    public Object errorBody(AppException problem) {
        return OpenAiError.of(problem);
    }

    @Override
    public Map<String, String> errorHeaders(AppException problem, String requestId) {
        return Repetition.headers(problem);
    }
}
