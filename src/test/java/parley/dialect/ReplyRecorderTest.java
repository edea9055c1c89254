package parley.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import parley.reply.Reply;

/// What is taken down of an answer, with room for eight bytes.
final class ReplyRecorderTest {
    private final List<Reply> kept = new ArrayList<>();
    private final List<Reply> meanwhile = new ArrayList<>();
    private int released;
    private final ReplyRecorder recorder =
            new ReplyRecorder(
                    new ReplyRecorder.Keeper() {
                        @Override
                        public boolean keep(Reply reply) {
                            return kept.add(reply);
                        }

                        @Override
                        public void keepMeanwhile(Reply reply) {
                            meanwhile.add(reply);
                        }

                        @Override
                        public void release() {
                            released++;
                        }
                    },
                    8);

    @Test
    void anAnswerThatFitsIsKeptOnce() {
        recorder.answeredBy("builtin/parley");
        recorder.keep(200, "application/json", new byte[8]);
        recorder.keep(200, "application/json", new byte[7]);

        recorder.giveUp();

        assertThat(released).isZero();
        assertThat(kept).singleElement().extracting(reply -> reply.body().length).isEqualTo(8);
        assertThat(kept.getFirst().answeredBy()).contains("builtin/parley");
    }

    @Test
    void anAnswerThatIsTooLongIsNot() {
        recorder.keep(200, "application/json", new byte[9]);
        recorder.giveUp();

        assertThat(released).isEqualTo(1);
        assertThat(kept).isEmpty();
    }

    @Test
    void eventsAreKeptInTheirOrder() {
        recorder.add(new byte[] {1, 2, 3});
        recorder.add(new byte[] {4, 5, 6, 7, 8});
        recorder.keepEvents();

        assertThat(kept.getFirst().body()).containsExactly(1, 2, 3, 4, 5, 6, 7, 8);
    }

    @Test
    void ofAStreamThatIsTooLongNothingIsKept() {
        recorder.add(new byte[5]);
        recorder.add(new byte[4]);
        recorder.add(new byte[1]);
        recorder.keepEvents();

        assertThat(released).isEqualTo(1);
        assertThat(kept).isEmpty();
    }

    @Test
    void whatWasGivenUpIsNotKeptAfterwards() {
        recorder.giveUp();
        recorder.keep(200, "application/json", new byte[1]);

        assertThat(kept).isEmpty();
        assertThat(released).isEqualTo(1);
    }

    @Test
    void whatIsKeptMeanwhileSettlesNothing() {
        recorder.keepMeanwhile(new byte[1]);
        recorder.keepMeanwhile(new byte[9]);
        assertThat(meanwhile).hasSize(1);

        recorder.keep(200, "application/json", new byte[2]);

        assertThat(kept).hasSize(1);
        assertThat(released).isZero();
    }
}
