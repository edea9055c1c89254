package parley.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import parley.conversation.ConversationTarget;
import parley.conversation.MemoryPolicy;
import parley.conversation.Message;
import parley.conversation.MessageStatus;
import parley.conversation.NewMessage;
import parley.conversation.Turn;
import parley.conversation.TurnStart;
import parley.conversation.TurnStarted;
import parley.conversation.TurnWish;
import parley.llm.ModelOptions;
import parley.llm.OutputFormat;
import parley.llm.Role;
import parley.llm.Sampling;
import parley.llm.ToolUse;

/// Holds for what goes on with a turn, on every database.
abstract class TurnWishContract extends StoreContract {
    @Test
    void howATurnWasAskedForIsKeptUntilItIsComplete() {
        TurnWish wish =
                new TurnWish(
                        new ModelOptions(
                                new Sampling(OptionalDouble.of(0.5), OptionalInt.of(9)),
                                ToolUse.NONE,
                                new OutputFormat.JsonObject(),
                                Optional.of("low")),
                        Optional.of("Be kind."),
                        new MemoryPolicy.LastPairs(3, true));
        TurnStart start =
                new TurnStart(
                        account(),
                        new ConversationTarget.Existing(newConversation().id()),
                        List.of(NewMessage.text(Role.USER, "hello")),
                        "",
                        Optional.empty(),
                        Optional.empty(),
                        "test",
                        "builtin/parley",
                        MessageStatus.RUNNING,
                        Message.NO_ATTRIBUTES,
                        wish,
                        NODE,
                        Optional.empty(),
                        NOON);
        Turn turn = ((TurnStarted.New) stores().turns().start(start)).turn();
        stores().turns().finish(endOf(turn, MessageStatus.INTERRUPTED, "It is "));
        assertThat(stores().turns().resume(account(), turn.id(), NODE)).isPresent();
        assertThat(stores().turns().wish(turn.id())).isEqualTo(wish);

        stores().turns().finish(endOf(turn, MessageStatus.COMPLETE, "It is."));
        assertThat(stores().turns().wish(turn.id())).isEqualTo(TurnWish.DEFAULT);
        assertThat(stores().turns().wish(startIn(newConversation().id()).id()))
                .isEqualTo(TurnWish.DEFAULT);
    }
}
