package parley.conversation;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import parley.error.AppException;
import parley.error.ErrorCode;
import parley.llm.ModelCatalog;
import parley.llm.ResolvedModel;

/// Starts, stops, continues and listens to turns.
///
/// A turn is acknowledged after its commit and then lives apart from the request that started it:
/// whoever listens may come and go. Every turn ends exactly once.
public final class TurnService {
    private final ConversationStore conversations;
    private final TurnStore store;
    private final ModelCatalog models;
    private final TurnRunner runner;
    private final ActiveTurns active;
    private final TurnGate gate;
    private final Lanes lanes;
    private final KeysInUse keysInUse = new KeysInUse();
    private final AliasLocks aliasLocks = new AliasLocks();
    private final InstantSource clock;
    private final String node;
    private volatile boolean draining;

    TurnService(
            ConversationStore conversations,
            TurnStore store,
            ModelCatalog models,
            TurnRunner runner,
            ActiveTurns active,
            TurnGate gate,
            Lanes lanes,
            InstantSource clock,
            String node) {
        this.conversations = conversations;
        this.store = store;
        this.models = models;
        this.runner = runner;
        this.active = active;
        this.gate = gate;
        this.lanes = lanes;
        this.clock = clock;
        this.node = node;
    }

    /// Stores what is new and begins the answer. Returns after the commit.
    ///
    /// @throws AppException (404) no such conversation; (400) no such model; (409, 422) the
    ///   idempotency key is in use or belongs to another request; (429, 503) too much is under way
    public TurnHandle start(TurnRequest request) throws InterruptedException {
        Optional<IdempotencyKey> key = request.key();
        if (key.isEmpty()) {
            return startNew(request);
        }
        try (var _ = keysInUse.claim(request.accountId(), request.contract(), key.get())) {
            boolean known = isKnown(request.accountId(), request.contract(), key.get());
            return known ? repeat(request) : startNew(request);
        }
    }

    /// Whether a turn was started under this key: a request that brings it again adds nothing.
    public boolean isKnown(long accountId, String contract, IdempotencyKey key) {
        return store.findByKey(accountId, contract, key.key()).isPresent();
    }

    /// Goes on with an answer that ended early, from where it ended. One that is under way is
    /// simply returned.
    ///
    /// @throws AppException (404) no such turn; (409) the answer is complete
    public TurnHandle resume(long accountId, long turnId) throws InterruptedException {
        Turn turn = load(accountId, turnId);
        if (!turn.status().isEnd()) {
            return handle(turn, false);
        }
        if (turn.status() == MessageStatus.COMPLETE) {
            throw new AppException(
                    ErrorCode.CONFLICT,
                    "The answer of turn %d is complete already.".formatted(turnId));
        }
        return resumeEnded(turn, false);
    }

    /// Ends a turn now. Returns when it has ended; a turn that had ended stays as it is.
    ///
    /// @throws AppException (404) no such turn
    public Turn stop(long accountId, long turnId) throws InterruptedException {
        Turn turn = load(accountId, turnId);
        Optional<ActiveTurn> running = active.find(turnId);
        if (running.isEmpty()) {
            return turn;
        }
        running.get().stop(ActiveTurn.StopReason.ASKED);
        return running.get().log().awaitEnd();
    }

    /// Listens to a turn, under way or ended.
    ///
    /// @throws AppException (404) no such turn
    public TurnHandle attach(long accountId, long turnId) {
        return handle(load(accountId, turnId), false);
    }

    /// @throws AppException (404) no such turn
    public Turn load(long accountId, long turnId) {
        return store.find(accountId, turnId)
                .orElseThrow(() ->
                        new AppException(
                                ErrorCode.NOT_FOUND, "There is no turn %d.".formatted(turnId)));
    }

    public List<Turn> list(TurnQuery query) {
        return store.list(query);
    }

    /// What went into an answer; of one that is under way, as far as it is known.
    ///
    /// @throws AppException (404) no such turn
    public Receipt receipt(long accountId, long turnId) {
        Turn turn = load(accountId, turnId);
        Optional<ActiveTurn> running = active.find(turnId);
        if (running.isPresent()) {
            return runner.receiptSoFar(running.get());
        }
        String note =
                turn.status().isEnd()
                        ? "The answer is older than receipts."
                        : "Another server writes this answer.";
        return store.receipt(accountId, turnId)
                .filter(stored -> turn.status().isEnd())
                .orElseGet(() -> Receipt.noted(turn, turn.status(), turn.usage(), note));
    }

