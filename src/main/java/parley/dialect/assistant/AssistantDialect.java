package parley.dialect.assistant;

import java.util.ArrayList;
import java.util.List;
import parley.conversation.ConversationService;
import parley.conversation.TurnService;
import parley.dialect.Detail;
import parley.dialect.Dialogue;
import parley.dialect.KeyedReplies;
import parley.dialect.PromptedText;
import parley.dialect.Questions;
import parley.error.AppException;
import parley.http.Access;
import parley.http.BodyType;
import parley.http.Dialect;
import parley.http.Route;
import parley.image.ImageService;

/// The bot's contract: sessions whose messages may want pictures, the seven features, the gallery.
public final class AssistantDialect implements Dialect {
    static final String NAME = "assistant";
    private static final String SESSIONS = "/api/v1/chat/sessions";
    private static final String MESSAGES = SESSIONS + "/{session_id}/messages";

    private final SessionHandlers sessions;
    private final MessageHandlers messages;
    private final FeatureHandlers features;
    private final GalleryHandlers gallery;

    public AssistantDialect(
            ConversationService conversations,
            TurnService turns,
            ImageService images,
            PromptedText words,
            KeyedReplies replies) {
        Dialogue dialogue = new Dialogue(conversations);
        SessionAccess access = new SessionAccess(dialogue);
        MessageViews views = new MessageViews(images);
        this.sessions = new SessionHandlers(conversations, dialogue, access, views);
        this.messages =
                new MessageHandlers(
                        conversations,
                        dialogue,
                        access,
                        new Questions(turns, NAME),
                        new Attachments(images),
                        views,
                        words);
        this.features = new FeatureHandlers(images, replies);
        this.gallery = new GalleryHandlers(images.gallery());
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<String> prefixes() {
        return List.of(SESSIONS, FeatureHandlers.FEATURES, GalleryHandlers.GALLERY);
    }

    @Override
    public List<Route> routes() {
        List<Route> routes = new ArrayList<>();
        routes.add(Route.post(SESSIONS, Access.CALLER, sessions::create));
        routes.add(Route.get(SESSIONS + "/{session_id}", Access.CALLER, sessions::show));
        routes.add(
                Route.post(MESSAGES, Access.CALLER, messages::send)
                        .withBody(BodyType.FORM_OR_JSON));
        routes.add(Route.get(MESSAGES + "/{message_id}", Access.CALLER, messages::show));
        routes.addAll(features.routes());
        routes.addAll(gallery.routes());
        return routes;
    }

    @Override
    public Object errorBody(AppException problem) {
        return Detail.of(problem);
    }
}
