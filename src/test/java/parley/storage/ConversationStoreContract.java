package parley.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import parley.conversation.ContentType;
import parley.conversation.Conversation;
import parley.conversation.ConversationStore;
import parley.conversation.Message;
import parley.conversation.MessageStatus;
import parley.conversation.NewConversation;
import parley.conversation.NewMessage;
import parley.conversation.TurnPiece;
import parley.error.AppException;
import parley.error.ErrorCode;
import parley.llm.Role;

/// Holds for conversations and their messages on every database.
abstract class ConversationStoreContract extends StoreContract {
    @Test
    void whatIsMadeIsFoundAsItWasMade() {
        NewConversation wish =
                NewConversation.of(account())
                        .withTitle("Fish")
                        .withModel(Optional.of("gpt-4"))
                        .withEndUser("maria")
                        .withAlias("session-1");
        Conversation made = conversations().create(wish, NOON.plusNanos(999_999));
        assertThat(made)
                .isEqualTo(
                        new Conversation(
                                made.id(),
                                account(),
                                "Fish",
                                Optional.of("gpt-4"),
                                Optional.of("maria"),
                                Optional.of("session-1"),
                                OptionalLong.empty(),
                                NOON,
                                NOON.plusNanos(999_000)));
        assertThat(conversations().find(account(), made.id())).contains(made);
        assertThat(conversations().findByAlias(account(), "session-1")).contains(made);
    }

    @Test
    void whatBelongsToAnotherAccountIsNotThere() {
        Conversation mine =
                conversations().create(NewConversation.of(account()).withAlias("session-1"), NOON);
        Message message = append(mine, "hello");
        long stranger = newAccount();

        assertThat(conversations().find(stranger, mine.id())).isEmpty();
        assertThat(conversations().findByAlias(stranger, "session-1")).isEmpty();
        assertThat(conversations().findMessage(stranger, message.id())).isEmpty();
        assertThat(conversations().rename(stranger, mine.id(), "stolen", NOON)).isFalse();
        assertThat(conversations().switchModel(stranger, mine.id(), "stolen", NOON)).isFalse();
        assertThat(conversations().attachDataSource(stranger, mine.id(), OptionalLong.of(1), NOON))
                .isFalse();
        assertThat(conversations().append(stranger, mine.id(), user("stolen"), "", NOON)).isEmpty();
        assertThat(conversations().delete(stranger, mine.id())).isFalse();
        assertThat(conversations().find(account(), mine.id())).contains(mine);
        assertThat(texts(mine)).containsExactly("hello");
    }

    @Test
    void accountsMayUseTheSameAlias() {
        NewConversation mine = NewConversation.of(account()).withAlias("session-1");
        NewConversation theirs = NewConversation.of(newAccount()).withAlias("session-1");
        assertThat(conversations().create(mine, NOON).id())
                .isNotEqualTo(conversations().create(theirs, NOON).id());
    }

