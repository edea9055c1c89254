package parley.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

final class AttachmentTest {
    @Test
    void aPlainTitleIsTheSameInBothForms() {
        assertThat(Attachment.disposition("Sales plan, Q1!", 12, "md"))
                .isEqualTo(
                        "attachment; filename=\"Sales-plan-Q1-12.md\";"
                                + " filename*=UTF-8''Sales-plan-Q1-12.md");
    }

    @Test
    void lettersOfEveryLanguageStayInTheExtendedForm() {
        String disposition = Attachment.disposition("Übersicht 東京", 3, "md");

        assertThat(disposition).contains("filename=\"Ubersicht-3.md\"");
        assertThat(extended(disposition)).isEqualTo("Übersicht-東京-3.md");
    }

    @Test
    void nothingThatAHeaderOrAFileSystemTakesForMoreIsLeft() {
        String disposition =
                Attachment.disposition(
                        "../../etc/pass\r\nSet-Cookie: a=\"b\"; \\ C:\u202e", 4, "md");

        assertThat(disposition)
                .isEqualTo(
                        "attachment; filename=\"etc-pass-Set-Cookie-a-b-C-4.md\";"
                                + " filename*=UTF-8''etc-pass-Set-Cookie-a-b-C-4.md");
    }

    @Test
    void aTitleWithoutALetterBecomesMessage() {
        assertThat(Attachment.disposition("🙂 !?", 5, "md"))
                .contains("filename=\"message-5.md\"")
                .endsWith("filename*=UTF-8''message-5.md");
    }

    @Test
    void aTitleInAnotherScriptHasAPlainFormToo() {
        String disposition = Attachment.disposition("東京", 6, "md");

        assertThat(disposition).contains("filename=\"message-6.md\"");
        assertThat(extended(disposition)).isEqualTo("東京-6.md");
    }

    @Test
    void aLongTitleIsCutBetweenCharacters() {
        // 𝒜 takes two UTF-16 units, and the cut falls between them.
        String disposition = Attachment.disposition("a".repeat(79) + "𝒜𝒜", 7, "md");

        assertThat(extended(disposition)).isEqualTo("a".repeat(79) + "-7.md");
    }

    private static String extended(String disposition) {
        String encoded = disposition.substring(disposition.indexOf("''") + 2);
        return URLDecoder.decode(encoded, StandardCharsets.UTF_8);
    }
}
