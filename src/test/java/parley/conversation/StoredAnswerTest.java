package parley.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import parley.llm.Part;

/// Answers as the store has them, piece by piece.
final class StoredAnswerTest {
    @Test
    void argumentsThatWereStoredInPiecesAreOneAgain() {
        StoredAnswer stored =
                new StoredAnswer(
                        List.of(),
                        List.of(
                                new Said.Call("a", "keep"),
                                new Said.Arguments("{\"name\":"),
                                new Said.Arguments("\"cat\"}"),
                                new Said.Call("b", "send"),
                                new Said.Arguments("{\"to\":"),
                                new Said.Arguments(" ")));

        List<AnswerPart> parts = AnswerPart.of(stored.all(), false);

        assertThat(AnswerPart.whole(parts))
                .containsExactly(new Part.ToolCall("a", "keep", "{\"name\":\"cat\"}"));
    }
}
