package parley.analysis.csv;

import parley.error.AppException;
import parley.error.ErrorCode;

/// Why a file is not taken.
final class NotCsv {
    private static final int SHOWN = 60;

    private NotCsv() {}

    static AppException because(String sentence) {
        return AppException.invalid("file", sentence);
    }

    static AppException tooLarge(String sentence) {
        return new AppException(ErrorCode.TOO_LARGE, sentence);
    }

    /// Somebody else's text, short and on one line.
    static String shown(CharSequence text) {
        String line = text.toString().replaceAll("[\\p{Cntrl}\\p{Cf}]+", " ").strip();
        if (line.length() <= SHOWN) {
            return line;
        }
        int end = Character.isHighSurrogate(line.charAt(SHOWN - 1)) ? SHOWN - 1 : SHOWN;
        return line.substring(0, end) + "…";
    }
}
