package parley.dialect.parley;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

/// A turn with its text so far, as one flat object.
record TurnState(@JsonUnwrapped ShownTurn turn, String text) {}
