package parley.llm.builtin.skill;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// One way to take a message: what to do, and the text to do it to.
///
/// @param instruction for matching: on one line, in lower case, without courtesies
/// @param body the text as it was written; empty if the message holds only the instruction
record Reading(String instruction, String body) {
    // Longer than that it is not an instruction but a text.
    private static final int LONGEST_INSTRUCTION = 200;
    private static final String FENCE = "```";

    /// A file that came with the message, as the server writes it in: a line about it, then its
    /// text between two lines of a word that is nowhere else.
    private static final Pattern FILE =
            Pattern.compile(
                    "The file \"[^\\n]*\\n<<<(DOCUMENT-[0-9a-f]{24})\\n((?s:.*?))\\n\\1>>>");

    /// Likeliest first: a file, a code block, JSON, a quotation at the end, a text behind a colon
    /// or on the lines below, a text above, the instruction alone.
    static List<Reading> of(String text) {
        List<Reading> readings = new ArrayList<>();
        file(text).ifPresent(readings::add);
        fenced(text).ifPresent(readings::add);
        json(text).ifPresent(readings::add);
        quoted(text).ifPresent(readings::add);
        behindColon(text).ifPresent(readings::add);
        below(text).ifPresent(readings::add);
        above(text).ifPresent(readings::add);
        reading(text, "").ifPresent(readings::add);
        return List.copyOf(readings);
    }

    boolean hasBody() {
        return !body.isBlank();
    }

    private static Optional<Reading> file(String text) {
        List<String> files = FILE.matcher(text).results().map(file -> file.group(2)).toList();
        return files.isEmpty()
                ? Optional.empty()
                : reading(FILE.matcher(text).replaceAll(" "), String.join("\n\n", files));
    }

    private static Optional<Reading> fenced(String text) {
        int open = text.indexOf(FENCE);
        int close = open < 0 ? -1 : text.indexOf(FENCE, open + FENCE.length());
        int lineEnd = open < 0 ? -1 : text.indexOf('\n', open);
        if (close < 0 || lineEnd < 0 || lineEnd > close) {
            return Optional.empty();
        }
        String around = text.substring(0, open) + " " + text.substring(close + FENCE.length());
        String inside = text.substring(lineEnd + 1, close);
        return reading(
                around, inside.endsWith("\n") ? inside.substring(0, inside.length() - 1) : inside);
    }

    /// JSON shows by its bracket where it begins.
    private static Optional<Reading> json(String text) {
        int brace = text.indexOf('{');
        int bracket = text.indexOf('[');
        int start = brace < 0 || (bracket >= 0 && bracket < brace) ? bracket : brace;
        if (start < 1 || start > LONGEST_INSTRUCTION) {
            return Optional.empty();
        }
        return reading(text.substring(0, start), text.substring(start))
                .filter(reading -> reading.instruction().contains("json"));
    }

    private static Optional<Reading> quoted(String text) {
        int open = firstOf(text, "\"“„«‘'`");
        String end = text.stripTrailing();
        int close = end.length() - 1;
        while (close > open && close > end.length() - 4 && ".?!".indexOf(end.charAt(close)) >= 0) {
            close--;
        }
        boolean isQuotation =
                open > 0
                        && close > open + 1
                        && Character.isWhitespace(text.charAt(open - 1))
                        && closes(text.charAt(open), text.charAt(close));
        return isQuotation
                ? reading(text.substring(0, open), text.substring(open + 1, close))
                : Optional.empty();
    }

    private static boolean closes(char open, char close) {
        return switch (open) {
            case '“' -> close == '”';
            case '„' -> close == '“' || close == '”';
            case '«' -> close == '»';
            case '‘' -> close == '’';
            default -> close == open;
        };
    }

    private static Optional<Reading> behindColon(String text) {
        int start = text.length() - text.stripLeading().length();
        int end = Math.min(text.length(), start + LONGEST_INSTRUCTION);
        for (int index = start; index < end; index++) {
            char here = text.charAt(index);
            if (here == '\n') {
                return Optional.empty();
            }
            if (here == ':' && isSeparator(text, index)) {
                return reading(
                        text.substring(0, index), text.substring(bodyStart(text, index + 1)));
            }
        }
        return Optional.empty();
    }

    /// A colon of a time (10:30) or an address (http://) separates nothing.
    private static boolean isSeparator(String text, int colon) {
        if (colon + 1 >= text.length()) {
            return true;
        }
        boolean time =
                colon > 0
                        && Character.isDigit(text.charAt(colon - 1))
                        && Character.isDigit(text.charAt(colon + 1));
        return !time && text.charAt(colon + 1) != '/';
    }

    /// After one space or the rest of an empty line, so that indents below stay.
    static int bodyStart(String text, int index) {
        int start = index;
        while (start < text.length() && text.charAt(start) == ' ') {
            start++;
        }
        if (start < text.length() && text.charAt(start) == '\r') {
            start++;
        }
        if (start < text.length() && text.charAt(start) == '\n') {
            return start + 1;
        }
        return index < text.length() && text.charAt(index) == ' ' ? index + 1 : index;
    }

    private static Optional<Reading> below(String text) {
        String trimmed = text.stripLeading();
        int lineEnd = trimmed.indexOf('\n');
        return lineEnd < 0 || lineEnd > LONGEST_INSTRUCTION
                ? Optional.empty()
                : reading(trimmed.substring(0, lineEnd), trimmed.substring(lineEnd + 1));
    }

    private static Optional<Reading> above(String text) {
        String trimmed = text.stripTrailing();
        int lineStart = trimmed.lastIndexOf('\n') + 1;
        return lineStart == 0 || trimmed.length() - lineStart > LONGEST_INSTRUCTION
                ? Optional.empty()
                : reading(trimmed.substring(lineStart), trimmed.substring(0, lineStart));
    }

    private static Optional<Reading> reading(String instruction, String body) {
        String stripped = instruction.strip();
        return stripped.length() > LONGEST_INSTRUCTION
                ? Optional.empty()
                : Optional.of(new Reading(Courtesy.strip(stripped), body));
    }

    private static int firstOf(String text, String marks) {
        for (int index = 0; index < Math.min(text.length(), LONGEST_INSTRUCTION); index++) {
            if (marks.indexOf(text.charAt(index)) >= 0) {
                boolean apostrophe = index > 0 && Character.isLetter(text.charAt(index - 1));
                if (!apostrophe) {
                    return index;
                }
            }
        }
        return -1;
    }
}
