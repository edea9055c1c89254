package parley.storage;

import java.net.URI;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import parley.image.ImageFeature;
import parley.image.ImageTask;
import parley.image.InputRole;
import parley.image.StoredTask;
import parley.image.TaskStatus;
import parley.image.Wishes;
import parley.storage.database.Row;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Work on pictures as rows.
final class ImageTaskRows {
    private static final double MILLION = 1e6;

    static final String COLUMNS =
            """
            id, account_id, end_user, contract, status, progress, feature, wish, inputs,
            wished_engine, wished_model, webhook, seed, refined_prompt, engine, model, warnings,
            confidence, metrics, recipe, error_code, error_sentence, error_retryable, attempts,
            created_at, finished_at
            """;

    static final String INSERT =
            """
            INSERT INTO image_task (%s, node)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """
                    .formatted(COLUMNS);

    static final String FIND =
            "SELECT %s FROM image_task WHERE id = ? AND account_id = ?".formatted(COLUMNS);

    static final String BEGIN =
            """
            UPDATE image_task SET status = 'in_progress', attempts = attempts + 1
            WHERE id = ? AND node = ? AND status IN ('created', 'in_progress')
            RETURNING %s
            """
                    .formatted(COLUMNS);

    static final String PROGRESS =
            """
            UPDATE image_task SET progress = ?
            WHERE id = ? AND node = ? AND status = 'in_progress'
            """;

    static final String RELEASE =
            """
            UPDATE image_task SET status = 'created', progress = 0, attempts = attempts - 1
            WHERE id = ? AND node = ? AND status = 'in_progress'
            """;

    static final String FINISH =
            """
            UPDATE image_task SET
                status = ?, progress = ?, refined_prompt = ?, engine = ?, model = ?, warnings = ?,
                confidence = ?, metrics = ?, recipe = ?, error_code = ?, error_sentence = ?,
                error_retryable = ?, finished_at = ?
            WHERE id = ?
                AND account_id = ?
                AND status IN ('created', 'in_progress')
                AND node = coalesce(?, node)
            """;

    static final String UNFINISHED =
            """
            SELECT %s FROM image_task
            WHERE node = ? AND status IN ('created', 'in_progress')
            ORDER BY created_at, id
            """
                    .formatted(COLUMNS);

    static final String TAKE_OVER =
            """
            UPDATE image_task SET node = ?
            WHERE status IN ('created', 'in_progress') AND node <> ? AND NOT EXISTS (
                SELECT 1 FROM node WHERE node.id = image_task.node AND alive_until >= ?)
            RETURNING %s
            """
                    .formatted(COLUMNS);

    private ImageTaskRows() {}

    static @Nullable Object[] values(StoredTask stored, String node) {
        ImageTask task = stored.task();
        return new @Nullable Object[] {
            task.id(),
            task.accountId(),
            task.endUser(),
            stored.contract(),
            word(task.status()),
            millionths(task.progress()),
            task.feature().intent(),
            Wishes.write(task.wish()).toString(),
            inputs(task.inputs()).toString(),
            stored.wishedEngine(),
            stored.wishedModel(),
            stored.webhook().map(URI::toString),
            task.seed(),
            task.refinedPrompt(),
            task.engine(),
            task.model(),
            texts(task.warnings()).toString(),
            confidence(task),
            task.metrics().toString(),
            task.recipe().toString(),
            task.failure().map(ImageTask.Failure::code),
            task.failure().map(ImageTask.Failure::sentence),
            task.failure().map(ImageTask.Failure::retryable),
            stored.attempts(),
            task.createdAt(),
            task.finishedAt(),
            node
        };
    }

