package parley.dialect.parley;

import java.util.Locale;
import parley.conversation.Turn;

/// Why a turn failed.
record TurnProblem(String code, String sentence) {
    static TurnProblem of(Turn.Failure failure) {
        return new TurnProblem(failure.code().name().toLowerCase(Locale.ROOT), failure.sentence());
    }
}
