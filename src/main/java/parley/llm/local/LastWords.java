package parley.llm.local;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The last lines that a process printed, and a thread that reads them, so that it is never held
/// up.
final class LastWords {
    private static final Logger LOG = LoggerFactory.getLogger(LastWords.class);
    private static final int LINES = 50;
    private static final int LINES_LOGGED = 5;
    private static final int LONGEST_REASON = 200;
    private static final String LOAD_ERROR = "error loading model: ";

    private final Process process;
    private final Deque<String> lines = new ArrayDeque<>();

    private LastWords(Process process) {
        this.process = process;
    }

    static LastWords of(Process process) {
        LastWords words = new LastWords(process);
        Thread.ofVirtual().name("output of a model").start(words::read);
        return words;
    }

    private void read() {
        try (BufferedReader reader = process.inputReader()) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                LOG.debug("{}", line);
                add(line);
            }
        } catch (IOException e) {
            // The process was ended in the middle of a line.
            return;
        }
    }

    private synchronized void add(String line) {
        if (lines.size() == LINES) {
            lines.removeFirst();
        }
        lines.addLast(line);
    }

    /// Writes them to the log.
    synchronized void log(String model) {
        LOG.warn(
                "The process of the model {} could not load it. It last said:\n{}",
                model,
                String.join(
                        "\n",
                        lines.stream().skip(Math.max(0, lines.size() - LINES_LOGGED)).toList()));
    }

    /// Why llama.cpp could not load a model, as far as it can be shown: no paths of this machine.
    synchronized Optional<String> loadError() {
        return lines.stream()
                .filter(line -> line.contains(LOAD_ERROR))
                .map(line -> line.substring(line.indexOf(LOAD_ERROR) + LOAD_ERROR.length()).strip())
                .filter(reason -> !reason.isEmpty() && !reason.contains("/"))
                .map(reason -> reason.substring(0, Math.min(LONGEST_REASON, reason.length())))
                .findFirst();
    }
}
