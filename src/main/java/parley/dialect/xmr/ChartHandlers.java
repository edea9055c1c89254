package parley.dialect.xmr;

import parley.analysis.ChartPictures;
import parley.analysis.xmr.Conformance;
import parley.error.AppException;
import parley.error.ErrorCode;
import parley.http.Exchange;

/// Shows the pictures of charts, and proves the formulas behind them.
final class ChartHandlers {
    private final ChartPictures pictures;

    ChartHandlers(ChartPictures pictures) {
        this.pictures = pictures;
    }

    /// The picture never changes, and it is nobody else's.
    void show(Exchange exchange) throws InterruptedException {
        String filename = exchange.pathParameter("filename");
        ChartPictures.Picture picture =
                pictures.find(exchange.caller().id(), filename)
                        .orElseThrow(() ->
                                new AppException(
                                        ErrorCode.NOT_FOUND,
                                        "There is no chart %s.".formatted(filename)));
        exchange.setHeader("Cache-Control", "private, max-age=31536000, immutable");
        send(exchange, picture);
    }

    /// Works the published cases out now.
    void conformance(Exchange exchange) {
        exchange.respond(Conformance.run());
    }

    /// A picture is only looked at: it runs nothing, and nothing in it is fetched.
    static void send(Exchange exchange, ChartPictures.Picture picture) {
        exchange.setHeader("X-Content-Type-Options", "nosniff");
        exchange.setHeader(
                "Content-Security-Policy",
                "sandbox; default-src 'none'; style-src 'unsafe-inline'; font-src data:");
        exchange.respond(200, picture.mediaType(), picture.bytes());
    }
}
