package parley.conversation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import parley.llm.FinishReason;
import parley.llm.ModelEvent;
import parley.llm.ModelEvents;
import parley.llm.ModelInfo;
import parley.llm.ModelProvider;
import parley.llm.ModelRequest;
import parley.llm.ProviderException;
import parley.llm.Usage;

/// A model on strings. What it says is in the question: `hold` waits until it is let go, `fail`
/// fails, everything else is a word of the answer.
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
        events.accept(new ModelEvent.Finished(FinishReason.STOP, new Usage(10, 2, true)));
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
        if (isNew) {
            events.accept(new ModelEvent.TextDelta(word + " "));
        }
        return word.length() + 1;
    }
}
