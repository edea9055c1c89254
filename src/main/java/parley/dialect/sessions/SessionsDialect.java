package parley.dialect.sessions;

import java.util.List;
import java.util.Optional;
import parley.conversation.ConversationService;
import parley.conversation.TurnService;
import parley.dialect.Detail;
import parley.dialect.Dialogue;
import parley.dialect.PromptedText;
import parley.dialect.Questions;
import parley.error.AppException;
import parley.http.Access;
import parley.http.BodyType;
import parley.http.Dialect;
import parley.http.Route;
import parley.image.ImageService;

/// Sessions, their messages in words and pictures, and the download of a message.
public final class SessionsDialect implements Dialect {
    private static final String NAME = "sessions";

    private final SessionHandlers sessions;
    private final MessageHandlers messages;
    private final DownloadHandler download;
    private final ImageHandler image;

    /// @param imageModel the model that paints, as `provider/model`; empty if there is none
    public SessionsDialect(
            ConversationService conversations,
            TurnService turns,
            ImageService images,
            Optional<String> imageModel,
            PromptedText words) {
        Dialogue dialogue = new Dialogue(conversations);
        Pictures pictures = new Pictures(conversations, new KeptPictures(images));
        this.sessions = new SessionHandlers(conversations, dialogue);
        this.messages =
                new MessageHandlers(
                        conversations,
                        dialogue,
                        new Questions(turns, NAME),
                        pictures,
                        imageModel,
                        words);
        this.download = new DownloadHandler(conversations, dialogue, pictures);
        this.image = new ImageHandler(dialogue, pictures);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<String> prefixes() {
        return List.of("/api/sessions", "/api/download");
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.get("/api/sessions", Access.CALLER, sessions::list),
                Route.post("/api/sessions", Access.CALLER, sessions::create)
                        .withBody(BodyType.OPTIONAL_JSON),
                Route.delete("/api/sessions/{session_id}", Access.CALLER, sessions::delete),
                Route.get("/api/sessions/{session_id}/messages", Access.CALLER, messages::list),
                Route.post("/api/sessions/{session_id}/messages", Access.CALLER, messages::send),
                Route.get(
                        "/api/sessions/{session_id}/messages/{message_id}/image",
                        Access.CALLER,
                        image),
                Route.get("/api/download/{message_id}", Access.CALLER, download));
    }

    @Override
    public Object errorBody(AppException problem) {
        return Detail.of(problem);
    }
}
