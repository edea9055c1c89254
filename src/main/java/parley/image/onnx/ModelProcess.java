package parley.image.onnx;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.image.ImageEngine.Job;
import parley.image.ImageEngine.Outcome;
import parley.image.ImageEngine.Progress;
import parley.image.ImageEngineException;
import parley.image.ImageEngineException.Kind;

/// A process that runs models, as the server sees it. For one job at a time.
final class ModelProcess implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ModelProcess.class);

    /// What it sees of this program's environment: no keys.
    private static final List<String> PASSED_ON =
            List.of("PATH", "HOME", "LANG", "LC_ALL", "TMPDIR", "LD_LIBRARY_PATH");

    private static final Duration LOOK = Duration.ofMillis(500);

    /// How long it may take to stop before it is ended.
    private static final Duration STOP = Duration.ofSeconds(2);

    private static final long PAGE = 4096;

    private final Process process;
    private final DataOutputStream orders;
    private final long memory;
    private final BlockingQueue<Answer> answers = new LinkedBlockingQueue<>();

    /// What comes from it.
    private sealed interface Answer {
        record Said(Frame frame) implements Answer {}

        record Gone() implements Answer {}
    }

    private ModelProcess(Process process, long memory) {
        this.process = process;
        this.memory = memory;
        orders = new DataOutputStream(new BufferedOutputStream(process.getOutputStream()));
        Thread.ofVirtual().name("answers of a model").start(this::listen);
        Thread.ofVirtual().name("output of a model").start(this::log);
    }

    /// Starts one.
    ///
    /// @param memory how many bytes it may hold before it is ended
    static ModelProcess start(List<String> command, long memory) {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().keySet().retainAll(PASSED_ON);
        try {
            return new ModelProcess(builder.start(), memory);
        } catch (IOException e) {
            throw new ImageEngineException(
                    Kind.TEMPORARY, "The process that runs models cannot be started.", null, e);
        }
    }

    private void listen() {
        try (DataInputStream in =
                new DataInputStream(new BufferedInputStream(process.getInputStream()))) {
            while (true) {
                answers.add(new Answer.Said(Frame.read(in)));
            }
        } catch (IOException e) {
            answers.add(new Answer.Gone());
        } catch (OutOfMemoryError e) {
            LOG.error("What a model made does not fit into memory", e);
            answers.add(new Answer.Gone());
        }
    }

    /// What it prints goes into the log.
    private void log() {
        try (BufferedReader reader = process.errorReader()) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                LOG.info("{}", line);
            }
        } catch (IOException e) {
            // It was ended in the middle of a line.
            return;
        }
    }

    boolean isAlive() {
        return process.isAlive() && !(answers.peek() instanceof Answer.Gone);
    }

    long pid() {
        return process.pid();
    }

    /// Has it do a job, and waits for it. An interrupt stops it.
    ///
    /// @throws ImageEngineException as the model failed, or because the process died
    Outcome run(Job job, Progress progress) throws InterruptedException {
        try {
            JobFrames.run(job).write(orders);
            return outcome(progress);
        } catch (IOException e) {
            throw died();
        } catch (InterruptedException e) {
            stop();
            throw e;
        }
    }

    private Outcome outcome(Progress progress) throws InterruptedException {
        while (true) {
            @Nullable Answer answer = answers.poll(LOOK.toMillis(), TimeUnit.MILLISECONDS);
            switch (answer) {
                case null -> checkMemory();
                case Answer.Gone() -> throw died();
                case Answer.Said(Frame frame) -> {
                    Optional<Outcome> outcome = heard(frame, progress);
                    if (outcome.isPresent()) {
                        return outcome.get();
                    }
                }
            }
        }
    }

    private Optional<Outcome> heard(Frame frame, Progress progress) throws InterruptedException {
        return switch (frame.kind()) {
            case PROGRESS -> {
                progress.at(frame.json().path("at").asDouble(0));
                yield Optional.empty();
            }
            case DONE -> Optional.of(JobFrames.outcome(frame));
            case FAILED -> throw JobFrames.failure(frame);
            case REFUSED -> throw JobFrames.refusal(frame);
            case STOPPED -> throw new InterruptedException("The process was told to stop");
            case RUN, CANCEL -> throw died();
        };
    }

    private void checkMemory() {
        if (resident() > memory) {
            close();
            throw new ImageEngineException(
                    Kind.FAILED,
                    "The model needed more than %,d MB, which is what images.onnx.memory.mb allows."
                            .formatted(memory / 1_000_000));
        }
    }

    /// How many bytes of memory it holds, where the system says so (Linux); else 0.
    private long resident() {
        try {
            String pages =
                    Files.readString(Path.of("/proc", Long.toString(process.pid()), "statm"));
            return Long.parseLong(pages.split(" ")[1]) * PAGE;
        } catch (IOException | NumberFormatException | ArrayIndexOutOfBoundsException e) {
            return 0;
        }
    }

    /// Tells it to stop; one that does not is ended.
    private void stop() {
        try {
            Frame.of(Frame.Kind.CANCEL).write(orders);
            long until = System.nanoTime() + STOP.toNanos();
            while (true) {
                @Nullable Answer answer =
                        answers.poll(until - System.nanoTime(), TimeUnit.NANOSECONDS);
                if (!(answer instanceof Answer.Said(Frame frame))) {
                    break;
                }
                if (frame.kind() != Frame.Kind.PROGRESS) {
                    return;
                }
            }
        } catch (IOException e) {
            LOG.debug("A model's process could not be told to stop", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        close();
    }

    private ImageEngineException died() {
        String reason = reason();
        close();
        return new ImageEngineException(
                Kind.FAILED,
                "The process that ran the model died%s. The next task starts another."
                        .formatted(reason));
    }

    /// Why it ended: the number above 128 is the signal that ended it.
    private String reason() {
        try {
            if (!process.waitFor(STOP.toMillis(), TimeUnit.MILLISECONDS)) {
                return "";
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "";
        }
        int code = process.exitValue();
        return switch (code) {
            case 137 -> " (it was killed, perhaps for want of memory)";
            case 134 -> " (it aborted)";
            case 139 -> " (it broke the rules of memory)";
            default -> " (exit code %d)".formatted(code);
        };
    }

    /// Ends it at once. May be called again.
    @Override
    public void close() {
        process.destroyForcibly();
    }
}
