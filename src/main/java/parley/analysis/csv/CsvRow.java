package parley.analysis.csv;

import java.util.Arrays;

/// One row of a file, used again for the next: a cell is only good until then.
final class CsvRow {
    private char[] letters = new char[4096];
    private int length;
    private int[] ends = new int[16];
    private int cells;
    private long line;
    private final Cell view = new Cell();

    /// A cell without the space around it.
    private final class Cell implements CharSequence {
        private int start;
        private int end;

        @Override
        public int length() {
            return end - start;
        }

        @Override
        public char charAt(int index) {
            return letters[start + index];
        }

        @Override
        public CharSequence subSequence(int from, int to) {
            return new String(letters, start + from, to - from);
        }

        @Override
        public String toString() {
            return new String(letters, start, end - start);
        }
    }

    void begin(long atLine) {
        length = 0;
        cells = 0;
        line = atLine;
    }

    void add(char letter) {
        if (length == letters.length) {
            letters = Arrays.copyOf(letters, length * 2);
        }
        letters[length++] = letter;
    }

    void add(char[] source, int from, int to) {
        int count = to - from;
        if (length + count > letters.length) {
            letters = Arrays.copyOf(letters, Math.max(length + count, length * 2));
        }
        System.arraycopy(source, from, letters, length, count);
        length += count;
    }

    void endCell() {
        if (cells == ends.length) {
            ends = Arrays.copyOf(ends, cells * 2);
        }
        ends[cells++] = length;
    }

    /// How many letters the cell that is being read has so far.
    int pending() {
        return length - (cells == 0 ? 0 : ends[cells - 1]);
    }

    int size() {
        return cells;
    }

    /// The line of the file that the row begins on.
    long line() {
        return line;
    }

    /// The cell, or an empty one if the row is too short.
    CharSequence cell(int index) {
        if (index >= cells) {
            view.start = 0;
            view.end = 0;
            return view;
        }
        int start = index == 0 ? 0 : ends[index - 1];
        int end = ends[index];
        while (start < end && isSpace(letters[start])) {
            start++;
        }
        while (end > start && isSpace(letters[end - 1])) {
            end--;
        }
        view.start = start;
        view.end = end;
        return view;
    }

    boolean isEmpty(int index) {
        return cell(index).isEmpty();
    }

    /// How many cells there are up to the last that is not empty.
    int used() {
        int count = cells;
        while (count > 0 && isEmpty(count - 1)) {
            count--;
        }
        return count;
    }

    private static boolean isSpace(char letter) {
        return letter <= ' ' || letter == '\u00a0' || letter == '\ufeff' || letter == '\u202f';
    }
}
