package parley.image.intent;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Takes a message apart where one operation may end and the next begin.
///
/// @param pieces in order; where they are put together again, the text is whole
/// @param ordered whether the message says what comes first
record Clauses(List<Utterance> pieces, boolean ordered) {
    private static final Pattern BETWEEN =
            Pattern.compile(
                    "\\s*(?:;|\\n+|(?<=[^\\d.])[.!?]+(?=\\s+\\S)|(?<=\\d)\\.(?=\\s+\\p{L})|,)\\s*(?:(?:and|und|et|y|but|aber|mais|pero)\\s+)?(?:(?:also|then|after that|afterwards|finally|dann|danach|puis|ensuite|luego|despues|auch|aussi|tambien)\\s+)?"
                            + "|\\s+(?:and|und|et|y|&|\\+|but|aber|mais|pero)\\s+(?:(?:also|then|after that|afterwards|finally|dann|danach|puis|ensuite|luego|despues|auch)\\s+)?"
                            + "|\\s+(?:then|after that|afterwards|danach|dann|puis|ensuite|luego|despues|before you|and then)\\s+");
    private static final Pattern ORDER =
            Pattern.compile(
                    "(?<![\\p{L}])(?:then|after that|afterwards|finally|first|dann|danach|zuerst|puis|ensuite|d'abord|luego|despues|primero)(?![\\p{L}])");
    private static final int MOST = 12;

    static Clauses of(Utterance text) {
        List<Utterance> pieces = new ArrayList<>();
        Matcher between = text.matcher(BETWEEN);
        int start = 0;
        while (between.find() && pieces.size() < MOST) {
            if (between.start() > start) {
                pieces.add(text.part(start, between.start()));
                start = between.end();
            }
        }
        if (start < text.folded().length()) {
            pieces.add(text.from(start));
        }
        return new Clauses(List.copyOf(pieces), text.has(ORDER));
    }
}