    @Test
    void anAliasIsGivenOnce() {
        NewConversation wish = NewConversation.of(account()).withAlias("session-1");
        conversations().create(wish, NOON);
        assertThatThrownBy(() -> conversations().create(wish, NOON))
                .isInstanceOfSatisfying(
                        AppException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.CONFLICT))
                .hasMessageContaining("session-1");
    }

    @Test
    void namesThatNoIndexTakesAreRefused() {
        NewConversation wish = NewConversation.of(account()).withAlias("x".repeat(501));
        assertThatThrownBy(() -> conversations().create(wish, NOON))
                .isInstanceOfSatisfying(
                        AppException.class, e -> assertThat(e.parameter()).contains("alias"))
                .hasMessageContaining("501");
        NewConversation longest =
                NewConversation.of(account()).withAlias("\uD83D\uDC1F".repeat(250));
        assertThat(conversations().create(longest, NOON).alias()).isEqualTo(longest.alias());
    }

    @Test
    void changesAreSeenAndMoveTheUpdate() {
        long id = newConversation().id();
        assertThat(conversations().rename(account(), id, "Fish", NOON.plusSeconds(1))).isTrue();
        assertThat(conversations().switchModel(account(), id, "gpt-4", NOON.plusSeconds(2)))
                .isTrue();
        assertThat(
                        conversations()
                                .attachDataSource(
                                        account(), id, OptionalLong.of(7), NOON.plusSeconds(3)))
                .isTrue();
        Conversation changed = conversations().find(account(), id).orElseThrow();
        assertThat(changed.title()).isEqualTo("Fish");
        assertThat(changed.model()).contains("gpt-4");
        assertThat(changed.dataSourceId()).hasValue(7);
        assertThat(changed.updatedAt()).isEqualTo(NOON.plusSeconds(3));
        assertThat(changed.createdAt()).isEqualTo(NOON);

        conversations().attachDataSource(account(), id, OptionalLong.empty(), NOON);
        assertThat(conversations().find(account(), id).orElseThrow().dataSourceId()).isEmpty();
    }

    @Test
    void aClockThatGoesBackDoesNotMakeAConversationOlder() {
        long id = newConversation().id();
        conversations().append(account(), id, user("hello"), "", NOON.minusSeconds(60));
        assertThat(conversations().find(account(), id).orElseThrow().updatedAt()).isEqualTo(NOON);
    }

    @Test
    void messagesKeepTheirOrderAndEverythingAboutThem() {
        Conversation conversation = newConversation();
        NewMessage image =
                new NewMessage(
                        Role.ASSISTANT, "/images/1", ContentType.IMAGE, "{\"prompt\":\"a fish\"}");
        Message first = append(conversation, "one");
        Message second =
                conversations()
                        .append(account(), conversation.id(), image, "", NOON.plusSeconds(1))
                        .orElseThrow();
        assertThat(first.sequence()).isEqualTo(1);
        assertThat(second)
                .isEqualTo(
                        new Message(
                                second.id(),
                                conversation.id(),
                                2,
                                Role.ASSISTANT,
                                "/images/1",
                                ContentType.IMAGE,
                                "{\"prompt\":\"a fish\"}",
                                MessageStatus.COMPLETE,
                                NOON.plusSeconds(1)));
        assertThat(conversations().messages(conversation.id(), 0, 10))
                .containsExactly(first, second);
        assertThat(conversations().findMessage(account(), second.id())).contains(second);
        assertThat(conversations().find(account(), conversation.id()).orElseThrow().updatedAt())
                .isEqualTo(NOON.plusSeconds(1));
    }

    @Test
    void historyIsReadInPagesFromBothEnds() {
        Conversation conversation = newConversation();
        for (int i = 1; i <= 7; i++) {
            append(conversation, "message " + i);
        }
        assertThat(conversations().messages(conversation.id(), 2, 3))
                .extracting(Message::sequence)
                .containsExactly(3L, 4L, 5L);
        assertThat(conversations().messagesBefore(conversation.id(), 5, 3))
                .extracting(Message::sequence)
                .containsExactly(2L, 3L, 4L);
        assertThat(conversations().messagesBefore(conversation.id(), Long.MAX_VALUE, 2))
                .extracting(Message::content)
                .containsExactly("message 6", "message 7");
        assertThat(conversations().messages(conversation.id(), 7, 3)).isEmpty();
    }

    @Test
    void theFirstTitleStays() {
        Conversation conversation = newConversation();
        conversations().append(account(), conversation.id(), user("a"), "", NOON);
        conversations().append(account(), conversation.id(), user("b"), "First", NOON);
        conversations().append(account(), conversation.id(), user("c"), "Second", NOON);
        assertThat(conversations().find(account(), conversation.id()).orElseThrow().title())
                .isEqualTo("First");
    }

    @Test
    void deletingTakesEverythingWithIt() {
        Conversation conversation = newConversation();
        Message message = append(conversation, "hello");
        startIn(conversation.id());

        assertThat(conversations().delete(account(), conversation.id())).isTrue();
        assertThat(conversations().find(account(), conversation.id())).isEmpty();
        assertThat(conversations().findMessage(account(), message.id())).isEmpty();
        assertThat(conversations().messages(conversation.id(), 0, 10)).isEmpty();
        assertThat(conversations().delete(account(), conversation.id())).isFalse();
    }

    @Test
    void deletedMessagesLeaveTheRestWhereItWas() {
        Conversation conversation = newConversation();
        Message first = append(conversation, "a");
        append(conversation, "b");
        append(conversation, "c");
        Message last = append(conversation, "d");
        long id = conversation.id();

        assertThat(conversations().deleteMessages(newAccount(), id, 1, 4)).isFalse();
        assertThat(conversations().deleteMessages(account(), id, 2, 3)).isTrue();
        assertThat(conversations().messages(id, 0, 10)).containsExactly(first, last);
        assertThat(append(conversation, "e").sequence()).isEqualTo(5);
        assertThat(conversations().deleteMessages(account(), id, 2, 3)).isFalse();
        assertThat(conversations().deleteMessages(account(), id, 1, 5)).isTrue();
        assertThat(conversations().find(account(), id)).isEmpty();
    }

    @Test
    void idsAreNeverGivenTwice() {
        Conversation conversation = newConversation();
        Message message = append(conversation, "hello");
        conversations().delete(account(), conversation.id());
        Conversation next = newConversation();
        assertThat(next.id()).isGreaterThan(conversation.id());
        assertThat(append(next, "hello").id()).isGreaterThan(message.id());
    }

    @Test
    void anAnswerThatIsBeingWrittenShowsWhatIsThere() {
        Conversation conversation = newConversation();
        long turn = startIn(conversation.id()).id();
        stores().turns()
                .append(
                        List.of(
                                new TurnPiece(turn, 0, "It is "),
                                new TurnPiece(turn, 6, "twelve")));
        assertThat(texts(conversation)).containsExactly("How much is it?", "It is twelve");
        assertThat(conversations().findMessage(account(), turn).orElseThrow().status())
                .isEqualTo(MessageStatus.RUNNING);
    }

    private ConversationStore conversations() {
        return stores().conversations();
    }

    private Message append(Conversation conversation, String text) {
        return conversations()
                .append(account(), conversation.id(), user(text), "", NOON)
                .orElseThrow();
    }

    private List<String> texts(Conversation conversation) {
        return conversations().messages(conversation.id(), 0, 100).stream()
                .map(Message::content)
                .toList();
    }

    private static NewMessage user(String text) {
        return NewMessage.text(Role.USER, text);
    }
}
