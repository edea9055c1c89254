package parley.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

final class JsonElementsTest {
    private static final long PLENTY = 10_000;

    @Test
    void theElementsOfAListComeOneByOne() {
        assertThat(read("[{\"a\": 1}, 2, [3], \"four\", null]", PLENTY))
                .containsExactly("{\"a\":1}", "2", "[3]", "\"four\"", "null");
    }

    @Test
    void linesAndOneObjectAndAWrapperComeTheSameWay() {
        assertThat(read("{\"a\": 1}\n{\"a\": 2}\n", PLENTY))
                .containsExactly("{\"a\":1}", "{\"a\":2}");
        assertThat(read("\ufeff {\"a\": [1, 2]}", PLENTY)).containsExactly("{\"a\":[1,2]}");
        assertThat(
                        read(
                                "{\"x\": 1, \"conversations\": [{\"a\": 1}, {\"a\": 2}], \"y\": {}}",
                                PLENTY))
                .containsExactly("{\"a\":1}", "{\"a\":2}");
    }

    @Test
    void whatIsTooLongIsPassedOverAndTheRestComes() {
        String big = "{\"a\": [\"%s\", {\"b\": [1, 2]}], \"c\": 3}".formatted("x".repeat(300));

        assertThat(read("[{\"n\": 1}, %s, {\"n\": 2}]".formatted(big), 400))
                .containsExactly("{\"n\":1}", "too long", "{\"n\":2}");
        assertThat(read(big + "{\"n\": 2}", 400)).containsExactly("too long", "{\"n\":2}");
    }

    @Test
    void aCheckReadsToTheEnd() {
        JsonElements.check(stream("[{\"a\": \"\u00e4\"}, 2]"), PLENTY);
        assertThatThrownBy(() -> JsonElements.check(stream("[{\"a\": 1}, {\"b"), PLENTY))
                .isInstanceOf(JacksonException.class);
        assertThatThrownBy(() -> JsonElements.check(stream("[\"\\x\"]"), PLENTY))
                .isInstanceOf(JacksonException.class);
    }

    private static List<String> read(String text, long most) {
        List<String> found = new ArrayList<>();
        try (JsonElements elements = new JsonElements(stream(text), most)) {
            for (var next = elements.next(); next.isPresent(); next = elements.next()) {
                found.add(next.get().node().map(JsonNode::toString).orElse("too long"));
            }
        }
        return found;
    }

    private static ByteArrayInputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
