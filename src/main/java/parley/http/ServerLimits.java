package parley.http;

import java.time.Duration;
import java.util.List;
import parley.settings.Setting;
import parley.settings.SettingValues;

/// What one client may take of the server. None of it can be switched off.
///
/// @param jsonBytes the longest body of a JSON route, in bytes
/// @param longJsonBytes the longest body of a JSON route that takes pictures and long histories, in
///   bytes
/// @param uploadBytes the longest body of a route that takes files, in bytes
/// @param importBytes the longest body of a route that takes whole archives, in bytes
/// @param connections how many clients may be connected at once; a further one is turned away
/// @param head how long a new connection may take until its first request's head is complete
/// @param idle how long a connection may take from an answer to the next complete request head
/// @param body how long a request's body may take
/// @param upload how long one with files may take
/// @param reader how long a client may take nothing of an answer that waits for it
public record ServerLimits(
        int jsonBytes,
        int longJsonBytes,
        int uploadBytes,
        int importBytes,
        int connections,
        Duration head,
        Duration idle,
        Duration body,
        Duration upload,
        Duration reader) {
    static final Setting<Integer> JSON_BYTES =
            Setting.number(
                    "server.json.limit",
                    1 << 20,
                    1024,
                    64 << 20,
                    "The longest JSON body that is read, in bytes.");

    static final Setting<Integer> LONG_JSON_BYTES =
            Setting.number(
                    "server.long.json.limit",
                    32 << 20,
                    1024,
                    256 << 20,
                    "The longest JSON body that is read where a request brings its whole history"
                            + " and may hold pictures, in bytes.");

    static final Setting<Integer> UPLOAD_BYTES =
            Setting.number(
                    "server.upload.limit",
                    51 << 20,
                    1024,
                    1 << 30,
                    "The longest body that is read where files are sent, in bytes.");

    static final Setting<Integer> IMPORT_BYTES =
            Setting.number(
                    "server.import.limit",
                    1 << 30,
                    1024,
                    Integer.MAX_VALUE,
                    "The longest file that is taken for an import, in bytes.");

    static final Setting<Integer> CONNECTIONS =
            Setting.number(
                    "server.connections",
                    20_000,
                    1,
                    1_000_000,
                    "How many clients may be connected at once; a further one is turned away.");

    static final Setting<Duration> HEAD =
            Setting.seconds(
                    "server.head.seconds",
                    10,
                    1,
                    600,
                    "How long a new connection may take to send the head of its first request.");

    static final Setting<Duration> IDLE =
            Setting.seconds(
                    "server.idle.seconds",
                    75,
                    1,
                    3600,
                    "How long a connection may stay without a next request.");

    static final Setting<Duration> BODY =
            Setting.seconds(
                    "server.body.seconds", 30, 1, 3600, "How long the body of a request may take.");

    static final Setting<Duration> UPLOAD =
            Setting.seconds(
                    "server.upload.seconds",
                    300,
                    1,
                    36_000,
                    "How long the body of a request with files may take.");

    static final Setting<Duration> READER =
            Setting.seconds(
                    "server.reader.seconds",
                    60,
                    1,
                    3600,
                    "How long a client may read nothing of an answer before it is dropped.");

    static final List<Setting<?>> ALL =
            List.of(
                    JSON_BYTES,
                    LONG_JSON_BYTES,
                    UPLOAD_BYTES,
                    IMPORT_BYTES,
                    CONNECTIONS,
                    HEAD,
                    IDLE,
                    BODY,
                    UPLOAD,
                    READER);

    /// With one limit for every body.
    public ServerLimits(
            int jsonBytes,
            int connections,
            Duration head,
            Duration idle,
            Duration body,
            Duration reader) {
        this(
                jsonBytes,
                jsonBytes,
                jsonBytes,
                jsonBytes,
                connections,
                head,
                idle,
                body,
                body,
                reader);
    }

    static ServerLimits from(SettingValues values) {
        return new ServerLimits(
                values.get(JSON_BYTES),
                values.get(LONG_JSON_BYTES),
                values.get(UPLOAD_BYTES),
                values.get(IMPORT_BYTES),
                values.get(CONNECTIONS),
                values.get(HEAD),
                values.get(IDLE),
                values.get(BODY),
                values.get(UPLOAD),
                values.get(READER));
    }
}
