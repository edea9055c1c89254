package parley.dialect.parley;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import parley.conversation.Conversation;
import parley.conversation.ConversationService;
import parley.conversation.Message;
import parley.dialect.ChatForm;
import parley.error.AppException;
import parley.error.RateLimit;
import parley.http.Exchange;
import parley.http.Handler;
import parley.http.QueryFields;
import parley.http.RequestFields;
import parley.ledger.ModelDay;
import parley.limit.Limits;
import parley.llm.ChatMessage;
import parley.llm.ModelCatalog;
import parley.llm.Price;
import parley.llm.Replay;
import parley.llm.RequestTokens;
import parley.llm.ResolvedModel;
import parley.llm.Usage;

/// Tells an account what it used and has left, and what an answer would use.
final class UsageHandlers {
    /// What an answer is expected to hold where the request does not say.
    private static final int EXPECTED_OUTPUT_TOKENS = 256;

    private final Metering metering;
    private final ConversationService conversations;
    private final ModelCatalog models;
    private final ChatForm form;

    UsageHandlers(
            Metering metering,
            ConversationService conversations,
            ModelCatalog models,
            ChatForm form) {
        this.metering = metering;
        this.conversations = conversations;
        this.models = models;
        this.form = form;
    }

    void show(Exchange exchange) {
        QueryFields fields = new QueryFields(exchange);
        Instant now = metering.clock().instant();
        Instant from = fields.time("from").orElseGet(() -> beginOfMonth(now));
        Instant to = fields.time("to").orElseGet(() -> now.plusSeconds(1));
        if (!from.isBefore(to)) {
            throw AppException.invalid(
                    "from",
                    "The parameter \"from\" must be before \"to\"; it is %s.".formatted(from));
        }
        long account = exchange.caller().id();
        List<ModelDay> days = metering.ledger().usage(account, from, to);
        exchange.respond(
                new ShownUsage(
                        metering.limits().tier(account),
                        from.toString(),
                        to.truncatedTo(ChronoUnit.SECONDS).toString(),
                        days.stream()
                                .map(ShownUsage.Amount::of)
                                .reduce(ShownUsage.Amount.NONE, ShownUsage.Amount::plus),
                        days.stream().map(ShownUsage.Day::of).toList(),
                        ShownUsage.OneDay.of(days),
                        ShownUsage.OneModel.of(days),
                        limits(account, now)));
    }

    void estimate(Exchange exchange) throws InterruptedException {
        EstimateRequest request = EstimateRequest.of(exchange.json(), form);
        long account = exchange.caller().id();
        ResolvedModel model = models.resolve(request.model().orElse(""));
        long input = Math.min(inputTokens(account, request, model), model.contextTokens());
        long most = mostOutput(request, model, input);
        long expected =
                maxTokens(request).isPresent() ? most : Math.min(most, EXPECTED_OUTPUT_TOKENS);
        Optional<Price> price = model.info().price();
        long cost = price.map(known -> nanoDollars(known, input, expected)).orElse(0L);
        List<RateLimit> refusing =
                metering.limits().refusing(account, new Limits.Expected(input + expected, cost, 0));
        exchange.respond(
                new ShownEstimate(
                        true,
                        model.fullName(),
                        input,
                        new ShownEstimate.Output(expected, most),
                        price.map(known -> cost(known, input, expected, most)).orElse(null),
                        refusing.isEmpty(),
                        refusing.stream().map(RateLimit::name).toList(),
                        limits(account, metering.clock().instant())));
    }

    /// What is asked with `dry_run` is only estimated.
    Handler orEstimate(Handler start) {
        return exchange -> {
            RequestFields fields = new RequestFields(exchange.json());
            if (fields.optionalBoolean("dry_run").orElse(false)) {
                estimate(exchange);
            } else {
                start.handle(exchange);
            }
        };
    }

    /// Everything that the model would read: pictures, tools, forms and the passages of documents
    /// as well as words.
    private long inputTokens(long account, EstimateRequest request, ResolvedModel model)
            throws InterruptedException {
        List<ChatMessage> messages = new ArrayList<>();
        long ofDocuments = 0;
        if (request.conversationId().isPresent()) {
            long id = request.conversationId().getAsLong();
            Conversation conversation = conversations.load(account, id);
            for (Message message : conversations.messages(conversation)) {
                messages.add(new ChatMessage(message.role(), conversations.parts(message)));
            }
            ofDocuments = ofDocuments(conversation, request.chat(), model);
        }
        messages.addAll(request.chat().messages());
        return ofDocuments
                + RequestTokens.count(
                        Replay.forModel(messages, model).messages(),
                        request.chat().options(),
                        metering.tokens());
    }

    private long ofDocuments(Conversation conversation, ChatForm.Asked asked, ResolvedModel model)
            throws InterruptedException {
        List<ChatMessage> messages = asked.messages();
        String question = messages.isEmpty() ? "" : messages.getLast().text();
        return metering.documents().tokens(conversation, model, asked.options(), question);
    }

    private static OptionalInt maxTokens(EstimateRequest request) {
        return request.chat().options().sampling().maxTokens();
    }

    private static long mostOutput(EstimateRequest request, ResolvedModel model, long input) {
        long room = Math.max(0, model.contextTokens() - input);
        long most = Math.min(room, model.info().outputTokens().orElse(Integer.MAX_VALUE));
        return Math.min(most, maxTokens(request).orElse(Integer.MAX_VALUE));
    }

    private static ShownEstimate.Cost cost(Price price, long input, long expected, long most) {
        return new ShownEstimate.Cost(
                ShownUsage.dollars(nanoDollars(price, input, 0)),
                ShownUsage.dollars(nanoDollars(price, input, expected)),
                ShownUsage.dollars(nanoDollars(price, input, most)));
    }

    private static long nanoDollars(Price price, long input, long output) {
        return price.nanoDollars(Usage.exact(input, output));
    }

    private List<ShownLimit> limits(long account, Instant now) {
        return metering.limits().state(account).stream()
                .map(limit -> ShownLimit.of(limit, now))
                .toList();
    }

    private static Instant beginOfMonth(Instant now) {
        LocalDate today = now.atOffset(ZoneOffset.UTC).toLocalDate();
        return today.withDayOfMonth(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
