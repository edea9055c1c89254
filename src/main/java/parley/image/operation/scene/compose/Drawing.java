package parley.image.operation.scene.compose;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import parley.image.operation.scene.design.Lettering;
import parley.image.operation.scene.words.Negation;
import parley.image.operation.scene.words.SceneReader;
import parley.image.operation.scene.words.SceneWish;
import parley.image.operation.scene.words.SceneWish.Style;
import parley.image.pixel.Picture;
import parley.image.pixel.Size;

/// What a prompt became, ready to be painted.
public final class Drawing {
    /// Compositions are this far apart, so that those of one job differ in everything left open.
    private static final long APART = 0x9e3779b97f4a7c15L;

    private final SceneWish wish;
    private final List<String> unmet;

    private Drawing(SceneWish wish) {
        this.wish = wish;
        unmet = Bearing.unmet(wish.subjects());
    }

    /// @param leftOut words for what must not be seen
    /// @param style the name of a style, such as `watercolor`
    public static Drawing read(String prompt, String leftOut, Optional<String> style) {
        String words = style.map(name -> prompt + ", " + name.replace('_', ' ')).orElse(prompt);
        return new Drawing(Negation.without(SceneReader.read(words), SceneReader.read(leftOut)));
    }

    /// @param variant which of several compositions
    public Picture paint(Size size, long seed, int variant) {
        return composer(seed, variant).paint(size);
    }

    public Composer composer(long seed, int variant) {
        return new Composer(wish, seed + variant * APART);
    }

    /// The first composition in a sentence.
    public String description(long seed) {
        return composer(seed, 0).description();
    }

    public SceneWish wish() {
        return wish;
    }

    public String form() {
        return wish.form().name().toLowerCase(Locale.ROOT);
    }

    /// What was asked for and is not in the picture: words, and places of things to each other.
    public List<String> unknown() {
        return Stream.concat(wish.unknown().stream(), unmet.stream()).toList();
    }

    public List<String> texts() {
        return wish.texts();
    }

    /// The names of the things that are drawn.
    public List<String> drawn() {
        return wish.subjects().stream().map(subject -> subject.thing().name()).distinct().toList();
    }

    /// How much of the prompt is in the picture, with the caution that drawings deserve.
    public double confidence() {
        int known = wish.understood();
        int unknown = unknown().size();
        if (known == 0) {
            return 0.1;
        }
        double share = (double) known / (known + 1.5 * unknown);
        boolean approximated = wish.style().filter(style -> style == Style.PHOTO).isPresent();
        return Math.round((approximated ? 0.5 : 0.8) * share * share * 100) / 100.0;
    }

    public List<String> warnings() {
        List<String> warnings = new ArrayList<>();
        if (!wish.unknown().isEmpty()) {
            warnings.add(
                    "The built-in engine does not know these words and did not draw them: %s."
                            .formatted(String.join(", ", wish.unknown())));
        }
        if (!unmet.isEmpty()) {
            warnings.add(
                    "The built-in engine could not put things where they were said to be: %s."
                            .formatted(String.join(", ", unmet)));
        }
        wish.texts().stream()
                .filter(text -> !Lettering.has(text))
                .forEach(text ->
                        warnings.add(
                                "The font lacks letters of \"%s\"; they are shown as boxes."
                                        .formatted(text)));
        if (wish.understood() == 0) {
            warnings.add(
                    "Nothing of the prompt could be drawn; the picture is an abstract composition.");
        }
        wish.style()
                .filter(style -> style == Style.PHOTO)
                .ifPresent(style ->
                        warnings.add(
                                "The built-in engine draws illustrations, not photographs; choose another engine for those."));
        return warnings;
    }
}
