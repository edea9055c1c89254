package parley.dialect;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import parley.account.Account;
import parley.http.Dialect;
import parley.http.Download;
import parley.http.EventStream;
import parley.http.Exchange;
import parley.http.Json;
import parley.http.Upload;
import tools.jackson.databind.JsonNode;

/// A request whose answer is taken down while it goes out. Its work does not hear of its client's
/// going away.
final class RecordedExchange implements Exchange {
    static final String JSON = "application/json";
    static final String EVENTS = "text/event-stream; charset=utf-8";

    private final Exchange exchange;
    private final ReplyRecorder recorder;
    private final StreamMarks marks;

    RecordedExchange(Exchange exchange, ReplyRecorder recorder, StreamMarks marks) {
        this.exchange = exchange;
        this.recorder = recorder;
        this.marks = marks;
    }

    void keepMeanwhile(byte[] json) {
        recorder.keepMeanwhile(json);
    }

    @Override
    public String method() {
        return exchange.method();
    }

    @Override
    public String path() {
        return exchange.path();
    }

    @Override
    public String pathParameter(String name) {
        return exchange.pathParameter(name);
    }

    @Override
    public Optional<String> query(String name) {
        return exchange.query(name);
    }

    @Override
    public Map<String, List<String>> queries() {
        return exchange.queries();
    }

    @Override
    public Optional<String> header(String name) {
        return exchange.header(name);
    }

    @Override
    public String requestId() {
        return exchange.requestId();
    }

    @Override
    public Account caller() {
        return exchange.caller();
    }

    @Override
    public byte[] body() {
        return exchange.body();
    }

    @Override
    public JsonNode json() {
        return exchange.json();
    }

    @Override
    public boolean isForm() {
        return exchange.isForm();
    }

    @Override
    public Upload upload() throws InterruptedException {
        return exchange.upload();
    }

    @Override
    public void failAs(Dialect dialect) {
        exchange.failAs(dialect);
    }

    @Override
    public void setHeader(String name, String value) {
        exchange.setHeader(name, value);
        if (name.equalsIgnoreCase("X-Model-Used")) {
            recorder.answeredBy(value);
        }
    }

    @Override
    public void respond(Object json) {
        respond(200, json);
    }

    @Override
    public void respond(int status, Object json) {
        respond(status, JSON, Json.bytes(json));
    }

    @Override
    public void respond(int status, String contentType, byte[] body) {
        // Before it leaves: who has it may ask again at once.
        recorder.keep(status, contentType, body);
        exchange.respond(status, contentType, body);
    }

    /// Goes out without being kept.
    @Override
    public void respond(String contentType, Download download) throws InterruptedException {
        exchange.respond(contentType, download);
    }

    @Override
    public EventStream startEventStream() {
        return new RecordedStream(exchange.startEventStream(), recorder, marks);
    }

    /// Never runs the action: the work is done whether its client waits or not.
    @Override
    public void onDisconnect(Runnable action) {}
}
