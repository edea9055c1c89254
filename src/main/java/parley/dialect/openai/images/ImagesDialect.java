package parley.dialect.openai.images;

import java.time.InstantSource;
import java.util.stream.Stream;
import parley.dialect.KeyedReplies;
import parley.dialect.StreamMarks;
import parley.dialect.openai.OpenAiResource;
import parley.http.Access;
import parley.http.BodyType;
import parley.http.Handler;
import parley.http.Route;
import parley.image.ImageService;
import parley.image.intake.Codec;
import parley.image.intent.IntentReader;
import parley.llm.TokenCounter;

/// OpenAI's images, over the same service as the features: what is made here is in the gallery.
public final class ImagesDialect extends OpenAiResource {
    static final String NAME = "images";

    private final ImageHandlers handlers;
    private final KeyedReplies replies;

    public ImagesDialect(
            ImageService images,
            IntentReader intents,
            Codec codec,
            TokenCounter tokens,
            KeyedReplies replies,
            InstantSource clock) {
        super(NAME);
        this.replies = replies;
        handlers =
                new ImageHandlers(
                        images,
                        new Edits(intents),
                        new Answers(images.gallery(), codec, tokens, clock));
    }

    @Override
    protected Stream<Route> routesUnder(String base) {
        return Stream.of(
                Route.post(base + "/generations", Access.CALLER, keyed(handlers::generate)),
                Route.post(base + "/edits", Access.CALLER, keyed(handlers::edit))
                        .withBody(BodyType.FORM_OR_JSON),
                Route.post(base + "/variations", Access.CALLER, keyed(handlers::vary))
                        .withBody(BodyType.FORM_OR_JSON));
    }

    private Handler keyed(Handler work) {
        return replies.keyed(NAME, StreamMarks.NONE, work);
    }
}
