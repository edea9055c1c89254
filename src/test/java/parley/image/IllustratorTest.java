package parley.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.conversation.ContentType;
import parley.conversation.Conversation;
import parley.conversation.ConversationTarget;
import parley.conversation.CoreUnderTest;
import parley.conversation.MemoryPolicy;
import parley.conversation.Message;
import parley.conversation.MessageStatus;
import parley.conversation.NewMessage;
import parley.conversation.Turn;
import parley.conversation.TurnHandle;
import parley.conversation.TurnRequest;
import parley.error.ErrorCode;
import parley.image.intent.Intents;
import parley.limit.Unlimited;
import parley.llm.ModelOptions;
import parley.llm.OutputFormat;
import parley.llm.Part;
import parley.llm.Role;
import parley.llm.Sampling;
import parley.llm.ToolUse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Turns that want pictures, through the whole core.
final class IllustratorTest {
    @TempDir private Path home;
    private final InstantImages images = new InstantImages();
    private CoreUnderTest core;
    private Conversation conversation;

    @BeforeEach
    void start() {
        core =
                new CoreUnderTest(
                        home, new Unlimited(), List.of(new Illustrator(images, new Intents(), "")));
        core.core.start();
        conversation = core.newConversation();
    }

    @AfterEach
    void stop() {
        core.close();
    }

    private Message say(String message) throws InterruptedException {
        return answer(core.ask(conversation, message));
    }

    private Message answer(TurnHandle handle) throws InterruptedException {
        Turn turn = handle.await().turn();
        return core.conversations().loadMessage(CoreUnderTest.ACCOUNT, turn.id());
    }

    private Message send(NewMessage message, ModelOptions options) throws InterruptedException {
        return answer(core.turns().start(request(message, options)));
    }

    private TurnRequest request(NewMessage message, ModelOptions options) {
        return new TurnRequest(
                CoreUnderTest.ACCOUNT,
                new ConversationTarget.Existing(conversation.id()),
                List.of(message),
                Optional.empty(),
                options,
                Optional.empty(),
                Message.NO_ATTRIBUTES,
                new MemoryPolicy.ModelBudget(),
                true,
                "test",
                Optional.empty());
    }

    private static JsonNode attributes(Message message) {
        return JsonMapper.shared().readTree(message.attributes());
    }

    private static String intent(Message message) {
        return attributes(message).path("intent").asString("talk");
    }

    private TaskRequest lastRequest() {
        return images.requests().getLast();
    }

    private static String picture(Message message) {
        return attributes(message).path("image_ids").path(0).asString();
    }

    @Test
    void aConversationOfTenTurnsKeepsTrackOfItsPictures() throws InterruptedException {
        Message drawn = say("draw a lighthouse at dusk");
        assertThat(intent(drawn)).isEqualTo("image_generation");
        assertThat(drawn.content())
                .contains("![a lighthouse at dusk](/v1/gallery/" + picture(drawn) + "/file)");

        Message wider = say("wider");
        assertThat(lastRequest().wish())
                .isEqualTo(
                        new ImageWish.Expand(
                                new ImageWish.Sides(250, 250, 0, 0),
                                Optional.empty(),
                                Optional.empty()));
        assertThat(lastRequest().inputs())
                .containsEntry(InputRole.IMAGE, new ImageSource.Kept(picture(drawn)));

        Message cut = say("remove the background");
        assertThat(lastRequest().inputs())
                .containsEntry(InputRole.IMAGE, new ImageSource.Kept(picture(wider)));

        int before = images.requests().size();
        assertThat(intent(say("what can you do?"))).isEqualTo("talk");
        assertThat(images.requests()).hasSize(before);

        Message larger = say("4x");
        assertThat(lastRequest().wish()).isEqualTo(new ImageWish.Upscale(4, 0, 0, "standard"));
        assertThat(lastRequest().inputs())
                .containsEntry(InputRole.IMAGE, new ImageSource.Kept(picture(cut)));
        assertThat(picture(larger)).isNotEqualTo(picture(cut));

        Message undone = say("undo");
        assertThat(picture(undone)).isEqualTo(picture(cut));
        assertThat(images.requests()).hasSize(before + 1);

        Message golden = say("make it golden hour and 2x");
        assertThat(attributes(golden).path("steps")).hasSize(2);
        assertThat(intent(golden)).isEqualTo("upscale");
        assertThat(images.requests().get(before + 1).inputs())
                .containsEntry(InputRole.IMAGE, new ImageSource.Kept(picture(cut)));

        Message night = say("the first one again but at night");
        assertThat(lastRequest().wish().words()).contains("a lighthouse at night");
        assertThat(lastRequest().seed()).hasValue(41);

        assertThat(intent(say("remove the sky"))).isEqualTo("remove_background");
        assertThat(intent(say("no"))).isEqualTo("talk");
        say("upscale it");
        assertThat(lastRequest().inputs())
                .containsEntry(InputRole.IMAGE, new ImageSource.Kept(picture(night)));
    }

