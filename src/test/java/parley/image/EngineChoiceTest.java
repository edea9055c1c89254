package parley.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import parley.error.AppException;
import parley.error.ErrorCode;
import parley.image.ImageEngineException.Kind;

/// Who is asked, and who next.
final class EngineChoiceTest {
    @TempDir private Path home;
    private TaskBench bench;
    private final PuppetEngine best = new PuppetEngine("best");
    private final PuppetEngine builtin = new PuppetEngine("builtin");

    @BeforeEach
    void open() {
        bench = new TaskBench(home);
    }

    @AfterEach
    void close() {
        bench.close();
    }

    private ImageTasks server() {
        return bench.server(best, builtin);
    }

    private TaskBench.Asking drawing() {
        return bench.asking(TaskBench.drawing("a fish", 1));
    }

    @ParameterizedTest
    @EnumSource(
            value = Kind.class,
            names = {"TEMPORARY", "MISCONFIGURED", "FAILED"})
    void theNextOneDoesItAndThatIsSaid(Kind kind) throws InterruptedException {
        best.fails(kind, "It is loading.");

        ImageTask done = drawing().doneBy(server());

        assertThat(done.engine()).contains("builtin");
        assertThat(done.warnings())
                .containsExactly(
                        "Asked.", "best could not do it (It is loading); builtin did.", "Painted.");
    }

    @Test
    void nobodyElseIsAskedAfterARefusal() throws InterruptedException {
        best.fails(Kind.REFUSED, "It is not drawn.");

        ImageTask done = drawing().doneBy(server());

        assertThat(done.status()).isEqualTo(TaskStatus.FAILED);
        assertThat(done.failure())
                .contains(new ImageTask.Failure("content_filtered", "It is not drawn.", false));
        assertThat(done.engine()).contains("best");
        assertThat(builtin.jobs).isEmpty();
    }

    @Test
    void nobodyElseIsAskedWhereOneWasNamed() throws InterruptedException {
        best.fails(Kind.TEMPORARY, "It is busy.");

        ImageTask done = drawing().with("best").doneBy(server());

        assertThat(done.failure())
                .contains(new ImageTask.Failure("engine_unavailable", "It is busy.", true));
        assertThat(builtin.jobs).isEmpty();
    }

    @Test
    void theNamedOneIsAskedThoughItIsNotTheBest() throws InterruptedException {
        ImageTask done = drawing().with("builtin").doneBy(server());

        assertThat(done.engine()).contains("builtin");
        assertThat(best.jobs).isEmpty();
    }

    @Test
    void anUnknownNameIsRefusedWithThoseThereAre() {
        ImageTasks tasks = bench.server(new PuppetEngine("lame", Set.of(), List.of()), builtin);

        for (String name : List.of("nobody", "lame")) {
            assertThatThrownBy(() -> drawing().with(name).sentTo(tasks))
                    .isInstanceOfSatisfying(
                            AppException.class,
                            e -> assertThat(e.code()).isEqualTo(ErrorCode.INVALID_REQUEST))
                    .hasMessage(
                            "There is no engine \"%s\" that can do image_generation. There are: builtin."
                                    .formatted(name));
        }
    }

    @Test
    void anEngineThatBreaksIsNotShownToAnybody() throws InterruptedException {
        builtin.does((_, _) -> {
            throw new IllegalStateException("secret inside");
        });

        ImageTask done = drawing().doneBy(bench.server(builtin));

        ImageTask.Failure failure = done.failure().orElseThrow();
        assertThat(failure.code()).isEqualTo("engine_failed");
        assertThat(failure.sentence())
                .isEqualTo("The engine builtin failed. The server's log says more.");
    }

    @Test
    void aWishThatDoesNotFitIsNobodyElsesEither() throws InterruptedException {
        best.does((_, _) -> {
            throw new AppException(ErrorCode.UNPROCESSABLE, "The two do not fit.");
        });

        ImageTask done = drawing().doneBy(server());

        assertThat(done.failure())
                .contains(new ImageTask.Failure("unprocessable", "The two do not fit.", false));
        assertThat(builtin.jobs).isEmpty();
    }

    @Test
    void theOneThatHasTheModelComesFirst() throws InterruptedException {
        PuppetEngine having =
                new PuppetEngine("having", Set.of(ImageFeature.values()), List.of("m-1", "m-2"));

        ImageTask done = drawing().withModel("m-2").doneBy(bench.server(best, having));

        assertThat(done.engine()).contains("having");
        assertThat(done.model()).contains("m-2");
    }

    @Test
    void aModelThatNobodyHasIsReplacedAndThatIsSaid() throws InterruptedException {
        ImageTask done = drawing().withModel("flux-dev").doneBy(server());

        assertThat(done.engine()).contains("best");
        assertThat(done.model()).contains("brush");
        assertThat(done.warnings()).contains("There is no model \"flux-dev\"; best took its own.");
    }
}
