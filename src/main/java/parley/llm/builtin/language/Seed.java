package parley.llm.builtin.language;

import java.util.List;

/// Choice without chance: the same text always leads to the same choices.
public final class Seed {
    private long state;

    /// @param text what decides
    public Seed(String text) {
        long hash = 0xcbf29ce484222325L;
        for (int index = 0; index < text.length(); index++) {
            hash = (hash ^ text.charAt(index)) * 0x100000001b3L;
        }
        this.state = hash;
    }

    /// A number from 0 to `bound - 1`.
    public int next(int bound) {
        // SplitMix64 (Steele, Lea and Flood, 2014).
        state += 0x9e3779b97f4a7c15L;
        long mixed = (state ^ (state >>> 30)) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
        return (int) Long.remainderUnsigned(mixed ^ (mixed >>> 31), bound);
    }

    /// One of these.
    public <T> T pick(List<T> choices) {
        return choices.get(next(choices.size()));
    }
}