    @Test
    void aQuestionIsPutAndItsAnswerUnderstood() throws InterruptedException {
        say("draw a house");
        Message asked = say("try a different style");

        assertThat(asked.content()).startsWith("In which style?").contains("- Watercolour");
        assertThat(attributes(asked).path("asked").path("message").asString())
                .isEqualTo("try a different style");

        assertThat(intent(say("the second"))).isEqualTo("style_transfer");
        assertThat(lastRequest().wish())
                .isInstanceOfSatisfying(
                        ImageWish.StyleTransfer.class,
                        wish -> assertThat(wish.engineStyle()).contains("oil"));
    }

    @Test
    void picturesInsideMessagesAreWorkedOn() throws InterruptedException {
        Part.Image photo = new Part.Image("image/png", "AQID", Optional.empty());
        NewMessage message =
                new NewMessage(
                        Role.USER,
                        "remove the background",
                        ContentType.TEXT,
                        Message.NO_ATTRIBUTES,
                        List.of(new Part.Text("remove the background"), photo));

        Message cut = send(message, ModelOptions.DEFAULT);
        assertThat(intent(cut)).isEqualTo("remove_background");

        Message original = say("show me the original");
        assertThat(picture(original))
                .isEqualTo(attributes(cut).path("steps").path(0).path("picture").asString());
    }

    @Test
    void attachmentsAreWorkedOn() throws InterruptedException {
        KeptImage kept =
                images.keep(
                        CoreUnderTest.ACCOUNT,
                        Optional.empty(),
                        "image",
                        new ImageSource.Kept("img"));
        NewMessage message =
                new NewMessage(
                        Role.USER,
                        "make it brighter",
                        ContentType.TEXT,
                        "{\"attachments\":[\"%s\"]}".formatted(kept.id()));

        assertThat(intent(send(message, ModelOptions.DEFAULT))).isEqualTo("relight");
        assertThat(lastRequest().inputs())
                .containsEntry(InputRole.IMAGE, new ImageSource.Kept(kept.id()));
    }

    @Test
    void aFailureIsSaidAndKept() throws InterruptedException {
        Message failed = say("draw a fail boat");

        assertThat(failed.status()).isEqualTo(MessageStatus.COMPLETE);
        assertThat(failed.content()).contains("The brush broke.");
        assertThat(attributes(failed).path("task_id").asString()).isEqualTo("imt_1");
        assertThat(attributes(failed).path("steps").path(0).path("error").path("code").asString())
                .isEqualTo("engine_failed");
    }

    @Test
    void aRefusalForLimitsIsTheTurnsFailure() throws InterruptedException {
        Turn turn = core.ask(conversation, "draw a busy street").await().turn();

        assertThat(turn.failure())
                .contains(new Turn.Failure(ErrorCode.RATE_LIMITED, "Too many pictures at once."));
    }

    @Test
    void anEnginesDoubtIsTold() throws InterruptedException {
        assertThat(say("draw a doubtful duck").content()).contains("confidence 20 %");
    }

