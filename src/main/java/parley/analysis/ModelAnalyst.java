package parley.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import parley.analysis.sql.Query;
import parley.conversation.Assignment;
import parley.conversation.Background;
import parley.error.AppException;
import parley.error.ErrorCode;
import parley.llm.Capability;
import parley.llm.ChatMessage;
import parley.llm.Part;
import parley.llm.Role;
import parley.llm.ToolUse;

/// Lets a model answer from data: it writes SQL, as the tool `run_sql` or, where it has no tools,
/// in a fenced block; each query passes the same guard as any other; the rows go back to it. A
/// query that fails goes back once with the reason.
final class ModelAnalyst {
    private static final int MOST_ROUNDS = 8;
    private static final Pattern FENCED = Pattern.compile("(?is)```\\s*sql\\s*\\n(.*?)(?:```|\\z)");

    private final AnalystTools tools = new AnalystTools();

    /// Says the answer. What it rests on is in the finding.
    ///
    /// @param background what the model reads along with the data
    void answer(
            Assignment turn,
            OpenSource source,
            Finding finding,
            Optional<Background.Material> background)
            throws InterruptedException {
        background.ifPresent(material -> finding.given(material.texts()));
        String beside = background.map(AnalystPrompts::beside).orElse("");
        Dialogue dialogue = new Dialogue(turn, source, finding, beside);
        if (turn.model().info().cannot(Capability.TOOLS)) {
            dialogue.withoutTools();
        } else {
            dialogue.withTools();
        }
    }

    /// The calls of one answer.
    private final class Dialogue {
        private final Assignment turn;
        private final OpenSource source;
        private final Finding finding;
        private final List<ChatMessage> more = new ArrayList<>();
        private final String schema;
        private final String beside;
        private boolean failedBefore;
        private boolean spoke;

        Dialogue(Assignment turn, OpenSource source, Finding finding, String beside)
                throws InterruptedException {
            this.turn = turn;
            this.source = source;
            this.finding = finding;
            this.schema = SchemaText.of(source);
            this.beside = beside;
        }

        void withTools() throws InterruptedException {
            String instructions = AnalystPrompts.withTools(source.engine(), schema) + beside;
            for (int number = 1; number <= MOST_ROUNDS; number++) {
                ToolUse offered = number < MOST_ROUNDS ? tools.offered() : ToolUse.NONE;
                ModelRound round = new ModelRound(turn.model().provider().name(), this::say);
                turn.ask(instructions, more, offered, round);
                finding.said(round.text());
                if (round.calls().isEmpty()) {
                    return;
                }
                more.add(round.message());
                for (Part.ToolCall call : round.calls()) {
                    more.add(new ChatMessage(Role.TOOL, List.of(result(call))));
                }
                endParagraph();
            }
        }

        void withoutTools() throws InterruptedException {
            String instructions = AnalystPrompts.withoutTools(source.engine(), schema) + beside;
            for (int number = 1; number < MOST_ROUNDS; number++) {
                ModelRound round = new ModelRound(turn.model().provider().name(), _ -> {});
                turn.ask(instructions, more, ToolUse.NONE, round);
                Matcher block = FENCED.matcher(round.text());
                if (!block.find()) {
                    say(round.text());
                    finding.said(round.text());
                    return;
                }
                more.add(new ChatMessage(Role.ASSISTANT, round.text()));
                more.add(new ChatMessage(Role.USER, rows(block.group(1))));
            }
        }

        /// The rows of a query, for a model without tools.
        private String rows(String sql) throws InterruptedException {
            try {
                return AnalystPrompts.rows(tools.run(new Query(sql), turn, source, finding));
            } catch (AppException e) {
                return AnalystPrompts.failure(once(e));
            }
        }

        private Part.ToolResult result(Part.ToolCall call) throws InterruptedException {
            try {
                String content = tools.call(call, turn, source, finding);
                return new Part.ToolResult(call.id(), call.name(), content, false);
            } catch (AppException e) {
                return new Part.ToolResult(call.id(), call.name(), once(e), true);
            }
        }

        /// The reason, if the model may try again.
        private String once(AppException e) {
            boolean again = e.code() == ErrorCode.INVALID_REQUEST && !failedBefore;
            failedBefore = true;
            if (!again) {
                throw e;
            }
            return e.sentence();
        }

        private void say(String text) {
            spoke |= !text.isBlank();
            turn.say(text);
        }

        private void endParagraph() {
            if (spoke) {
                turn.say("\n\n");
                spoke = false;
            }
        }
    }
}
