package parley.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpHeaders;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Reads a stream of events as the standard says (WHATWG HTML, 9.2.6), and is stricter than it: a
/// line that is not one of ours, or a stream that ends inside an event, fails the test.
public final class SseReader implements AutoCloseable {
    private static final Pattern LINE = Pattern.compile("(id|event|data): .*|: .*", Pattern.DOTALL);

    private final int status;
    private final HttpHeaders headers;
    private final InputStream body;
    private final List<String> comments = new ArrayList<>();

    SseReader(int status, HttpHeaders headers, InputStream body) {
        this.status = status;
        this.headers = headers;
        this.body = new BufferedInputStream(body);
        assertThat(status).as("status").isEqualTo(200);
        assertThat(header("Content-Type")).startsWith("text/event-stream");
    }

    public int status() {
        return status;
    }

    /// @throws java.util.NoSuchElementException if it is not there
    public String header(String name) {
        return headers.firstValue(name).orElseThrow();
    }

    /// The next event that has data; empty at the end of the stream.
    public Optional<SseEvent> next() {
        Optional<String> id = Optional.empty();
        String name = "";
        List<String> data = new ArrayList<>();
        boolean begun = false;
        while (true) {
            Optional<String> read = line();
            if (read.isEmpty()) {
                assertThat(begun).as("the stream ends inside an event").isFalse();
                return Optional.empty();
            }
            String line = read.get();
            if (line.isEmpty()) {
                if (!data.isEmpty()) {
                    return Optional.of(new SseEvent(id, name, String.join("\n", data)));
                }
                begun = false;
                continue;
            }
            assertThat(line).matches(LINE);
            begun = true;
            String value = line.substring(line.indexOf(' ') + 1);
            switch (line.charAt(0)) {
                case 'i' -> id = Optional.of(value);
                case 'e' -> name = value;
                case 'd' -> data.add(value);
                default -> comments.add(value);
            }
        }
    }

    /// The next event, which must come.
    public SseEvent take() {
        return next().orElseThrow(() -> new AssertionError("The stream has ended."));
    }

    /// All events up to the end of the stream.
    public List<SseEvent> rest() {
        List<SseEvent> events = new ArrayList<>();
        for (Optional<SseEvent> event = next(); event.isPresent(); event = next()) {
            events.add(event.get());
        }
        return events;
    }

    /// A line without its end; our server ends lines with a line feed only.
    private Optional<String> line() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            for (int b = body.read(); b != '\n'; b = body.read()) {
                if (b < 0) {
                    assertThat(bytes.size()).as("the stream ends inside a line").isZero();
                    return Optional.empty();
                }
                assertThat(b).as("a carriage return in a line").isNotEqualTo('\r');
                bytes.write(b);
            }
            return Optional.of(
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(ByteBuffer.wrap(bytes.toByteArray()))
                            .toString());
        } catch (CharacterCodingException e) {
            throw new AssertionError("A line is not UTF-8.", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The comments that were read so far.
    public List<String> comments() {
        return List.copyOf(comments);
    }

    @Override
    public void close() {
        try {
            body.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