    @Test
    void stoppingATurnCancelsItsTaskAndTheMessageNamesIt() throws InterruptedException {
        TurnHandle handle = core.ask(conversation, "draw people who hold hands");
        images.awaitHolding();
        core.turns().stop(CoreUnderTest.ACCOUNT, handle.turn().id());

        Message stopped = answer(handle);
        assertThat(stopped.status()).isEqualTo(MessageStatus.CANCELLED);
        assertThat(images.tasks().getLast().status()).isEqualTo(TaskStatus.CANCELLED);
        assertThat(attributes(stopped).path("task_id").asString()).isEqualTo("imt_1");
    }

    @Test
    void theServersEndCancelsNothing() throws InterruptedException {
        core.ask(conversation, "draw people who hold hands");
        images.awaitHolding();
        core.close();

        assertThat(images.tasks().getLast().status()).isEqualTo(TaskStatus.IN_PROGRESS);
    }

    @Test
    void turnsWithToolsOrInJsonAreTheModels() throws InterruptedException {
        ToolUse tools =
                new ToolUse(
                        List.of(new ToolUse.Tool("paint", "Paints.", "{}", false)),
                        new ToolUse.ToolChoice.Auto(),
                        true);
        send(NewMessage.text(Role.USER, "draw a cat"), ModelOptions.DEFAULT.withTools(tools));
        send(
                NewMessage.text(Role.USER, "draw a cat"),
                new ModelOptions(
                        Sampling.DEFAULT,
                        ToolUse.NONE,
                        new OutputFormat.JsonObject(),
                        Optional.empty()));

        assertThat(images.requests()).isEmpty();
    }

    @Test
    void severalPicturesAreEachWorkedOnAndShown() throws InterruptedException {
        Message cat = say("draw a cat");
        Message dog = say("draw a dog");
        say("draw a fox");

        Message wider = say("make the first one and the second one wider");

        List<String> made = new ArrayList<>();
        attributes(wider).path("image_ids").forEach(id -> made.add(id.asString()));
        assertThat(made).hasSize(2).doesNotHaveDuplicates();
        assertThat(made).allSatisfy(id -> assertThat(wider.content()).contains(id));
        assertThat(images.requests().subList(3, 5))
                .extracting(request -> request.inputs().get(InputRole.IMAGE))
                .containsExactly(
                        new ImageSource.Kept(picture(cat)), new ImageSource.Kept(picture(dog)));
    }

    @Test
    void whereOnePictureFailsTheOthersAreMade() throws InterruptedException {
        say("draw a cat");
        say("draw a dog");
        String cat = picture(say("the first one"));
        images.gallery().delete(CoreUnderTest.ACCOUNT, cat);

        Message wider = say("make the first one and the second one wider");

        assertThat(wider.content()).contains("There is no picture " + cat);
        assertThat(attributes(wider).path("image_ids")).hasSize(1);
    }

    @Test
    void theSameInOtherWordsDrawsAgainAndGoesTheSameSteps() throws InterruptedException {
        say("draw two red apples");
        say("upscale it 2x");

        Message night = say("the same but at night");

        assertThat(images.requests()).hasSize(4);
        TaskRequest drawn = images.requests().get(2);
        assertThat(drawn.wish().words()).contains("two red apples at night");
        assertThat(drawn.seed()).hasValue(41);
        String between =
                attributes(night).path("steps").path(0).path("image_ids").path(0).asString();
        assertThat(lastRequest().inputs())
                .containsEntry(InputRole.IMAGE, new ImageSource.Kept(between));
        assertThat(night.content()).doesNotContain(between).contains(picture(night));
    }

    @Test
    void undoingAnAdjustmentShowsWhatWasThereBefore() throws InterruptedException {
        Message drawn = say("draw a cat");
        Message golden = say("make it golden hour");
        say("not so strong");

        assertThat(picture(say("undo"))).isEqualTo(picture(golden));
        assertThat(picture(say("undo"))).isEqualTo(picture(drawn));
        Message end = say("undo");
        assertThat(end.content()).isEqualTo("There is no picture before this one.");
        assertThat(intent(end)).isEqualTo("talk");
    }

    @Test
    void whatIsAtItsEndIsNotMadeAgain() throws InterruptedException {
        say("draw a cat");
        say("make it golden hour");
        int before = images.requests().size();

        assertThat(say("a bit more").content()).isEqualTo("It is as strong as it can be already.");
        assertThat(images.requests()).hasSize(before);
    }
}
