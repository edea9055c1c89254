package parley.dialect;

import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.conversation.IdempotencyKey;
import parley.error.AppException;
import parley.http.Exchange;
import parley.http.Handler;
import parley.http.Json;
import parley.reply.Reply;
import parley.reply.ReplyBeginning;
import parley.reply.ReplyKey;
import parley.reply.ReplySettings;
import parley.reply.ReplyStore;

/// Makes an `Idempotency-Key` hold where no conversation keeps the answer: what goes out is kept
/// under the key, and goes out again when the same request comes again.
///
/// With a key the work goes on to its end when its client goes away, as turns do: whoever sends a
/// key will ask again. What fails is not kept, and its key is free.
public final class KeyedReplies {
    private static final Logger LOG = LoggerFactory.getLogger(KeyedReplies.class);

    private final ReplyStore store;
    private final ReplySettings settings;
    private final String node;
    private final InstantSource clock;

    /// Keys that could not be given back because the store was away.
    private final Set<ReplyKey> unreleased = ConcurrentHashMap.newKeySet();

    /// @param node the name of this server in the store
    public KeyedReplies(
            ReplyStore store, ReplySettings settings, String node, InstantSource clock) {
        this.store = store;
        this.settings = settings;
        this.node = node;
        this.clock = clock;
    }

    /// The same work, for requests that may bring a key.
    ///
    /// @param contract under whose name the keys are kept
    public Handler keyed(String contract, StreamMarks marks, Handler work) {
        return exchange -> answer(exchange, contract, marks, work);
    }

    /// Answers a request: by doing the work, or as it was answered before.
    ///
    /// @throws AppException (409) the same request is being answered; (422) the key belongs to
    ///   another one; (400) the key is malformed; whatever makes the work fail
    public void answer(Exchange exchange, String contract, StreamMarks marks, Handler work)
            throws InterruptedException {
        Optional<IdempotencyKey> sent = IdempotencyKeys.of(exchange);
        if (sent.isEmpty()) {
            work.handle(exchange);
            return;
        }
        ReplyKey key = new ReplyKey(exchange.caller().id(), contract, sent.get());
        releaseLeft();
        switch (store.begin(key, node, clock.instant())) {
            case ReplyBeginning.Taken() -> perform(exchange, key, marks, work);
            case ReplyBeginning.Kept(Reply reply) -> repeat(exchange, reply);
            case ReplyBeginning.Running() -> throw IdempotencyKey.stillRunning();
            case ReplyBeginning.OtherRequest() -> throw IdempotencyKey.reused();
        }
    }

    /// Keeps an answer for the case that this server dies before the whole one, where what was
    /// begun goes on without it. Does nothing for a request without a key.
    public static void keepMeanwhile(Exchange exchange, Object json) {
        if (exchange instanceof RecordedExchange recorded) {
            recorded.keepMeanwhile(Json.bytes(json));
        }
    }

    private void perform(Exchange exchange, ReplyKey key, StreamMarks marks, Handler work)
            throws InterruptedException {
        ReplyRecorder recorder = new ReplyRecorder(keeper(key), settings.longestBytes());
        try {
            work.handle(new RecordedExchange(exchange, recorder, marks));
        } finally {
            recorder.giveUp();
        }
    }

    private ReplyRecorder.Keeper keeper(ReplyKey key) {
        return new ReplyRecorder.Keeper() {
            @Override
            public boolean keep(Reply reply) {
                try {
                    return store.finish(key, node, reply);
                } catch (AppException e) {
                    // The answer is there, and paid for: it is given all the same.
                    LOG.warn("A reply could not be kept under its key: {}", e.getMessage());
                    return false;
                }
            }

            @Override
            public void keepMeanwhile(Reply reply) {
                try {
                    store.keepMeanwhile(key, node, reply);
                } catch (AppException e) {
                    LOG.warn("A reply could not be kept for a while: {}", e.getMessage());
                }
            }

            @Override
            public void release() {
                KeyedReplies.this.release(key);
            }
        };
    }

    private boolean release(ReplyKey key) {
        try {
            store.release(key, node);
            return true;
        } catch (AppException e) {
            unreleased.add(key);
            LOG.warn("An Idempotency-Key could not be made free yet: {}", e.getMessage());
            return false;
        }
    }

    private void releaseLeft() {
        for (ReplyKey key : Set.copyOf(unreleased)) {
            // Whoever takes it out gives it back: once more could be somebody else's.
            if (unreleased.remove(key) && !release(key)) {
                return;
            }
        }
    }

    private static void repeat(Exchange exchange, Reply reply) {
        reply.answeredBy().ifPresent(model -> exchange.setHeader("X-Model-Used", model));
        if (reply.contentType().equals(RecordedExchange.EVENTS)) {
            exchange.setHeader("Cache-Control", "no-cache, no-transform");
        }
        exchange.respond(reply.status(), reply.contentType(), reply.body());
    }
}
