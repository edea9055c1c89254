package parley.analysis.csv;

/// Reads a time of day: `9:15`, `09:15:59.123`, `9:15 PM`, with `Z` or `+02:00`.
final class TimeReader {
    private static final long SECOND = 1_000_000;

    private CharSequence text = "";
    private int position;
    private int end;
    private long micros;
    private long offset;
    private boolean hasOffset;

    /// @return whether a time stands from here to the end
    boolean read(CharSequence cell, int start) {
        text = cell;
        position = start;
        end = cell.length();
        offset = 0;
        hasOffset = false;
        return readClock() && readHalf() && readOffset() && position == end;
    }

    long micros() {
        return micros;
    }

    boolean hasOffset() {
        return hasOffset;
    }

    /// East of Greenwich.
    long offsetMicros() {
        return offset;
    }

    private boolean readClock() {
        int hour = pair(1);
        if (hour < 0 || hour > 23 || !skip(':')) {
            return false;
        }
        int minute = pair(2);
        if (minute < 0 || minute > 59) {
            return false;
        }
        micros = (hour * 3600L + minute * 60L) * SECOND;
        if (!skip(':')) {
            return true;
        }
        int second = pair(2);
        if (second < 0 || second > 59) {
            return false;
        }
        micros += second * SECOND;
        return !(skip('.') || skip(',')) || readFraction();
    }

    private boolean readFraction() {
        long unit = SECOND / 10;
        int start = position;
        while (position < end && isDigit(text.charAt(position))) {
            micros += (text.charAt(position++) - '0') * unit;
            unit /= 10;
        }
        return position > start && position - start <= 9;
    }

    private boolean readHalf() {
        int start = position;
        skip(' ');
        if (position + 2 > end || (text.charAt(position + 1) | 0x20) != 'm') {
            position = start;
            return true;
        }
        char half = (char) (text.charAt(position) | 0x20);
        long hour = micros / (3600 * SECOND);
        if (half != 'a' && half != 'p') {
            position = start;
            return true;
        }
        if (hour == 0 || hour > 12) {
            return false;
        }
        position += 2;
        long shift = half == 'p' ? (hour == 12 ? 0 : 12) : (hour == 12 ? -12 : 0);
        micros += shift * 3600 * SECOND;
        return true;
    }

    private boolean readOffset() {
        skip(' ');
        if (position == end) {
            return true;
        }
        hasOffset = true;
        if (skip('Z') || skip('z') || word("UTC") || word("GMT")) {
            return true;
        }
        int sign = skip('+') ? 1 : skip('-') ? -1 : 0;
        int hours = sign == 0 ? -1 : pair(2);
        if (hours < 0 || hours > 18) {
            return false;
        }
        skip(':');
        int minutes = position == end ? 0 : pair(2);
        offset = sign * (hours * 3600L + minutes * 60L) * SECOND;
        return minutes >= 0 && minutes < 60;
    }

    private boolean word(String word) {
        if (end - position == word.length()
                && word.contentEquals(text.subSequence(position, end))) {
            position = end;
            return true;
        }
        return false;
    }

    private int pair(int least) {
        int start = position;
        int value = 0;
        while (position < end && position - start < 2 && isDigit(text.charAt(position))) {
            value = value * 10 + text.charAt(position++) - '0';
        }
        return position - start >= least ? value : -1;
    }

    private boolean skip(char letter) {
        if (position < end && text.charAt(position) == letter) {
            position++;
            return true;
        }
        return false;
    }

    private static boolean isDigit(char letter) {
        return letter >= '0' && letter <= '9';
    }
}
