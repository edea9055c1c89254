package parley.llm.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import parley.llm.local.child.ChildServer;
import parley.llm.local.child.Engine;
import parley.llm.local.llama.LlamaException;
import parley.llm.local.wire.Ask;
import parley.llm.local.wire.Tell;

/// A child that speaks the protocol and does what the last message says, and misbehaves on demand.
/// A process of its own, as the real one. What happens to it stands in `journal` in the folder of
/// the library.
final class ScriptedChild implements Engine {
    private final Path journal;

    private ScriptedChild(Path journal) {
        this.journal = journal;
    }

    public static void main(String[] words) throws IOException {
        Path journal = journal(Path.of(words[2]));
        ChildServer.serve(
                Path.of(words[0]),
                Path.of(words[1]),
                () -> load(journal, String.valueOf(Path.of(words[3]).getFileName())));
    }

    static Path journal(Path library) {
        return library.resolve("journal");
    }

    private static ScriptedChild load(Path journal, String file) {
        switch (file) {
            case "dies-loading.gguf" -> Runtime.getRuntime().halt(11);
            case "hangs-loading.gguf" -> sleep(600_000);
            case "refuses.gguf" -> throw new LlamaException("It does not like this file.");
            default -> {}
        }
        return new ScriptedChild(journal);
    }

    @Override
    public int contextTokens() {
        return 512;
    }

    @Override
    public void answer(Ask ask, Answer answer) throws IOException {
        note("asked");
        switch (ask) {
            case Ask.Chat chat -> act(chat.lines().getLast().content(), answer);
            case Ask.Embed embed ->
                    answer.tell(
                            new Tell.Vectors(
                                    embed.texts().stream().map(_ -> new float[] {1, 0}).toList(),
                                    7));
            case Ask.Cancel _ -> {}
        }
    }

    private void act(String wish, Answer answer) throws IOException {
        switch (wish) {
            case "be silent" -> awaitCancel(answer);
            case "stall" -> {
                answer.tell(new Tell.Text("so far"));
                awaitCancel(answer);
            }
            case "be stuck" -> {
                answer.tell(new Tell.Text("so far"));
                sleep(600_000);
            }
            case "die" -> {
                answer.tell(new Tell.Text("so far"));
                Runtime.getRuntime().halt(9);
            }
            case "refuse" -> answer.tell(new Tell.Failed(true, "No, never."));
            case "talk nonsense" -> answer.tell(new Tell.Vectors(List.of(), 0));
            default -> {
                answer.tell(new Tell.Text("Well, "));
                answer.tell(new Tell.Text("hello."));
                answer.tell(new Tell.Counts(12, 4, 3));
                answer.tell(new Tell.Ended(Tell.Why.STOP));
            }
        }
    }

    private void awaitCancel(Answer answer) throws IOException {
        while (!answer.isCancelled()) {
            sleep(2);
        }
        note("given up");
        answer.tell(new Tell.Ended(Tell.Why.CANCELLED));
    }

    private void note(String what) throws IOException {
        Files.writeString(
                journal, what + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    private static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
