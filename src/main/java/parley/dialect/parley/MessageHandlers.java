package parley.dialect.parley;

import parley.analysis.ChartPictures;
import parley.conversation.Conversation;
import parley.conversation.ConversationService;
import parley.conversation.Message;
import parley.dialect.AskedConversation;
import parley.dialect.AskedId;
import parley.error.AppException;
import parley.error.ErrorCode;
import parley.http.Exchange;
import parley.http.QueryFields;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Shows one message, and draws the chart of its answer.
final class MessageHandlers {
    private final ConversationService conversations;
    private final ChartPictures charts;
    private final MessageViews views;

    MessageHandlers(ConversationService conversations, ChartPictures charts, MessageViews views) {
        this.conversations = conversations;
        this.charts = charts;
        this.views = views;
    }

    void show(Exchange exchange) {
        exchange.respond(views.one(exchange.caller().id(), message(exchange)));
    }

    void chart(Exchange exchange) {
        QueryFields query = new QueryFields(exchange);
        Message message = message(exchange);
        JsonNode kept = JsonMapper.shared().readTree(message.attributes());
        if (ShownChart.of(message, kept).isEmpty()
                || !(kept.path("chartData") instanceof ObjectNode chartData)) {
            throw new AppException(
                    ErrorCode.NOT_FOUND, "Message %d has no chart.".formatted(message.id()));
        }
        ChartPictures.Picture picture =
                charts.drawAgain(
                        chartData,
                        query.text("kind").orElse("main"),
                        query.text("format"),
                        query.text("theme"));
        exchange.setHeader("Cache-Control", "private, max-age=86400");
        exchange.setHeader("X-Content-Type-Options", "nosniff");
        // A picture is only looked at: it runs nothing, and nothing in it is fetched.
        exchange.setHeader(
                "Content-Security-Policy",
                "sandbox; default-src 'none'; style-src 'unsafe-inline'; font-src data:");
        exchange.respond(200, picture.mediaType(), picture.bytes());
    }

    private Message message(Exchange exchange) {
        Conversation conversation =
                conversations.load(
                        exchange.caller().id(),
                        AskedConversation.id(exchange.pathParameter("conversation_id")));
        String asked = exchange.pathParameter("message_id");
        long id =
                AskedId.parse(asked)
                        .orElseThrow(() ->
                                new AppException(
                                        ErrorCode.NOT_FOUND,
                                        "There is no message %s.".formatted(asked)));
        return conversations.loadMessage(conversation, id);
    }
}