    /// From now on no turn begins. Those that are under way go on.
    public void drain() {
        draining = true;
    }

    /// How many turns are under way.
    public int activeCount() {
        return active.count();
    }

    /// Waits for the turns to end, then interrupts those that did not, keeping their text.
    public void close(Duration window) throws InterruptedException {
        drain();
        runner.awaitIdle(window);
        active.all().forEach(turn -> turn.stop(ActiveTurn.StopReason.SHUTDOWN));
        runner.awaitIdle(Duration.ofSeconds(5));
        runner.close();
    }

    void requireModel(String model) throws InterruptedException {
        models.resolve(model);
    }

    void stopAll(long conversationId) throws InterruptedException {
        for (ActiveTurn turn : active.all()) {
            if (turn.conversation().id() == conversationId) {
                turn.stop(ActiveTurn.StopReason.ASKED);
                turn.log().awaitEnd();
            }
        }
    }

    Optional<String> textSoFar(long turnId) {
        return active.find(turnId).map(turn -> turn.log().text());
    }

    /// The number of the last event of a turn but its end, see [TurnEvent].
    public long lengthSoFar(Turn turn) {
        return new Speech(
                        saidSoFar(turn.id())
                                .or(() -> store.answer(turn.id()).map(StoredAnswer::all))
                                .orElse(List.of()))
                .length();
    }

    Optional<List<Said>> saidSoFar(long turnId) {
        return active.find(turnId).map(turn -> turn.log().from(0));
    }

    /// Whether a turn that is under way has said more than words.
    boolean isRich(long turnId) {
        return active.find(turnId).map(turn -> turn.log().rich()).orElse(false);
    }

    private TurnHandle startNew(TurnRequest request) throws InterruptedException {
        refuseWhenDraining();
        if (!(request.target() instanceof ConversationTarget.Named named)) {
            return startIn(findTarget(request), request);
        }
        Optional<Conversation> known =
                conversations.findByAlias(request.accountId(), named.alias());
        if (known.isPresent()) {
            return startIn(known, request);
        }
        // Two first messages under one new name: the second one waits here and finds what the first
        // one made.
        try (var _ = aliasLocks.hold(request.accountId(), named.alias())) {
            return startIn(conversations.findByAlias(request.accountId(), named.alias()), request);
        }
    }

    private TurnHandle startIn(Optional<Conversation> target, TurnRequest request)
            throws InterruptedException {
        ResolvedModel model = model(request, target.flatMap(Conversation::model));
        TurnAdmission admission = gate.admit(request, model);
        boolean begun = false;
        try {
            TurnHandle handle =
                    target.isPresent()
                            ? startInLane(lanes.enter(target.get().id()), request, model, admission)
                            : startFresh(request, model, admission);
            begun = !handle.repeated();
            return handle;
        } finally {
            if (!begun) {
                admission.close();
            }
        }
    }

    private TurnHandle startInLane(
            Lanes.Place place, TurnRequest request, ResolvedModel model, TurnAdmission admission)
            throws InterruptedException {
        boolean begun = false;
        place.beginStoring();
        try {
            MessageStatus status = place.wouldWait() ? MessageStatus.QUEUED : MessageStatus.RUNNING;
            TurnStarted started = store.start(startOf(request, model, status));
            if (!(started instanceof TurnStarted.New(Conversation conversation, Turn turn))) {
                return repeated(started, request);
            }
            place.lineUp();
            begun = true;
            return run(
                    new ActiveTurn(
                            conversation, turn, request, model, admission, place, List.of()));
        } finally {
            place.endStoring();
            if (!begun) {
                place.leave();
            }
        }
    }

    private TurnHandle startFresh(TurnRequest request, ResolvedModel model, TurnAdmission admission)
            throws InterruptedException {
        TurnStarted started = store.start(startOf(request, model, MessageStatus.RUNNING));
        if (!(started instanceof TurnStarted.New(Conversation conversation, Turn turn))) {
            return repeated(started, request);
        }
        return runFirst(conversation, turn, request, model, admission);
    }

    private TurnHandle runFirst(
            Conversation conversation,
            Turn turn,
            TurnRequest request,
            ResolvedModel model,
            TurnAdmission admission) {
        Lanes.Place place = lanes.enter(conversation.id());
        place.lineUp();
        return run(new ActiveTurn(conversation, turn, request, model, admission, place, List.of()));
    }

    /// A key that is known: the store compares the requests and stores nothing.
    private TurnHandle repeat(TurnRequest request) throws InterruptedException {
        ResolvedModel model = models.resolve("");
        return repeated(store.start(startOf(request, model, MessageStatus.RUNNING)), request);
    }

