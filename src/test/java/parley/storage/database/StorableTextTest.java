package parley.storage.database;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class StorableTextTest {
    @Test
    void validTextIsTheSameObject() {
        String text = "fish \uD83D\uDC1F \uFFFF\uE000\uD7FF";
        assertThat(StorableText.of(text)).isSameAs(text);
        assertThat(StorableText.of("")).isEmpty();
    }

    @Test
    void nulAndLoneSurrogatesAreLeftOut() {
        assertThat(StorableText.of("\0a\0")).isEqualTo("a");
        assertThat(StorableText.of("\uD83Da")).isEqualTo("a");
        assertThat(StorableText.of("\uDC1Fa")).isEqualTo("a");
        assertThat(StorableText.of("a\uD83D\uD83D\uDC1F")).isEqualTo("a\uD83D\uDC1F");
        assertThat(StorableText.of("\uDC1F\uD83D")).isEmpty();
    }
}
