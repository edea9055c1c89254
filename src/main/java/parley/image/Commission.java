package parley.image;

import java.util.Optional;
import parley.conversation.Assignment;

/// Somebody's wish for pictures: who asks, and where it is told what becomes of it.
interface Commission {
    long accountId();

    /// The label of the person that the account asks for.
    Optional<String> endUser();

    /// The contract that it came by.
    String contract();

    /// What was said already of this answer, by a run that ended early; empty in a new one.
    String saidBefore();

    void say(String text);

    /// What is kept beside the answer, as the text of a JSON object.
    String kept();

    /// Keeps something beside the answer; other members stay.
    void keep(String attributes);

    /// Whether the work is to end when the thread is interrupted: who asked does not want it any
    /// more.
    boolean stopped();

    /// By a turn of a conversation.
    record OfTurn(Assignment turn) implements Commission {
        @Override
        public long accountId() {
            return turn.conversation().accountId();
        }

        @Override
        public Optional<String> endUser() {
            return turn.conversation().endUser();
        }

        @Override
        public String contract() {
            return turn.request().contract();
        }

        @Override
        public String saidBefore() {
            return turn.saidBefore();
        }

        @Override
        public void say(String text) {
            turn.say(text);
        }

        @Override
        public String kept() {
            return turn.kept();
        }

        @Override
        public void keep(String attributes) {
            turn.keep(attributes);
        }

        @Override
        public boolean stopped() {
            return turn.stopped();
        }
    }
}
