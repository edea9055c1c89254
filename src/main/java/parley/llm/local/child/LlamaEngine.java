package parley.llm.local.child;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import parley.llm.local.llama.LlamaContext;
import parley.llm.local.llama.LlamaModel;
import parley.llm.local.wire.Ask;
import parley.llm.local.wire.Tell;

/// Answers with llama.cpp. Each answer has a context of its own while it is made; afterwards the
/// context still knows the conversation, and the next answer gets the one that knows most of it.
final class LlamaEngine implements Engine {
    private final LlamaModel model;
    private final Prompts prompts;
    private final int contextTokens;
    private final int threads;
    private final Semaphore places;
    private final List<Slot> idle = new ArrayList<>();
    private final Object vectors = new Object();
    private @Nullable LlamaContext vectorContext;

    LlamaEngine(LlamaModel model, int contextTokens, int contexts, int threads) {
        this.model = model;
        this.prompts = new Prompts(model);
        this.contextTokens = contextTokens;
        this.threads = threads;
        this.places = new Semaphore(contexts);
    }

    @Override
    public int contextTokens() {
        return contextTokens;
    }

    @Override
    public void answer(Ask ask, Answer answer) throws IOException {
        switch (ask) {
            case Ask.Chat chat -> chat(chat, answer);
            case Ask.Embed embed -> answer.tell(embed(embed));
            case Ask.Cancel _ -> answer.tell(new Tell.Ended(Tell.Why.CANCELLED));
        }
    }

    private void chat(Ask.Chat chat, Answer answer) throws IOException {
        int[] tokens = model.tokenize(prompts.text(chat));
        places.acquireUninterruptibly();
        try {
            Slot slot = take(tokens);
            try {
                slot.answer(tokens, chat, answer);
            } finally {
                giveBack(slot);
            }
        } finally {
            places.release();
        }
    }

    private synchronized Slot take(int[] tokens) {
        @Nullable Slot best = null;
        for (Slot slot : idle) {
            if (best == null || slot.known(tokens) > best.known(tokens)) {
                best = slot;
            }
        }
        if (best == null) {
            return new Slot(model, model.newContext(contextTokens, threads));
        }
        idle.remove(best);
        return best;
    }

    private synchronized void giveBack(Slot slot) {
        idle.add(slot);
    }

    private Tell embed(Ask.Embed embed) {
        List<float[]> made = new ArrayList<>();
        int read = 0;
        synchronized (vectors) {
            LlamaContext context = vectorContext;
            if (context == null) {
                context = model.newVectorContext(contextTokens, threads);
                vectorContext = context;
            }
            for (String text : embed.texts()) {
                int[] tokens = model.tokenize(text);
                if (tokens.length == 0 || tokens.length > context.size()) {
                    return new Tell.Failed(
                            true,
                            "A text to embed has %d tokens; between 1 and %d are possible."
                                    .formatted(tokens.length, context.size()));
                }
                made.add(context.vector(tokens));
                read += tokens.length;
            }
        }
        return new Tell.Vectors(made, read);
    }
}
