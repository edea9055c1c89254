package parley.bench.target;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Which request gets which script. The model's name says it:
///
/// | model | what it does |
/// |---|---|
/// | `bench` | answers at once |
/// | `bench-wait-20` | waits 20 ms, then answers |
/// | `bench-pace-200-30` | streams 30 tokens, 200 ms apart |
final class Scripts {
    private static final Pattern MODEL =
            Pattern.compile(
                    "\"model\"\\s*:\\s*\"bench(?:-wait-(\\d{1,5})|-pace-(\\d{1,5})-(\\d{1,5}))?\"");
    private static final Pattern STREAMED = Pattern.compile("\"stream\"\\s*:\\s*true");

    private final Map<Asked, Script> prepared = new HashMap<>();

    private record Asked(boolean streamed, int delay, int pace, int tokens) {}

    Script find(String path, byte[] body) {
        return switch (path) {
            case "/v1/models" -> Script.models();
            case "/v1/chat/completions" -> completion(new String(body, StandardCharsets.UTF_8));
            default -> Script.notFound();
        };
    }

    // The body is searched, not parsed: the provider must not be what a relay waits for.
    private Script completion(String body) {
        Matcher model = MODEL.matcher(body);
        if (!model.find()) {
            return Script.notFound();
        }
        Asked asked =
                new Asked(
                        STREAMED.matcher(body).find(),
                        number(model, 1),
                        number(model, 2),
                        number(model, 3));
        return prepared.computeIfAbsent(asked, Scripts::prepare);
    }

    private static Script prepare(Asked asked) {
        Duration delay = Duration.ofMillis(asked.delay());
        if (!asked.streamed()) {
            return Script.answer(delay);
        }
        return asked.tokens() == 0
                ? Script.stream(delay)
                : Script.stream(delay, Duration.ofMillis(asked.pace()), asked.tokens());
    }

    private static int number(Matcher model, int group) {
        String digits = model.group(group);
        return digits == null ? 0 : Integer.parseInt(digits);
    }
}
