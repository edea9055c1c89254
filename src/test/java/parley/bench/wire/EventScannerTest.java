package parley.bench.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class EventScannerTest {
    @Test
    void theEndsOfAllContractsAreKnown() {
        List<String> found = new ArrayList<>();
        byte[] stream =
                bytes(
                        """
                        event: response.completed
                        data: {}

                        event: response.failed
                        data: {}

                        event: message_stop
                        data: {}

                        id: 5
                        event: end
                        data: {"status":"complete","model":null}

                        id: 5
                        event: end
                        data: {"status":"failed","model":null}

                        data: {}

                        """);

        scanner(found).scan(stream, 0, stream.length);

        assertThat(found)
                .containsExactly(
                        "DONE 2", "FAILURE 2", "DONE 2", "DONE 34", "FAILURE 32", "DATA 2");
    }

    @Test
    void eventsCutAnywhereAreFoundTheSame() {
        byte[] stream =
                bytes(
                        """
                        : a comment

                        data: one

                        id: 7
                        data:two
                        data: lines

                        event: error
                        data: {"detail":"gone"}

                        data: [DONE]

                        """);
        for (int cut = 0; cut <= stream.length; cut++) {
            List<String> found = new ArrayList<>();
            EventScanner scanner = scanner(found);
            scanner.scan(stream, 0, cut);
            scanner.scan(stream, cut, stream.length);
            assertThat(found)
                    .as("cut at %d", cut)
                    .containsExactly("DATA 3", "DATA 9", "FAILURE 17", "DONE 6");
        }
    }

    @Test
    void linesMayEndInEachOfTheThreeWays() {
        assertThat(scan("data: a\r\n\r\ndata: b\r\rdata: c\n\n"))
                .containsExactly("DATA 1", "DATA 1", "DATA 1");
    }

    @Test
    void onlyOneSpaceAfterTheColonIsNotData() {
        assertThat(scan("data:  two\n\ndata:none\n\ndata:\n\n"))
                .containsExactly("DATA 4", "DATA 4", "DATA 0");
    }

    @Test
    void theEndMarkStandsAlone() {
        assertThat(scan("data: [DONE]\ndata: or not\n\ndata: [DONE]s\n\ndata: a [DONE]\n\n"))
                .containsExactly("DATA 13", "DATA 7", "DATA 8");
    }

    @Test
    void anErrorInJsonIsAFailure() {
        assertThat(scan("data: {\"error\":{\"message\":\"no\"}}\n\n"))
                .containsExactly("FAILURE 26");
        assertThat(scan("data: {\"errors\":0}\n\n")).containsExactly("DATA 12");
    }

    @Test
    void anEventWithoutItsEmptyLineIsNotThereYet() {
        assertThat(scan("data: half\n")).isEmpty();
    }

    @Test
    void longLinesAreCountedWhole() {
        assertThat(scan("data: " + "x".repeat(100_000) + "\n\n")).containsExactly("DATA 100000");
    }

    private static List<String> scan(String text) {
        List<String> found = new ArrayList<>();
        byte[] bytes = bytes(text);
        scanner(found).scan(bytes, 0, bytes.length);
        return found;
    }

    private static EventScanner scanner(List<String> found) {
        return new EventScanner((kind, dataBytes) -> found.add(kind + " " + dataBytes));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
