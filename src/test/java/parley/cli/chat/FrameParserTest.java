package parley.cli.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FrameParserTest {
    @Test
    void linesMakeEvents() {
        assertThat(parse("event: text", "id: 4", "data: one", "data:  two", ""))
                .containsExactly(new Frame("text", "4", "one\n two"));
    }

    @Test
    void aSpaceAfterTheColonIsOptional() {
        assertThat(parse("event:a", "data:b", "")).containsExactly(new Frame("a", "", "b"));
    }

    @Test
    void commentsAndUnknownFieldsAreIgnored() {
        assertThat(parse(": keep-alive", "retry: 5", "data: a", ":", ""))
                .containsExactly(new Frame("", "", "a"));
    }

    @Test
    void anEventWithoutDataIsNone() {
        assertThat(parse("event: ping", "", "", "data", "")).containsExactly(new Frame("", "", ""));
    }

    @Test
    void anEventWithoutItsEmptyLineIsNotThereYet() {
        assertThat(parse("event: text", "data: a")).isEmpty();
    }

    private static List<Frame> parse(String... lines) {
        FrameParser parser = new FrameParser();
        return Stream.of(lines).map(parser::line).flatMap(Optional::stream).toList();
    }
}
