package parley.export.page;

import com.openhtmltopdf.bidi.BidiReorderer;
import com.openhtmltopdf.bidi.BidiSplitter;
import com.openhtmltopdf.bidi.BidiTextRun;
import java.text.Bidi;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Sets Hebrew, Arabic and the like from right to left, by the Unicode Bidirectional Algorithm (UAX
/// 9) as the JDK has it.
final class RightToLeft implements BidiReorderer {
    /// A letter with the points and accents that belong to it.
    private static final Pattern CLUSTER = Pattern.compile("\\X");

    private static final String MIRRORED = "()[]{}<>«»‹›≤≥";

    @Override
    public String reorderRTLTextToLTR(String text) {
        List<String> clusters = CLUSTER.matcher(text).results().map(MatchResult::group).toList();
        StringBuilder reversed = new StringBuilder(text.length());
        clusters.reversed().forEach(cluster -> reversed.append(mirrored(cluster)));
        return reversed.toString();
    }

    private static String mirrored(String cluster) {
        int at = cluster.length() == 1 ? MIRRORED.indexOf(cluster) : -1;
        return at < 0 ? cluster : String.valueOf(MIRRORED.charAt(at ^ 1));
    }

    @Override
    public String shapeText(String text) {
        return ArabicLetters.joined(text);
    }

    @Override
    public String deshapeText(String text) {
        return text;
    }

    @Override
    public boolean isLiveImplementation() {
        return true;
    }

    /// Finds the runs of one direction.
    static final class Splitter implements BidiSplitter {
        private Bidi bidi = new Bidi("", Bidi.DIRECTION_LEFT_TO_RIGHT);

        @Override
        public void setParagraph(String text, byte direction) {
            bidi =
                    new Bidi(
                            text,
                            direction == RTL
                                    ? Bidi.DIRECTION_RIGHT_TO_LEFT
                                    : Bidi.DIRECTION_LEFT_TO_RIGHT);
        }

        @Override
        public int countTextRuns() {
            return bidi.getRunCount();
        }

        @Override
        public BidiTextRun getVisualRun(int index) {
            int start = bidi.getRunStart(index);
            boolean isRight = (bidi.getRunLevel(index) & 1) == 1;
            return new BidiTextRun(start, bidi.getRunLimit(index) - start, isRight ? RTL : LTR);
        }

        @Override
        public byte getBaseDirection(String text) {
            for (int i = 0; i < text.length(); i++) {
                byte kind = Character.getDirectionality(text.charAt(i));
                if (kind == Character.DIRECTIONALITY_LEFT_TO_RIGHT) {
                    return LTR;
                }
                if (kind == Character.DIRECTIONALITY_RIGHT_TO_LEFT
                        || kind == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC) {
                    return RTL;
                }
            }
            return NEUTRAL;
        }
    }
}
