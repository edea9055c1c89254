package parley.http;

import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/// Gives each request an id that finds it in the log.
final class RequestIds {
    private static final Pattern WELL_FORMED = Pattern.compile("[A-Za-z0-9._-]{1,128}");

    private final String prefix;
    private final AtomicLong counter = new AtomicLong();

    RequestIds(RandomGenerator random) {
        prefix = HexFormat.of().toHexDigits(random.nextInt()) + "-";
    }

    /// The client's own id where it can stand in a log, else a new one.
    String idFor(Optional<String> given) {
        return given.filter(id -> WELL_FORMED.matcher(id).matches())
                .orElseGet(() -> prefix + Long.toHexString(counter.incrementAndGet()));
    }
}
