package parley.llm.local;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import parley.llm.FinishReason;
import parley.llm.ModelEvent;
import parley.llm.ModelEvents;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Finds in a model's text what it thinks (`<think>…</think>` at its beginning) and which tools it
/// wants (`<tool_call>…</tool_call>`, the form of Hermes and Qwen models). A call that is not JSON
/// is passed on as the text it is.
final class AnswerScanner {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String THINK = "<think>";
    private static final String THINK_END = "</think>";
    private static final String CALL = "<tool_call>";
    private static final String CALL_END = "</tool_call>";

    private enum State {
        BEGINNING,
        THINKING,
        AFTER_THOUGHT,
        TEXT,
        CALLING
    }

    private final ModelEvents events;
    private final boolean toolsOffered;
    private final StringBuilder held = new StringBuilder();
    private State state;
    private boolean thinks;
    private int calls;

    /// @param fresh whether the text begins the answer, and does not go on with one
    AnswerScanner(ModelEvents events, boolean toolsOffered, boolean fresh) {
        this.events = events;
        this.toolsOffered = toolsOffered;
        this.state = fresh ? State.BEGINNING : State.TEXT;
    }

    void add(String text) {
        held.append(text);
        while (step()) {
            // Each step takes something off what is held.
        }
    }

    /// Passes on what was held back. May be called again.
    void end() {
        String rest = held.toString();
        held.setLength(0);
        switch (state) {
            case BEGINNING, AFTER_THOUGHT, TEXT -> say(calls > 0 ? rest.stripTrailing() : rest);
            case THINKING -> think(rest);
            case CALLING -> call(rest, false);
        }
        state = State.TEXT;
    }

    /// The reason of an answer that the model ended.
    FinishReason finish() {
        return calls > 0 ? FinishReason.TOOL_CALLS : FinishReason.STOP;
    }

    /// @return whether it made sense of something, so that there may be more
    private boolean step() {
        return switch (state) {
            case BEGINNING -> begin();
            case THINKING -> passUntil(THINK_END, State.AFTER_THOUGHT);
            case AFTER_THOUGHT -> skipSpace();
            case TEXT -> toolsOffered ? passUntil(CALL, State.CALLING) : passAll();
            case CALLING -> finishCall();
        };
    }

    private boolean begin() {
        String text = held.toString().stripLeading();
        if (text.startsWith(THINK)) {
            held.setLength(0);
            held.append(text.substring(THINK.length()));
            state = State.THINKING;
            return true;
        }
        if (!THINK.startsWith(text)) {
            state = State.TEXT;
            return true;
        }
        return false;
    }

    private boolean skipSpace() {
        String text = held.toString().stripLeading();
        held.setLength(0);
        held.append(text);
        if (text.isEmpty()) {
            return false;
        }
        state = State.TEXT;
        return true;
    }

    private boolean passAll() {
        say(held.toString());
        held.setLength(0);
        return false;
    }

    private boolean passUntil(String marker, State next) {
        int at = held.indexOf(marker);
        if (at >= 0) {
            pass(held.substring(0, at).stripTrailing());
            held.delete(0, at + marker.length());
            state = next;
            return true;
        }
        int safe = held.length() - beginningOf(marker);
        while (safe > 0 && Character.isWhitespace(held.charAt(safe - 1))) {
            safe--;
        }
        pass(held.substring(0, safe));
        held.delete(0, safe);
        return false;
    }

    private void pass(String text) {
        if (state == State.THINKING) {
            think(text);
        } else {
            say(text);
        }
    }

    private int beginningOf(String marker) {
        for (int length = Math.min(marker.length() - 1, held.length()); length > 0; length--) {
            if (held.substring(held.length() - length).equals(marker.substring(0, length))) {
                return length;
            }
        }
        return 0;
    }

    private boolean finishCall() {
        int at = held.indexOf(CALL_END);
        if (at < 0) {
            return false;
        }
        String call = held.substring(0, at);
        held.delete(0, at + CALL_END.length());
        state = State.TEXT;
        call(call, true);
        return true;
    }

    private void call(String text, boolean closed) {
        @Nullable JsonNode call = parse(text);
        if (call == null || !call.path("name").isString()) {
            say(CALL + text + (closed ? CALL_END : ""));
            return;
        }
        JsonNode arguments = call.path("arguments");
        String written =
                arguments.isString()
                        ? arguments.stringValue()
                        : arguments.isMissingNode() ? "{}" : JSON.writeValueAsString(arguments);
        events.accept(
                new ModelEvent.ToolCallDelta(
                        calls,
                        "call_" + UUID.randomUUID().toString().replace("-", ""),
                        call.path("name").stringValue(),
                        written));
        calls++;
    }

    private static @Nullable JsonNode parse(String text) {
        try {
            return JSON.readTree(text);
        } catch (JacksonException e) {
            return null;
        }
    }

    private void say(String text) {
        if (!text.isEmpty()) {
            events.accept(new ModelEvent.TextDelta(text));
        }
    }

    private void think(String text) {
        String thought = thinks ? text : text.stripLeading();
        if (!thought.isEmpty()) {
            thinks = true;
            events.accept(new ModelEvent.ReasoningDelta(thought));
        }
    }
}
