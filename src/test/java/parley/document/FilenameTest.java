package parley.document;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Names of files as people see them.
final class FilenameTest {
    @ParameterizedTest
    @CsvSource({
        "a.pdf, a.pdf",
        "../../etc/passwd, passwd",
        "C:\\x\\y.pdf, y.pdf",
        "'a\u0000b\u0007\n.pdf', ab.pdf",
        "'a\u202efdp.exe', afdp.exe",
        "'\u2066x\u2069.pdf', x.pdf",
        "'.', document",
        "'..', document",
        "'a/', document",
        "'\u200b', document",
        "'\uD83D\uDC69\u200D\uD83D\uDE80.pdf', '\uD83D\uDC69\u200D\uD83D\uDE80.pdf'",
        "'x\uD83D.pdf', x.pdf"
    })
    void onlyWhatCanBeShownOfTheLastPartStays(String sent, String shown) {
        assertThat(Filename.of(sent)).isEqualTo(shown);
    }

    @Test
    void ofALongOneTheEndStaysInWholeCharacters() {
        String name = Filename.of("\uD83D\uDC1F".repeat(300) + ".pdf");

        assertThat(name).startsWith("\uD83D\uDC1F").endsWith(".pdf");
        assertThat(name.codePointCount(0, name.length())).isEqualTo(200);
    }
}
