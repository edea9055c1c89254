package parley.program;

import java.util.List;

/// What a command left behind.
record CommandResult(int code, String out, String err) {
    List<String> lines() {
        return out.lines().toList();
    }
}
