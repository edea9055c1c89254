package parley.llm.local.child;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import parley.llm.local.llama.LlamaContext;
import parley.llm.local.llama.LlamaModel;
import parley.llm.local.llama.LlamaSampler;
import parley.llm.local.wire.Ask;
import parley.llm.local.wire.Tell;

/// One context and the tokens it knows. Used by one thread at a time.
final class Slot {
    private final LlamaModel model;
    private final LlamaContext context;
    private final List<Integer> known = new ArrayList<>();

    Slot(LlamaModel model, LlamaContext context) {
        this.model = model;
        this.context = context;
    }

    /// How many of the first tokens it knows.
    int known(int[] tokens) {
        int same = 0;
        while (same < tokens.length && same < known.size() && known.get(same) == tokens[same]) {
            same++;
        }
        return same;
    }

    void answer(int[] tokens, Ask.Chat chat, Engine.Answer answer) throws IOException {
        if (tokens.length >= context.size()) {
            answer.tell(
                    new Tell.Failed(
                            true,
                            "The conversation has %d tokens; the model reads and writes %d together. Shorten it, or raise local.context."
                                    .formatted(tokens.length, context.size())));
            return;
        }
        boolean whole = false;
        try (LlamaSampler sampler = model.newSampler(wish(chat))) {
            int cached = read(tokens, answer);
            if (known.size() < tokens.length) {
                answer.tell(new Tell.Counts(known.size(), cached, 0));
                answer.tell(new Tell.Ended(Tell.Why.CANCELLED));
            } else {
                write(chat, sampler, answer, new Tell.Counts(tokens.length, cached, 0));
            }
            whole = true;
        } finally {
            if (!whole) {
                forget();
            }
        }
    }

    /// Reads what is not known yet, in pieces; stops between two if nobody waits any more.
    ///
    /// @return how many tokens were known
    private int read(int[] tokens, Engine.Answer answer) {
        // The last one is always read anew: its successors' scores are wanted.
        int cached = Math.min(known(tokens), tokens.length - 1);
        if (cached < known.size() && !context.forgetFrom(cached)) {
            cached = 0;
            context.clear();
        }
        known.subList(cached, known.size()).clear();
        while (known.size() < tokens.length && !answer.isCancelled()) {
            int from = known.size();
            int count = Math.min(LlamaContext.BATCH_TOKENS, tokens.length - from);
            context.read(tokens, from, count);
            Arrays.stream(tokens, from, from + count).forEach(known::add);
        }
        return cached;
    }

    private void write(Ask.Chat chat, LlamaSampler sampler, Engine.Answer answer, Tell.Counts begun)
            throws IOException {
        AnswerText text = new AnswerText(chat.choice().stop());
        int most = chat.choice().maxTokens() == 0 ? Integer.MAX_VALUE : chat.choice().maxTokens();
        int written = 0;
        Tell.Why why = Tell.Why.LENGTH;
        while (written < most && known.size() < context.size()) {
            if (answer.isCancelled()) {
                why = Tell.Why.CANCELLED;
                break;
            }
            int token = sampler.choose(context);
            written++;
            if (model.isEnd(token)) {
                why = Tell.Why.STOP;
                break;
            }
            send(text.add(model.piece(token)), answer);
            if (text.isStopped()) {
                why = Tell.Why.STOP;
                break;
            }
            context.read(new int[] {token}, 0, 1);
            known.add(token);
        }
        send(text.end(), answer);
        answer.tell(new Tell.Counts(begun.read(), begun.cached(), written));
        answer.tell(new Tell.Ended(why));
    }

    private static void send(String text, Engine.Answer answer) throws IOException {
        if (!text.isEmpty()) {
            answer.tell(new Tell.Text(text));
        }
    }

    private void forget() {
        known.clear();
        context.clear();
    }

    private static LlamaSampler.Wish wish(Ask.Chat chat) {
        Ask.Choice choice = chat.choice();
        long seed = choice.seed().orElseGet(() -> ThreadLocalRandom.current().nextInt());
        return new LlamaSampler.Wish(
                (float) choice.temperature(),
                (float) choice.topP(),
                (float) choice.minP(),
                (float) choice.presencePenalty(),
                (float) choice.frequencyPenalty(),
                Long.hashCode(seed),
                chat.grammar());
    }
}
