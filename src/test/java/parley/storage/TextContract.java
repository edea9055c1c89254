package parley.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import parley.conversation.Conversation;
import parley.conversation.Message;
import parley.conversation.MessageStatus;
import parley.conversation.NewMessage;
import parley.conversation.Turn;
import parley.conversation.TurnPiece;
import parley.llm.Role;

/// Holds for texts on every database.
abstract class TextContract extends StoreContract {
    private static final int TEXTS = 5_000;

    /// Borders of planes and of encodings, controls, quotes, what normalisation would change, what
    /// line readers break at.
    private static final int[] SPECIAL = {
        1, 8, 9, 10, 13, 0x1b, '\'', '"', '\\', '%', '$', '?', 0x7f, 0x80, 0x85, 0xad, 0x301, 0x7ff,
        0x800, 0x2028, 0x2029, 0x202e, 0xd7ff, 0xe000, 0xfeff, 0xfffd, 0xfffe, 0xffff, 0x10000,
        0x1f41f, 0xfffff, 0x10ffff
    };

    @Test
    void validUnicodeComesBackCodePointByCodePoint() {
        Random random = new Random(7);
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < TEXTS; i++) {
            texts.add(randomText(random));
        }
        Conversation conversation = newConversation();
        for (String text : texts) {
            append(conversation, text);
        }
        assertThat(read(conversation)).isEqualTo(texts);
    }

    @Test
    void aTextInPiecesIsTheSameText() {
        Random random = new Random(8);
        Turn turn = startIn(newConversation().id());
        StringBuilder whole = new StringBuilder();
        List<TurnPiece> pieces = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            String text = "x" + randomText(random);
            pieces.add(new TurnPiece(turn.id(), whole.length(), text));
            whole.append(text);
        }
        stores().turns().append(pieces);
        assertThat(stores().turns().text(turn.id())).contains(whole.toString());
        stores().turns().finish(endOf(turn, MessageStatus.COMPLETE, whole.toString()));
        assertThat(stores().turns().text(turn.id())).contains(whole.toString());
    }

    @Test
    void whatNoDatabaseHoldsIsLeftOut() {
        Conversation conversation = newConversation();
        String fish = "\uD83D\uDC1F";
        Message stored = append(conversation, "a\0b\uD800c\uDC00" + fish + "\uD83D");
        assertThat(stored.content()).isEqualTo("abc" + fish);
        append(conversation, "\uDC1F\uD83D");
        assertThat(read(conversation)).containsExactly("abc" + fish, "");
    }

    @Test
    void aLongTextIsStoredWhole() {
        Conversation conversation = newConversation();
        String text = "\uD83D\uDC1F fish ".repeat(400_000);
        append(conversation, text);
        assertThat(read(conversation)).containsExactly(text);
    }

    private Message append(Conversation conversation, String text) {
        return stores().conversations()
                .append(account(), conversation.id(), NewMessage.text(Role.USER, text), "", NOON)
                .orElseThrow();
    }

    private List<String> read(Conversation conversation) {
        return stores().conversations().messages(conversation.id(), 0, TEXTS).stream()
                .map(Message::content)
                .toList();
    }

    private static String randomText(Random random) {
        StringBuilder text = new StringBuilder();
        int length = random.nextInt(40);
        for (int i = 0; i < length; i++) {
            text.appendCodePoint(randomCodePoint(random));
        }
        return text.toString();
    }

    private static int randomCodePoint(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> SPECIAL[random.nextInt(SPECIAL.length)];
            case 1 -> random.nextInt(1, 0x250);
            case 2 -> random.nextInt(0xe000, 0x110000);
            default -> random.nextInt(1, 0xd800);
        };
    }
}
