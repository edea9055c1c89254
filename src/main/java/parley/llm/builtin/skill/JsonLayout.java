package parley.llm.builtin.skill;

/// Lays out JSON that is known to be valid: two spaces a level, or no space at all.
final class JsonLayout {
    private final String json;
    private final boolean indented;
    private final int most;
    private final StringBuilder layout = new StringBuilder();
    private int depth;
    private int index;

    /// @param most stops soon after so many characters
    JsonLayout(String json, boolean indented, int most) {
        this.json = json;
        this.indented = indented;
        this.most = most;
    }

    String write() {
        while (index < json.length() && layout.length() <= most) {
            char letter = json.charAt(index);
            switch (letter) {
                case '"' -> string();
                case '{', '[' -> open(letter);
                case '}', ']' -> close(letter);
                case ',' -> {
                    layout.append(letter);
                    newLine();
                }
                case ':' -> layout.append(indented ? ": " : ":");
                default -> {
                    if (!Character.isWhitespace(letter)) {
                        layout.append(letter);
                    }
                }
            }
            index++;
        }
        return layout.toString();
    }

    private void string() {
        int end = index + 1;
        while (json.charAt(end) != '"') {
            end += json.charAt(end) == '\\' ? 2 : 1;
        }
        layout.append(json, index, end + 1);
        index = end;
    }

    private void open(char letter) {
        layout.append(letter);
        int next = index + 1;
        while (Character.isWhitespace(json.charAt(next))) {
            next++;
        }
        boolean empty = json.charAt(next) == '}' || json.charAt(next) == ']';
        if (empty) {
            layout.append(json.charAt(next));
            index = next;
        } else {
            depth++;
            newLine();
        }
    }

    private void close(char letter) {
        depth--;
        newLine();
        layout.append(letter);
    }

    private void newLine() {
        if (indented) {
            layout.append('\n').repeat(' ', 2 * depth);
        }
    }
}
