package parley.ui;

import java.util.ArrayList;
import java.util.List;

/// How large a window is, in CSS pixels, and in which theme.
record Look(int width, int height, boolean dark) {
    static final Look USUAL = new Look(1280, 800, false);
    static final Look PHONE = new Look(320, 640, false);

    /// Three widths in both themes.
    static List<Look> all() {
        List<Look> looks = new ArrayList<>();
        for (boolean dark : new boolean[] {false, true}) {
            looks.add(new Look(320, 640, dark));
            looks.add(new Look(768, 1024, dark));
            looks.add(new Look(1440, 900, dark));
        }
        return looks;
    }

    String label() {
        return width + (dark ? "-dark" : "-light");
    }
}