    static @Nullable Object[] end(ImageTask task, Optional<String> node) {
        return new @Nullable Object[] {
            word(task.status()),
            millionths(task.progress()),
            task.refinedPrompt(),
            task.engine(),
            task.model(),
            texts(task.warnings()).toString(),
            confidence(task),
            task.metrics().toString(),
            task.recipe().toString(),
            task.failure().map(ImageTask.Failure::code),
            task.failure().map(ImageTask.Failure::sentence),
            task.failure().map(ImageTask.Failure::retryable),
            task.finishedAt(),
            task.id(),
            task.accountId(),
            node
        };
    }

    /// A task without its pictures.
    static StoredTask read(Row row) throws SQLException {
        String id = row.text();
        long accountId = row.number();
        Optional<String> endUser = row.optionalText();
        String contract = row.text();
        TaskStatus status = TaskStatus.valueOf(row.text().toUpperCase(Locale.ROOT));
        double progress = row.number() / MILLION;
        ImageFeature feature = feature(row.text());
        JsonNode wish = json(row.text());
        Map<InputRole, String> inputs = inputs(json(row.text()));
        Optional<String> wishedEngine = row.optionalText();
        Optional<String> wishedModel = row.optionalText();
        Optional<URI> webhook = row.optionalText().map(URI::create);
        long seed = row.number();
        Optional<String> refinedPrompt = row.optionalText();
        Optional<String> engine = row.optionalText();
        Optional<String> model = row.optionalText();
        List<String> warnings = texts(json(row.text()));
        OptionalLong confidence = row.optionalNumber();
        ObjectNode metrics = (ObjectNode) json(row.text());
        ObjectNode recipe = (ObjectNode) json(row.text());
        Optional<ImageTask.Failure> failure = failure(row);
        int attempts = row.smallNumber();
        Instant createdAt = row.instant();
        return new StoredTask(
                new ImageTask(
                        id,
                        accountId,
                        endUser,
                        status,
                        progress,
                        Wishes.read(feature, wish, inputs.keySet()).wish(),
                        refinedPrompt,
                        model,
                        engine,
                        seed,
                        List.of(),
                        inputs,
                        warnings,
                        confidence.isPresent()
                                ? Optional.of(confidence.getAsLong() / MILLION)
                                : Optional.empty(),
                        metrics,
                        recipe,
                        failure,
                        createdAt,
                        row.optionalInstant()),
                contract,
                wishedEngine,
                wishedModel,
                webhook,
                attempts);
    }

    private static Optional<ImageTask.Failure> failure(Row row) throws SQLException {
        Optional<String> code = row.optionalText();
        Optional<String> sentence = row.optionalText();
        boolean retryable = row.flag();
        return code.map(it -> new ImageTask.Failure(it, sentence.orElse(""), retryable));
    }

    private static ImageFeature feature(String intent) throws SQLException {
        return ImageFeature.ofIntent(intent)
                .orElseThrow(() -> new SQLException("There is no feature " + intent));
    }

    private static String word(TaskStatus status) {
        return status.name().toLowerCase(Locale.ROOT);
    }

    static long millionths(double share) {
        return Math.round(share * MILLION);
    }

    private static Optional<Long> confidence(ImageTask task) {
        return task.confidence().map(ImageTaskRows::millionths);
    }

    private static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text);
    }

    private static ArrayNode texts(List<String> texts) {
        ArrayNode array = JsonMapper.shared().createArrayNode();
        texts.forEach(array::add);
        return array;
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(text -> texts.add(text.asString()));
        return texts;
    }

    private static ObjectNode inputs(Map<InputRole, String> inputs) {
        ObjectNode object = JsonMapper.shared().createObjectNode();
        inputs.forEach((role, id) -> object.put(role.field(), id));
        return object;
    }

    private static Map<InputRole, String> inputs(JsonNode object) {
        Map<InputRole, String> inputs = new EnumMap<>(InputRole.class);
        object.properties()
                .forEach(member ->
                        InputRole.ofField(member.getKey())
                                .ifPresent(role -> inputs.put(role, member.getValue().asString())));
        return inputs;
    }
}
