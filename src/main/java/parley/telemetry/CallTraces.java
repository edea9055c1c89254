package parley.telemetry;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporterBuilder;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.TimeUnit;
import parley.llm.Attempt;
import parley.llm.CallObserver;
import parley.llm.ChatMessage;
import parley.llm.ModelCall;
import parley.llm.ModelRequest;
import parley.llm.Usage;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/// Sends a span for every model call to a collector, under the names of OpenTelemetry's conventions
/// for generative AI (status: development). A collector that is away costs nothing but the spans.
public final class CallTraces implements CallObserver, AutoCloseable {
    private static final Duration LAST_EXPORT = Duration.ofSeconds(3);
    private static final int MOST_QUEUED = 4_096;

    private final SdkTracerProvider provider;
    private final Tracer tracer;
    private final boolean withContent;
    private final InstantSource clock;

    /// @param settings whose endpoint is not empty
    public CallTraces(TelemetrySettings settings, InstantSource clock) {
        String base = settings.endpoint().replaceAll("/+$", "");
        OtlpHttpSpanExporterBuilder exporter =
                OtlpHttpSpanExporter.builder()
                        .setEndpoint(base.endsWith("/v1/traces") ? base : base + "/v1/traces")
                        .setTimeout(LAST_EXPORT);
        settings.headers().forEach(exporter::addHeader);
        this.provider =
                SdkTracerProvider.builder()
                        .setResource(
                                Resource.getDefault().toBuilder()
                                        .put("service.name", settings.serviceName())
                                        .build())
                        .addSpanProcessor(
                                BatchSpanProcessor.builder(exporter.build())
                                        .setMaxQueueSize(MOST_QUEUED)
                                        .build())
                        .build();
        this.tracer = provider.get("parley");
        this.withContent = settings.withContent();
        this.clock = clock;
    }

    @Override
    public void ended(ModelCall call) {
        Instant end = clock.instant();
        SpanBuilder builder =
                tracer.spanBuilder("chat " + call.asked().model())
                        .setSpanKind(SpanKind.CLIENT)
                        .setNoParent()
                        .setStartTimestamp(end.minus(call.duration()));
        describe(builder, call);
        Span span = builder.startSpan();
        if (call.reason().isEmpty()) {
            fail(span, call.attempts());
        }
        span.end(end);
    }

    private void describe(SpanBuilder span, ModelCall call) {
        Usage usage = call.usage();
        span.setAttribute("gen_ai.operation.name", "chat")
                .setAttribute("gen_ai.provider.name", call.model().provider().name())
                .setAttribute("gen_ai.request.model", call.asked().model())
                .setAttribute("gen_ai.response.model", call.model().model())
                .setAttribute("gen_ai.usage.input_tokens", usage.inputTokens())
                .setAttribute("gen_ai.usage.output_tokens", usage.outputTokens())
                .setAttribute("gen_ai.usage.cache_read.input_tokens", usage.cachedTokens())
                .setAttribute("gen_ai.usage.reasoning.output_tokens", usage.reasoningTokens())
                .setAttribute("parley.usage.source", usage.source().wireName())
                .setAttribute("parley.attempts", call.attempts().size());
        call.reason()
                .ifPresent(reason ->
                        span.setAttribute(
                                AttributeKey.stringArrayKey("gen_ai.response.finish_reasons"),
                                List.of(reason.wireName())));
        call.firstToken()
                .ifPresent(first ->
                        span.setAttribute(
                                "gen_ai.response.time_to_first_chunk",
                                first.toNanos() / (double) TimeUnit.SECONDS.toNanos(1)));
        call.request().ifPresent(request -> describe(span, request));
    }

    private void describe(SpanBuilder span, ModelRequest request) {
        span.setAttribute("gen_ai.request.stream", request.streamed());
        request.sampling()
                .temperature()
                .ifPresent(value -> span.setAttribute("gen_ai.request.temperature", value));
        request.sampling()
                .maxTokens()
                .ifPresent(value -> span.setAttribute("gen_ai.request.max_tokens", value));
        if (withContent) {
            span.setAttribute("gen_ai.input.messages", content(request.messages()));
        }
    }

    private static void fail(Span span, List<Attempt> attempts) {
        String problem =
                attempts.isEmpty() ? "cancelled" : attempts.getLast().problem().orElse("cancelled");
        span.setStatus(StatusCode.ERROR, problem);
        span.setAttribute("error.type", problem.equals("cancelled") ? problem : "provider");
    }

    private static String content(List<ChatMessage> messages) {
        ArrayNode list = JsonMapper.shared().createArrayNode();
        for (ChatMessage message : messages) {
            list.addObject()
                    .put("role", message.role().wireName())
                    .putArray("parts")
                    .addObject()
                    .put("type", "text")
                    .put("content", message.text());
        }
        return list.toString();
    }

    /// Sends what is left, within a few seconds.
    @Override
    public void close() {
        provider.shutdown().join(LAST_EXPORT.toSeconds(), TimeUnit.SECONDS);
    }
}
