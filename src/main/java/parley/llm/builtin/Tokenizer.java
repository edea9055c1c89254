package parley.llm.builtin;

import java.util.ArrayList;
import java.util.List;
import parley.llm.TokenCounter;

/// Cuts text into the built-in engine's tokens: words with the space before them, long words in
/// pieces, digits in threes, marks, line breaks. Joined again the tokens are the text, unit by
/// unit. No token ends inside a grapheme cluster, except in one of more than 32 code points (no
/// script needs more: UAX #15 stops at 30 marks).
///
/// The count is near that of present-day models: about four characters a token in English, fewer in
/// other scripts, about one in ideographs.
public final class Tokenizer implements TokenCounter {
    @Override
    public int count(String text) {
        int count = 0;
        TokenCursor cursor = new TokenCursor(text);
        while (cursor.advance()) {
            count++;
        }
        return count;
    }

    /// The tokens in order.
    List<String> tokens(String text) {
        List<String> tokens = new ArrayList<>(text.length() / 4 + 1);
        TokenCursor cursor = new TokenCursor(text);
        while (cursor.advance()) {
            tokens.add(text.substring(cursor.start(), cursor.end()));
        }
        return tokens;
    }

    /// A walk through the tokens of a text, without making them.
    TokenCursor cursor(String text) {
        return new TokenCursor(text);
    }
}
