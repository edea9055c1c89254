package parley.image.pixel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PatchMatchTest {
    @Test
    void aPieceOfTheSourceIsFoundWhereItIs() {
        Interleaved source = Interleaved.empty(60, 50, 1);
        for (int i = 0; i < source.values().length; i++) {
            source.values()[i] = Mixing.unit(3, i / 60 / 2, i % 60 / 2);
        }
        Interleaved piece = Interleaved.empty(24, 20, 1);
        for (int y = 0; y < 20; y++) {
            System.arraycopy(source.values(), (y + 11) * 60 + 17, piece.values(), y * 24, 24);
        }
        PatchMatch match = new PatchMatch(source, 2, PatchMatch.Prior.NONE);
        PatchMatch.Target target = new PatchMatch.Target(piece, Plane.filled(24, 20, 1));
        PatchMatch.Field field = PatchMatch.Field.empty(24, 20);
        for (int i = 0; i < 24 * 20; i++) {
            field.places()[i] = match.anyPlace(5, i, 0);
        }
        match.reprice(target, field);
        for (int round = 0; round < 12; round++) {
            field = match.improved(target, field, 1 + round % 2, 6, 40, round);
        }
        assertThat(field.places()[10 * 24 + 12]).isEqualTo((10 + 11) * 60 + 12 + 17);
        assertThat(field.costs()[10 * 24 + 12]).isZero();
    }
}
