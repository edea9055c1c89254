package parley.document.search;

import java.io.IOException;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/// Takes the separators out of thousands, so that 12,500 and 12.500 are found as 12500. Decimals
/// stay: 3.14.
final class ThousandsFilter extends TokenFilter {
    private static final int GROUP = 3;

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);

    ThousandsFilter(TokenStream input) {
        super(input);
    }

    @Override
    public boolean incrementToken() throws IOException {
        if (!input.incrementToken()) {
            return false;
        }
        if (isGrouped()) {
            String digits = term.toString().replaceAll("[.,]", "");
            term.setEmpty().append(digits);
        }
        return true;
    }

    /// Up to three digits, then groups of exactly three behind a separator.
    private boolean isGrouped() {
        int digits = 0;
        int groups = 0;
        for (int index = 0; index < term.length(); index++) {
            char letter = term.charAt(index);
            if (letter == ',' || letter == '.') {
                if (digits == 0 || digits > GROUP || (groups > 0 && digits != GROUP)) {
                    return false;
                }
                groups++;
                digits = 0;
            } else if (letter >= '0' && letter <= '9') {
                digits++;
            } else {
                return false;
            }
        }
        return groups > 0 && digits == GROUP;
    }
}
