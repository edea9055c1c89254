package parley.image.operation.scene.design;

import java.util.ArrayList;
import java.util.List;
import parley.image.operation.scene.paint.Colours;
import parley.image.operation.scene.paint.Noise;
import parley.image.operation.scene.words.SceneWish;
import parley.image.operation.scene.words.SceneWish.Part;

/// Colours that go together: those that were asked for, or a set of our own.
final class Palettes {
    private static final int[][] OWN = {
        {0xf3e9d8, 0xd9622f, 0x1f4e5f, 0xf2b544, 0x7a9e7e},
        {0x14213d, 0xfca311, 0xe5e5e5, 0x8d99ae, 0xd62839},
        {0xfaf3e0, 0x2a6f77, 0xe07a5f, 0x3d405b, 0xf2cc8f},
        {0x22333b, 0xeae0d5, 0xc6ac8f, 0x5e503f, 0xd98e73},
        {0xfff4e6, 0x6a4c93, 0xff8c61, 0xf9c74f, 0x43aa8b}
    };

    private Palettes() {}

    /// Five colours; the first is the ground.
    static int[] of(SceneWish wish, Noise chance) {
        List<Integer> asked = new ArrayList<>(wish.palette());
        wish.subjects().forEach(subject -> subject.colour().ifPresent(asked::add));
        int[] own = OWN[(chance.bits(4, 4) >>> 9) % OWN.length].clone();
        if (wish.partColours().containsKey(Part.BACKGROUND)) {
            asked.addFirst(wish.partColours().get(Part.BACKGROUND));
        }
        if (asked.isEmpty()) {
            return own;
        }
        int first = asked.getFirst();
        int[] made = new int[5];
        for (int i = 0; i < made.length; i++) {
            int base = asked.get(i % asked.size());
            int turn = i / asked.size();
            made[i] =
                    turn == 0
                            ? base
                            : turn % 2 == 1
                                    ? Colours.lighter(
                                            base, asked.size() == 1 ? 0.86 - 0.2 * i : 0.45)
                                    : Colours.darker(base, 0.4);
        }
        if (asked.size() == 1) {
            made[0] = first;
            made[1] = Colours.lighter(first, 0.82);
            made[2] = Colours.darker(first, 0.5);
            made[3] = Colours.lighter(first, 0.4);
            made[4] = Colours.darker(first, 0.22);
        }
        return made;
    }

    /// White or black ink, whichever is read better on a ground (WCAG contrast).
    static int ink(int ground) {
        return Colours.luma(ground) > 140 ? 0x17181c : 0xfbf7ee;
    }
}
