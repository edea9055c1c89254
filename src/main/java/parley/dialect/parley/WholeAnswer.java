package parley.dialect.parley;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;
import parley.conversation.TurnHandle;
import parley.llm.Part;

/// An answer in one piece.
///
/// @param parts all it says; left out where that is nothing but the text
record WholeAnswer(
        ShownTurn turn,
        String text,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<ShownPart> parts) {
    static WholeAnswer of(TurnHandle.Answer answer) {
        boolean plain = answer.parts().stream().allMatch(Part.Text.class::isInstance);
        return new WholeAnswer(
                ShownTurn.of(answer.turn()),
                answer.text(),
                plain ? null : ShownPart.of(answer.parts()));
    }
}
