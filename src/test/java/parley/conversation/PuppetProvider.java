package parley.conversation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import parley.llm.FinishReason;
import parley.llm.ModelEvent;
import parley.llm.ModelEvents;
import parley.llm.ModelInfo;
import parley.llm.ModelProvider;
import parley.llm.ModelRequest;
import parley.llm.Part;
import parley.llm.ProviderException;
import parley.llm.ReportedUsage;

/// A model on strings. What it says is in the question: `hold` waits until it is let go, `fail`
/// fails, `think=`, `sign=`, `draw=`, `call=` and `call1=` bring a piece of these; everything else
/// is a word of the answer.
final class PuppetProvider implements ModelProvider {
    private final Semaphore released = new Semaphore(0);
    private final List<ModelRequest> requests = Collections.synchronizedList(new ArrayList<>());
    private final CountDownLatch cancelled = new CountDownLatch(1);

    @Override
    public String name() {
        return "puppet";
    }

    @Override
    public List<ModelInfo> models() {
        return List.of(new ModelInfo("one", 1000), new ModelInfo("two", 1000));
    }

    @Override
    public void run(ModelRequest request, ModelEvents events) throws InterruptedException {
        requests.add(request);
        String script = request.messages().getLast().text();
        int said = 0;
        try {
            for (String word : script.split(" ")) {
                said += say(word, said, request.answerSoFar().length(), events);
            }
        } catch (InterruptedException e) {
            cancelled.countDown();
            throw e;
        }
        events.accept(new ModelEvent.UsageReported(ReportedUsage.of(10, 2)));
        events.accept(new ModelEvent.Finished(FinishReason.STOP));
    }

    /// Lets one `hold` go.
    void release() {
        released.release();
    }

    /// Waits until a run was cancelled.
    void awaitCancelled() throws InterruptedException {
        if (!cancelled.await(20, TimeUnit.SECONDS)) {
            throw new AssertionError("No run was cancelled.");
        }
    }

    List<ModelRequest> requests() {
        return List.copyOf(requests);
    }

    private static void sayMore(String kind, String what, ModelEvents events) {
        switch (kind) {
            case "think" -> events.accept(new ModelEvent.ReasoningDelta(what));
            case "sign" -> events.accept(new ModelEvent.ReasoningSigned(what));
            case "draw" ->
                    events.accept(
                            new ModelEvent.ImageMade(
                                    new Part.Image("image/png", what, Optional.empty())));
            case "call" -> events.accept(new ModelEvent.ToolCallDelta(0, "call-0", "look", what));
            case "call1" -> events.accept(new ModelEvent.ToolCallDelta(1, "call-1", "look", what));
            default -> throw new IllegalArgumentException(kind);
        }
    }

    private int say(String word, int said, int skip, ModelEvents events)
            throws InterruptedException {
        if (word.equals("fail")) {
            throw new ProviderException(
                    ProviderException.Kind.REFUSED, "The puppet refuses.", null, null);
        }
        boolean isNew = said >= skip;
        if (word.equals("hold")) {
            if (isNew) {
                released.acquire();
            }
            return 0;
        }
        if (word.contains("=")) {
            if (isNew) {
                sayMore(
                        word.substring(0, word.indexOf('=')),
                        word.substring(word.indexOf('=') + 1),
                        events);
            }
            return 0;
        }
        if (isNew) {
            events.accept(new ModelEvent.TextDelta(word + " "));
        }
        return word.length() + 1;
    }
}
