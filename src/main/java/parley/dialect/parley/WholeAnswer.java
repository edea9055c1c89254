package parley.dialect.parley;

import parley.conversation.TurnHandle;

/// An answer in one piece.
record WholeAnswer(ShownTurn turn, String text) {
    static WholeAnswer of(TurnHandle.Answer answer) {
        return new WholeAnswer(ShownTurn.of(answer.turn()), answer.text());
    }
}
