package parley.http;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/// The `Date` of answers, written once a second.
final class DateHeader {
    private record Written(long second, String text) {}

    private final InstantSource clock;
    private volatile Written last = new Written(Long.MIN_VALUE, "");

    DateHeader(InstantSource clock) {
        this.clock = clock;
    }

    String now() {
        Instant now = clock.instant();
        Written written = last;
        if (written.second() != now.getEpochSecond()) {
            String text = DateTimeFormatter.RFC_1123_DATE_TIME.format(now.atOffset(ZoneOffset.UTC));
            written = new Written(now.getEpochSecond(), text);
            last = written;
        }
        return written.text();
    }
}
