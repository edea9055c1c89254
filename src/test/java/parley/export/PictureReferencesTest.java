package parley.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class PictureReferencesTest {
    private final List<String> asked = new ArrayList<>();
    private final PictureReferences references =
            new PictureReferences((_, id) -> {
                asked.add(id);
                return id.endsWith("x") ? Optional.empty() : Optional.of(id.replace('A', 'B'));
            });

    private static String id(int number) {
        return "img_AAAAAAAAAAAAAAAAAA%04d".formatted(number);
    }

    @Test
    void aPictureThatIsHereGetsItsIdOfHere() {
        String unknown = id(2) + "x";

        assertThat(
                        references.withIdsOfHere(
                                1, "![a](/v1/gallery/%s/file) %s".formatted(id(1), unknown)))
                .isEqualTo("![a](/v1/gallery/img_BBBBBBBBBBBBBBBBBB0001/file) " + unknown);
    }

    @Test
    void eachIsLookedUpOnceAndNotMoreThanAMessageMayName() {
        String text =
                IntStream.range(0, 3 * PictureReferences.MOST)
                        .mapToObj(number -> id(number % (2 * PictureReferences.MOST)))
                        .collect(Collectors.joining(" "));

        String here = references.withIdsOfHere(1, text);

        assertThat(asked).hasSize(PictureReferences.MOST).doesNotHaveDuplicates();
        assertThat(here).startsWith("img_BBBBBBBBBBBBBBBBBB0000 ");
        assertThat(here).contains(id(PictureReferences.MOST));
        assertThat(here.split("img_BBBBBBBBBBBBBBBBBB0000 ", -1)).hasSize(3);
    }
}
