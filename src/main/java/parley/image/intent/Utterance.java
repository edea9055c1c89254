package parley.image.intent;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import parley.image.intent.learned.FoldedText;

/// A message in the form that rules read: lower case, without accents, what is quoted blanked out.
/// Both texts are equally long, so that words can be cut from the one by places in the other.
///
/// @param original as it was written, each link or data: URI one [#LINK]
/// @param folded the same for comparing
/// @param links what the links were, in order
/// @param offset where this piece begins in the text it was cut from
record Utterance(String original, String folded, List<String> links, int offset) {
    /// Stands for a link.
    static final char LINK = '\uFFFC';

    /// Rules look no further: a longer message is a text, not a command with a longer reason.
    private static final int LONGEST = 1500;

    private static final Pattern ADDRESS =
            Pattern.compile(
                    "https?://[^\\s<>\"”)]+|data:image/[a-zA-Z+.-]+;base64,[A-Za-z0-9+/=_-]+"
                            + "|\\bimg_[0-9a-zA-Z]{20,40}\\b|/v1/gallery/img_[0-9a-zA-Z]{20,40}\\S*");
    private static final Pattern QUOTED =
            Pattern.compile(
                    "\"[^\"]*\"|“[^”]*”|„[^“”]*[“”]|«[^»]*»|`[^`]*`|(?<=\\s|^)'[^']+'(?=\\W|$)");

    private static final Pattern UP = Pattern.compile("^ ?(?:up|down)(?![\\p{L}])");

    Utterance {
        links = List.copyOf(links);
    }

    static Utterance of(String message) {
        List<String> links = new ArrayList<>();
        Matcher matcher = ADDRESS.matcher(message);
        StringBuilder text = new StringBuilder();
        while (matcher.find()) {
            links.add(matcher.group().replaceAll("[.,;!?]+$", ""));
            matcher.appendReplacement(text, String.valueOf(LINK));
        }
        matcher.appendTail(text);
        String original = text.toString().replaceAll("[\\t\\x0B\\f\\r ]+", " ").strip();
        if (original.length() > LONGEST) {
            original = original.substring(0, LONGEST);
        }
        return new Utterance(original, blanked(fold(original), original), links, 0);
    }

    private static String blanked(String folded, String original) {
        Matcher quoted = QUOTED.matcher(folded);
        StringBuilder text = new StringBuilder(folded);
        while (quoted.find()) {
            boolean all = quoted.end() - quoted.start() >= original.length() - 1;
            for (int i = quoted.start(); i < quoted.end() && !all; i++) {
                text.setCharAt(i, '_');
            }
        }
        return text.toString();
    }

    /// Lower case without accents, character by character.
    static String fold(String text) {
        return FoldedText.of(text);
    }

    /// The words of it.
    List<String> words() {
        return List.of(folded.strip().split("[^\\p{L}\\p{N}:%#.']+"));
    }

    /// A piece of it.
    Utterance part(int start, int end) {
        return new Utterance(
                original.substring(start, end),
                folded.substring(start, end),
                folded.substring(start, end).indexOf(LINK) >= 0 ? links : List.of(),
                start);
    }

    /// What a verb such as "brighten up" is said of.
    Utterance withoutUp() {
        Matcher up = matcher(UP);
        return up.find() ? from(up.end()) : this;
    }

    /// The same behind other words.
    Utterance after(String words) {
        return new Utterance(words + original, fold(words) + folded, links, offset);
    }

    Utterance from(int start) {
        return part(start, original.length());
    }

    boolean isBlank() {
        return folded.isBlank();
    }

    Matcher matcher(Pattern pattern) {
        return pattern.matcher(folded);
    }

    boolean has(Pattern pattern) {
        return matcher(pattern).find();
    }
}
