package parley.dialect.archive;

import parley.export.Imports;
import parley.http.Exchange;
import parley.http.Handler;
import parley.http.Upload;

/// Takes a file and says what became of what is in it.
final class ImportHandler implements Handler {
    private final Imports imports;

    ImportHandler(Imports imports) {
        this.imports = imports;
    }

    @Override
    public void handle(Exchange exchange) throws InterruptedException {
        Upload.File file = exchange.upload().requiredFile("file");
        exchange.respond(ShownReport.of(imports.run(exchange.caller().id(), file.path())));
    }
}
