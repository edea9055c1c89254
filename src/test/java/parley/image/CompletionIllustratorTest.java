package parley.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import parley.completion.CompletionRequest;
import parley.image.intent.Intents;
import parley.llm.ChatMessage;
import parley.llm.FinishReason;
import parley.llm.ModelEvent;
import parley.llm.ModelEvents;
import parley.llm.ModelInfo;
import parley.llm.ModelOptions;
import parley.llm.ModelProvider;
import parley.llm.ModelRequest;
import parley.llm.Part;
import parley.llm.ResolvedModel;
import parley.llm.Role;
import parley.llm.ToolUse;
import parley.llm.builtin.BuiltinProvider;
import parley.llm.builtin.BuiltinSettings;

/// Completions that want pictures, with their history in the request.
final class CompletionIllustratorTest {
    private static final long ACCOUNT = 1;
    private static final ResolvedModel OWN =
            new ResolvedModel(
                    new BuiltinProvider(new BuiltinSettings(false, 0), InstantSource.system()),
                    BuiltinProvider.MODEL,
                    1000);

    private final InstantImages images = new InstantImages();
    private final CompletionIllustrator illustrator =
            new CompletionIllustrator(images, new Intents(), "http://here");
    private final List<ChatMessage> messages = new ArrayList<>();

    /// What is said to the next message; empty where it is left to the model.
    private Optional<String> say(String text) throws InterruptedException {
        messages.add(new ChatMessage(Role.USER, text));
        Optional<String> answer = answer(OWN, ModelOptions.DEFAULT);
        answer.ifPresent(said -> messages.add(new ChatMessage(Role.ASSISTANT, said)));
        return answer;
    }

    private Optional<String> answer(ResolvedModel model, ModelOptions options)
            throws InterruptedException {
        StringBuilder said = new StringBuilder();
        CompletionRequest request =
                new CompletionRequest(ACCOUNT, "test", Optional.empty(), messages, options, false);
        Optional<FinishReason> end =
                illustrator.answer(
                        request,
                        model,
                        event -> {
                            if (event instanceof ModelEvent.TextDelta(String text)) {
                                said.append(text);
                            }
                        });
        assertThat(end.isPresent()).isEqualTo(!said.isEmpty());
        return end.map(_ -> said.toString());
    }

    private TaskRequest lastRequest() {
        return images.requests().getLast();
    }

    @Test
    void aPictureIsGivenWithAWholeAddress() throws InterruptedException {
        String id = "img_%020d".formatted(1);

        assertThat(say("draw a cat"))
                .contains(
                        "Drawing “a cat”.\n\n![a cat](http://here/v1/gallery/%s/file)"
                                .formatted(id));
    }

    @Test
    void theHistoryOfTheRequestTellsWhichPictureIsMeant() throws InterruptedException {
        say("draw a cat");
        say("draw a dog");
        say("the cat, golden hour");
        assertThat(lastRequest().inputs())
                .containsEntry(InputRole.IMAGE, new ImageSource.Kept("img_%020d".formatted(1)));

        say("not so strong");
        assertThat(lastRequest().wish())
                .isInstanceOfSatisfying(
                        ImageWish.Relight.class, wish -> assertThat(wish.strength()).isEqualTo(60));
        assertThat(say("undo").orElseThrow()).contains("img_%020d".formatted(3));
    }

    @Test
    void theAnswerToAQuestionIsUnderstood() throws InterruptedException {
        assertThat(say("draw a picture")).contains("What should the picture show?");

        say("a dog");

        assertThat(lastRequest().wish().words()).contains("a dog");
    }

    @Test
    void aPictureInTheMessageIsWorkedOn() throws InterruptedException {
        messages.add(
                new ChatMessage(
                        Role.USER,
                        List.of(
                                new Part.Text("remove the background"),
                                new Part.Image("image/png", "AQID", Optional.empty()))));

        assertThat(answer(OWN, ModelOptions.DEFAULT)).isPresent();
        assertThat(lastRequest().wish()).isInstanceOf(ImageWish.RemoveBackground.class);
    }

    @Test
    void talkAndOtherModelsAndToolsAreLeftAlone() throws InterruptedException {
        assertThat(say("draw the line somewhere")).isEmpty();
        messages.add(new ChatMessage(Role.USER, "draw a cat"));
        ToolUse tools =
                new ToolUse(
                        List.of(new ToolUse.Tool("paint", "Paints.", "{}", false)),
                        new ToolUse.ToolChoice.Auto(),
                        true);

        assertThat(answer(OWN, ModelOptions.DEFAULT.withTools(tools))).isEmpty();
        assertThat(answer(new ResolvedModel(new Elsewhere(), "m", 1000), ModelOptions.DEFAULT))
                .isEmpty();
        assertThat(images.requests()).isEmpty();
    }

    @Test
    void picturesOfOtherAccountsAreNotThere() throws InterruptedException {
        say("draw a cat");
        messages.add(new ChatMessage(Role.USER, "wider"));

        CompletionRequest foreign =
                new CompletionRequest(
                        2, "test", Optional.empty(), messages, ModelOptions.DEFAULT, false);

        assertThat(illustrator.answer(foreign, OWN, _ -> {})).isEmpty();
    }

    private static final class Elsewhere implements ModelProvider {
        @Override
        public String name() {
            return "elsewhere";
        }

        @Override
        public List<ModelInfo> models() {
            return List.of();
        }

        @Override
        public void run(ModelRequest request, ModelEvents events) {
            throw new AssertionError("It is not asked here.");
        }
    }
}
