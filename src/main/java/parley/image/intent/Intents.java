package parley.image.intent;

import java.util.Optional;
import parley.image.intent.IntentReader.Understood.Talk;
import parley.image.intent.learned.IntentModel;

/// Reads messages by a grammar of verbs, what they are said of, and values; by what the
/// conversation did before; and by a small learned model where no rule reads them.
public final class Intents implements IntentReader {
    private final Guessing guessing = new Guessing(IntentModel.learned());

    @Override
    public Understood read(String message, PictureState state) {
        Utterance text = Utterance.of(message);
        Reading reading = new Reading(state, text);
        if (state.asked().isPresent()) {
            Optional<Understood> own = reading.read(text).filter(Intents::isCertain);
            return own.or(() -> Answers.read(text, state, state.asked().get()))
                    .or(() -> reading.read(text))
                    .or(() -> guessing.read(text, state))
                    .orElseGet(() -> new Talk(0.9));
        }
        return reading.read(text)
                .or(() -> guessing.read(text, state))
                .orElseGet(() -> new Talk(0.9));
    }

    /// Whether a message says by itself what it wants, so that it is no answer.
    private static boolean isCertain(Understood understood) {
        return understood instanceof Understood.Plan plan && plan.confidence() >= Edits.SURE;
    }
}
