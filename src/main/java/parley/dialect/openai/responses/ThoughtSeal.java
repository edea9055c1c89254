package parley.dialect.openai.responses;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import parley.error.AppException;
import parley.http.Json;
import parley.http.RequestFields;
import parley.llm.Part;

/// Makes the `encrypted_content` of reasoning items: what a client sends back so that the model
/// finds its thoughts again. Of what is kept it is only a reference; of what is not, the thought
/// itself with its provider's signature, in a form that is nobody's business but ours.
interface ThoughtSeal {
    /// Nobody asked for it.
    ThoughtSeal NONE = (_, _) -> Optional.empty();

    /// For what is kept: the item's id says where.
    ThoughtSeal REFERENCE = (id, _) -> Optional.of(Form.REFERENCE + id);

    /// @param id the item's
    /// @param text what the model showed of the thought
    Optional<String> seal(String id, String text);

    /// What a client sent back.
    sealed interface Opened {
        record Reference(String itemId) implements Opened {}

        record Thought(Part.Reasoning part) implements Opened {}
    }

    /// @param origin the provider that thought
    static String of(String text, String origin, @Nullable String signature) {
        String json = Json.text(new Form(text, origin, signature));
        return Form.THOUGHT
                + Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }

    /// Empty if this is none of ours: another server's, which no model here could read.
    static Optional<Opened> open(String sealed) {
        if (sealed.startsWith(Form.REFERENCE)) {
            return Optional.of(new Opened.Reference(sealed.substring(Form.REFERENCE.length())));
        }
        if (!sealed.startsWith(Form.THOUGHT)) {
            return Optional.empty();
        }
        try {
            byte[] json = Base64.getUrlDecoder().decode(sealed.substring(Form.THOUGHT.length()));
            RequestFields form =
                    new RequestFields(Json.readObject(new String(json, StandardCharsets.UTF_8)));
            return Optional.of(
                    new Opened.Thought(
                            new Part.Reasoning(
                                    form.requiredText("text"),
                                    form.requiredText("origin"),
                                    form.optionalText("signature"))));
        } catch (IllegalArgumentException | AppException e) {
            // Cut or changed on its way: as good as another server's.
            return Optional.empty();
        }
    }

    /// The thought as it travels.
    record Form(String text, String origin, @Nullable String signature) {
        private static final String REFERENCE = "kept:";
        private static final String THOUGHT = "thought:";
    }
}
