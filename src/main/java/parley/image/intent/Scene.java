package parley.image.intent;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import parley.image.ImageFeature;
import parley.image.intent.IntentReader.Earlier;
import parley.image.intent.IntentReader.LastStep;
import parley.image.intent.IntentReader.PictureState;
import parley.image.pixel.Size;

/// What a message is read in front of: the pictures that are there, and the words they are known
/// by.
final class Scene {
    private static final Pattern WORD = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final int SHORTEST_NAME = 3;
    private static final int SHORTEST_END = 4;

    /// Words of prompts that name no picture.
    private static final Set<String> COMMON =
            Set.of(
                    "the",
                    "and",
                    "with",
                    "for",
                    "from",
                    "over",
                    "under",
                    "into",
                    "that",
                    "this",
                    "than",
                    "background",
                    "light",
                    "style",
                    "picture",
                    "image",
                    "photo",
                    "painting",
                    "size",
                    "side",
                    "left",
                    "right",
                    "top",
                    "bottom",
                    "sky",
                    "colour",
                    "color",
                    "resolution",
                    "night",
                    "dusk",
                    "dawn",
                    "sunset",
                    "sunrise",
                    "golden",
                    "hour",
                    "winter",
                    "big",
                    "small",
                    "large",
                    "one",
                    "two",
                    "three",
                    "very",
                    "more",
                    "der",
                    "die",
                    "das",
                    "ein",
                    "eine",
                    "und",
                    "mit",
                    "une",
                    "les",
                    "des",
                    "avec",
                    "con",
                    "una",
                    "los",
                    "las",
                    "again",
                    "but",
                    "same",
                    "bild",
                    "hintergrund",
                    "fond",
                    "fondo",
                    "imagen",
                    "original");

    private final PictureState state;
    private final List<String> links;
    private final String message;
    private final Set<String> names = new HashSet<>();

    /// @param message the whole of it, folded
    Scene(PictureState state, List<String> links, String message) {
        this.state = state;
        this.links = List.copyOf(links);
        this.message = message;
        for (Earlier each : state.earlier()) {
            names.addAll(names(each.prompt()));
        }
    }

    /// The words of a prompt that can name its picture.
    static Set<String> names(String prompt) {
        Set<String> words = new HashSet<>();
        for (String word : WORD.split(Utterance.fold(prompt))) {
            if (word.length() >= SHORTEST_NAME && !COMMON.contains(word)) {
                words.add(word);
            }
        }
        return words;
    }

    String message() {
        return message;
    }

    PictureState state() {
        return state;
    }

    List<String> links() {
        return links;
    }

    boolean hasPicture() {
        return state.hasPicture() || !links.isEmpty();
    }

    /// Whether a picture comes with the message itself.
    boolean bringsPicture() {
        return !state.attached().isEmpty() || !links.isEmpty();
    }

    boolean isName(String foldedWord) {
        return names.stream().anyMatch(name -> isSame(foldedWord, name));
    }

    /// Whether a word names what another one does: in one or in many, or by the end of it, as
    /// "boat" does a sailboat.
    static boolean isSame(String said, String name) {
        String one = said.endsWith("s") ? said.substring(0, said.length() - 1) : said;
        return name.equals(said)
                || name.equals(one)
                || (one.length() >= SHORTEST_END && name.endsWith(one));
    }

    Optional<LastStep> last() {
        return state.last();
    }

    /// Whether the picture that "it" is was drawn from words, and not worked on since.
    boolean justDrawn() {
        return !bringsPicture()
                && state.last()
                        .filter(last -> last.feature() == ImageFeature.IMAGE_GENERATION)
                        .isPresent()
                && state.active()
                        .flatMap(state::earlier)
                        .map(active ->
                                active.intent().equals(ImageFeature.IMAGE_GENERATION.intent()))
                        .orElse(true);
    }

    /// The scene once something was drawn: there is a picture.
    Scene afterDrawing() {
        return new Scene(
                new PictureState(
                        List.of(),
                        state.earlier(),
                        Optional.of("drawn"),
                        state.last(),
                        Optional.empty(),
                        state.sizes()),
                List.of(),
                message);
    }

    Optional<Size> size(String imageId) {
        return Optional.ofNullable(state.sizes().get(imageId));
    }
}
