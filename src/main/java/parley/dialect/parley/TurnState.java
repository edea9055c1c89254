package parley.dialect.parley;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A turn with its text so far, as one flat object.
///
/// @param parts all it says so far; left out where that is nothing but the text
record TurnState(
        @JsonUnwrapped ShownTurn turn,
        String text,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<ShownPart> parts) {}
