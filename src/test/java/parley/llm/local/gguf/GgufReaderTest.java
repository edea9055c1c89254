package parley.llm.local.gguf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class GgufReaderTest {
    private static final int TENSORS_AT = 8;
    private static final int ENTRIES_AT = 16;

    @TempDir Path folder;
    private Path file;
    private byte[] whole;

    @BeforeEach
    void writeModel() throws IOException {
        file = folder.resolve("model.gguf");
        TinyModel.saying(List.of("a", "b")).contextTokens(777).template("{{ x }}").write(file);
        whole = Files.readAllBytes(file);
    }

    @Test
    void aHeaderSaysWhatTheModelIs() throws Exception {
        GgufHeader header = GgufReader.read(file);

        assertThat(header.architecture()).isEqualTo("llama");
        assertThat(header.name()).contains("Tiny");
        assertThat(header.contextTokens()).hasValue(777);
        assertThat(header.chatTemplate()).contains("{{ x }}");
        assertThat(header.quantization()).isEqualTo("F32");
        assertThat(header.fileSize()).isEqualTo(whole.length);
        assertThat(header.parameters()).isBetween(50_000L, 100_000L);
        assertThat(header.isEmbedding()).isFalse();
    }

    @Test
    void aFileThatIsCutOffAnywhereIsRefused() throws Exception {
        for (int length = 1; length < whole.length - 4; length += 97) {
            Files.write(file, Arrays.copyOf(whole, length));

            assertThatThrownBy(() -> GgufReader.read(file))
                    .isInstanceOf(DamagedModelException.class);
        }
    }

    @Test
    void whatIsNoModelIsSaidToBeNone() throws IOException {
        assertRefused(new byte[0], "is empty");
        assertRefused("<!DOCTYPE html><html>".getBytes(StandardCharsets.UTF_8), "is not a GGUF");
        assertRefused("GG".getBytes(StandardCharsets.UTF_8), "is not a GGUF");
        assertRefused(new byte[4096], "is not a GGUF");
    }

    @Test
    void aVersionNobodyKnowsIsNamed() throws IOException {
        ByteBuffer.wrap(whole).order(ByteOrder.LITTLE_ENDIAN).putInt(4, 9);

        assertRefused(whole, "is of GGUF version 9");
    }

    @Test
    void countsThatCannotBeAreNotBelieved() throws IOException {
        for (int at : List.of(TENSORS_AT, ENTRIES_AT)) {
            for (long count : List.of(-1L, Long.MAX_VALUE, 1L << 40)) {
                byte[] changed = whole.clone();
                ByteBuffer.wrap(changed).order(ByteOrder.LITTLE_ENDIAN).putLong(at, count);

                assertRefused(changed, "is cut off or damaged");
            }
        }
    }

    @Test
    void aThousandDamagedHeadersAreReadOrRefusedAndNothingElse() throws IOException {
        Random random = new Random(42);
        int refused = 0;
        for (int i = 0; i < 1000; i++) {
            Files.write(file, damaged(random));
            try {
                assertThat(GgufReader.read(file).fileSize()).isEqualTo(whole.length);
            } catch (DamagedModelException e) {
                assertThat(e.reason()).isNotBlank();
                refused++;
            }
        }
        assertThat(refused).isGreaterThan(200);
    }

    private byte[] damaged(Random random) {
        byte[] changed = whole.clone();
        int changes = 1 + random.nextInt(8);
        for (int i = 0; i < changes; i++) {
            changed[random.nextInt(4000)] = (byte) random.nextInt(256);
        }
        return changed;
    }

    private void assertRefused(byte[] content, String reason) throws IOException {
        Files.write(file, content);

        assertThatThrownBy(() -> GgufReader.read(file))
                .isInstanceOf(DamagedModelException.class)
                .hasMessageContaining(reason);
    }
}