    private TurnHandle repeated(TurnStarted started, TurnRequest request)
            throws InterruptedException {
        return switch (started) {
            case TurnStarted.New(Conversation conversation, Turn turn) -> {
                // The key was forgotten between looking and storing: the turn is a new one.
                ResolvedModel model = model(request, conversation.model());
                yield runFirst(conversation, turn, request, model, gate.admit(request, model));
            }
            case TurnStarted.Repeated(Turn turn) -> repeatedTurn(turn);
            case TurnStarted.KeyReused() -> throw IdempotencyKey.reused();
            case TurnStarted.NoConversation() ->
                    throw ConversationService.notFound(TurnRequests.askedId(request));
        };
    }

    private TurnHandle repeatedTurn(Turn turn) throws InterruptedException {
        return switch (turn.status()) {
            case QUEUED, RUNNING -> throw IdempotencyKey.stillRunning();
            // The server died before the first answer went out: the same request brings the whole
            // of it.
            case INTERRUPTED -> resumeEnded(turn, true);
            case COMPLETE, CANCELLED, FAILED -> handle(turn, true);
        };
    }

    private TurnHandle resumeEnded(Turn ended, boolean repeated) throws InterruptedException {
        refuseWhenDraining();
        TurnRequest request = TurnRequests.toContinue(ended, store.wish(ended.id()));
        ResolvedModel model = model(request, Optional.empty());
        long accountId = ended.accountId();
        TurnAdmission admission = gate.admit(request, model);
        Lanes.Place place;
        try {
            place = lanes.enter(ended.conversationId());
        } catch (AppException e) {
            admission.close();
            throw e;
        }
        boolean begun = false;
        place.beginStoring();
        try {
            Turn turn =
                    store.resume(accountId, ended.id(), node)
                            .orElseThrow(() ->
                                    new AppException(
                                            ErrorCode.CONFLICT,
                                            "Turn %d is being continued already."
                                                    .formatted(ended.id())));
            List<Said> before = store.answer(turn.id()).map(StoredAnswer::all).orElse(List.of());
            Conversation conversation =
                    conversations
                            .find(accountId, turn.conversationId())
                            .orElseThrow(() -> ConversationService.notFound(turn.conversationId()));
            place.lineUp();
            begun = true;
            ActiveTurn running =
                    new ActiveTurn(conversation, turn, request, model, admission, place, before);
            return new RunningTurnHandle(runner.begin(running), conversations, repeated);
        } finally {
            place.endStoring();
            if (!begun) {
                place.leave();
                admission.close();
            }
        }
    }

    /// @param usual the conversation's own model, which need not paint
    private ResolvedModel model(TurnRequest request, Optional<String> usual)
            throws InterruptedException {
        return TurnRequests.paints(request)
                ? models.resolvePainter(request.model().orElse(""))
                : models.resolve(request.model().or(() -> usual).orElse(""));
    }

    private TurnHandle run(ActiveTurn turn) {
        return new RunningTurnHandle(runner.begin(turn), conversations, false);
    }

    private TurnHandle handle(Turn turn, boolean repeated) {
        Optional<ActiveTurn> running = active.find(turn.id());
        if (running.isPresent()) {
            return new RunningTurnHandle(running.get(), conversations, repeated);
        }
        Conversation conversation =
                conversations
                        .find(turn.accountId(), turn.conversationId())
                        .orElseThrow(() -> ConversationService.notFound(turn.conversationId()));
        return new StoredTurnHandle(turn, conversation, conversations, store, repeated);
    }

    private Optional<Conversation> findTarget(TurnRequest request) {
        return switch (request.target()) {
            case ConversationTarget.Existing(long id) ->
                    Optional.of(
                            conversations
                                    .find(request.accountId(), id)
                                    .orElseThrow(() -> ConversationService.notFound(id)));
            case ConversationTarget.Named(String alias) ->
                    conversations.findByAlias(request.accountId(), alias);
            case ConversationTarget.Fresh(NewConversation ignored) -> Optional.empty();
        };
    }

    private TurnStart startOf(TurnRequest request, ResolvedModel model, MessageStatus status) {
        return TurnRequests.start(request, model, status, node, clock.instant());
    }

    private void refuseWhenDraining() {
        if (draining) {
            throw new AppException(
                            ErrorCode.UNAVAILABLE,
                            "The server is stopping. Try again when it is back.")
                    .retryAfter(Duration.ofSeconds(5));
        }
    }
}
