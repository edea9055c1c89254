package parley.dialect.xmr;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import parley.analysis.ChartPictures;
import parley.conversation.Message;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Shows messages as this contract does: with the pictures of their charts.
final class MessageView {
    private final ChartPictures pictures;

    MessageView(ChartPictures pictures) {
        this.pictures = pictures;
    }

    List<XmrMessage> all(List<Message> messages) throws InterruptedException {
        List<XmrMessage> shown = new ArrayList<>();
        for (Message message : messages) {
            shown.add(of(message));
        }
        return shown;
    }

    XmrMessage of(Message message) throws InterruptedException {
        Analysis analysis = Analysis.of(message);
        Optional<JsonNode> chart = analysis.chartData();
        if (chart.isPresent() && chart.get() instanceof ObjectNode data) {
            pictures.show(data);
        } else if (chart.isEmpty() && analysis.sqlResults().isPresent() && analysis.found()) {
            chart = Optional.of(Analysis.table(analysis.sqlResults().get()));
        }
        return XmrMessage.of(message, analysis, chart);
    }
}
