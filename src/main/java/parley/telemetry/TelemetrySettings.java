package parley.telemetry;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import parley.settings.Setting;
import parley.settings.SettingValues;

/// Where traces go, under the names that OpenTelemetry gives these settings.
///
/// @param endpoint the collector's address; empty for no traces
/// @param headers sent with every export
/// @param serviceName what this server is called there
/// @param withContent whether spans hold what users and models said
public record TelemetrySettings(
        String endpoint, Map<String, String> headers, String serviceName, boolean withContent) {
    static final Setting<String> ENDPOINT =
            Setting.text(
                    "otel.exporter.otlp.endpoint",
                    "",
                    "Where traces of model calls are sent, by OTLP over HTTP: http://localhost:4318."
                            + " Empty: nowhere.");
    static final Setting<String> HEADERS =
            Setting.secret(
                    "otel.exporter.otlp.headers",
                    "Headers for the collector: name=value, separated by commas.");
    static final Setting<String> SERVICE_NAME =
            Setting.text("otel.service.name", "parley", "What this server is called in traces.");
    static final Setting<Boolean> CONTENT =
            Setting.flag(
                    "otel.instrumentation.genai.capture.message.content",
                    false,
                    "Whether traces hold the messages that were sent to models.");

    public static final List<Setting<?>> ALL = List.of(ENDPOINT, HEADERS, SERVICE_NAME, CONTENT);

    public static TelemetrySettings from(SettingValues values) {
        return new TelemetrySettings(
                values.get(ENDPOINT),
                headers(values.get(HEADERS)),
                values.get(SERVICE_NAME),
                values.get(CONTENT));
    }

    public boolean traces() {
        return !endpoint.isEmpty();
    }

    private static Map<String, String> headers(String list) {
        Map<String, String> headers = new TreeMap<>();
        for (String header : list.split(",", -1)) {
            int equals = header.indexOf('=');
            if (equals > 0) {
                headers.put(
                        header.substring(0, equals).strip(), header.substring(equals + 1).strip());
            }
        }
        return headers;
    }
}
