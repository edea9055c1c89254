package parley;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import parley.dialect.WireAnswer;
import parley.dialect.WireClient;
import parley.http.Dialect;
import parley.http.Route;
import parley.testing.TestServer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Holds the description of the API against the real routes and the real answers.
final class OpenApiTest {
    private static final SchemaRegistry SCHEMAS =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    private static TestServer server;
    private static WireClient client;
    private static JsonNode description;

    @BeforeAll
    static void start() throws InterruptedException {
        server = TestServer.start("builtin.faults=true");
        client = new WireClient(server.url(), Optional.of(server.ownerToken()));
        description = client.get("/openapi.json").json();
        // Conversation 1 with the messages 1 and 2; turn 2; conversation 2, of the assistant.
        client.post("/v1/turns", "{\"message\": \"Hello\", \"stream\": false}");
        client.post("/api/v1/chat/sessions", "{\"user_id\": \"ada\"}");
        client.post(
                "/api/v1/chat/sessions/2/messages",
                "{\"user_id\": \"ada\", \"message\": \"Hello\"}");
        // Turn 6 failed after two words: it can be continued.
        client.post(
                "/v1/turns",
                "{\"message\": \"/fault error-after 2; tokens 5\", \"stream\": false}");
        // Data source 1.
        client.upload(
                "/api/csv-upload",
                "sales.csv",
                "date,sales\n2024-01-01,1\n2024-01-02,2\n".getBytes(StandardCharsets.UTF_8));
        upload();
    }

    /// Files 1 and 2 in conversation 1, file 3 in none.
    private static void upload() throws InterruptedException {
        byte[] text = "A text of one page.".getBytes(StandardCharsets.UTF_8);
        for (Map<String, String> fields :
                List.of(
                        Map.of("conversation_id", "1"),
                        Map.of("conversation_id", "1"),
                        Map.of("purpose", "assistants"))) {
            WireAnswer answer = client.form("/v1/files", fields, "file", "text.txt", text);
            assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        }
    }

    @AfterAll
    static void stop() {
        client.close();
        server.close();
    }

    @Test
    void everyRouteIsDescribedAndEveryDescriptionHasARoute() {
        Set<String> routes = new TreeSet<>(Set.of("GET /ready", "GET /metrics"));
        for (Dialect dialect : server.dialects()) {
            for (Route route : dialect.routes()) {
                routes.add(route.method() + " " + route.path());
            }
        }
        Set<String> described = new TreeSet<>();
        description
                .get("paths")
                .properties()
                .forEach(path ->
                        path.getValue()
                                .propertyNames()
                                .forEach(method ->
                                        described.add(
                                                method.toUpperCase(Locale.ROOT)
                                                        + " "
                                                        + path.getKey())));

        assertThat(described).isEqualTo(routes);
    }

    @Test
    void everyReferenceLeadsSomewhere() {
        description
                .findValues("$ref")
                .forEach(reference ->
                        assertThat(description.at(reference.stringValue().substring(1)))
                                .as(reference.stringValue())
                                .isInstanceOf(ObjectNode.class));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    GET    | /v1/turns/{turn_id}                        | /v1/turns/2 | | 200
                    GET    | /v1/turns/{turn_id}                        | /v1/turns/999 | | 404
                    GET    | /v1/turns/{turn_id}/receipt                | /v1/turns/2/receipt | | 200
                    GET    | /v1/turns/{turn_id}/receipt                | /v1/turns/999/receipt | | 404
                    POST   | /v1/turns                                  | /v1/turns | {"message":"Hi","stream":false} | 200
                    POST   | /v1/turns                                  | /v1/turns | {"message":""} | 400
                    POST   | /v1/turns                                  | /v1/turns | {"message":"Hi","conversation_id":999} | 404
                    POST   | /v1/turns                                  | /v1/turns | {"message":"/fault refuse","stream":false} | 502
                    POST   | /v1/turns/{turn_id}/stop                   | /v1/turns/2/stop | {} | 200
                    POST   | /v1/turns/{turn_id}/continue               | /v1/turns/2/continue | {"stream":false} | 409
                    GET    | /v1/turns/{turn_id}/events                 | /v1/turns/2/events?after=x | | 400
                    GET    | /v1/conversations                          | /v1/conversations?limit=2 | | 200
                    GET    | /v1/conversations                          | /v1/conversations?limit=0 | | 400
                    POST   | /v1/conversations                          | /v1/conversations | {"title":"T"} | 200
                    GET    | /v1/conversations/{conversation_id}        | /v1/conversations/1 | | 200
                    PATCH  | /v1/conversations/{conversation_id}        | /v1/conversations/1 | {"title":"U"} | 200
                    GET    | /v1/conversations/{conversation_id}/messages | /v1/conversations/1/messages | | 200
                    DELETE | /v1/conversations/{conversation_id}        | /v1/conversations/999 | | 404
                    GET    | /v1/conversations                          | /v1/conversations?q=hi | | 200
                    PATCH  | /v1/conversations/{conversation_id}        | /v1/conversations/1 | {"pinned":true} | 200
                    PATCH  | /v1/conversations/{conversation_id}        | /v1/conversations/1 | {"data_source_id":999} | 404
                    POST   | /v1/conversations/{conversation_id}/fork   | /v1/conversations/1/fork | {"after_message_id":2} | 200
                    POST   | /v1/conversations/{conversation_id}/fork   | /v1/conversations/1/fork | {} | 400
                    POST   | /v1/conversations/{conversation_id}/fork   | /v1/conversations/1/fork | {"before_message_id":999} | 404
                    GET    | /v1/conversations/{conversation_id}/forks  | /v1/conversations/1/forks | | 200
                    GET    | /v1/conversations/{conversation_id}/messages/{message_id} | /v1/conversations/1/messages/2 | | 200
                    GET    | /v1/conversations/{conversation_id}/messages/{message_id}/chart | /v1/conversations/1/messages/2/chart | | 404
                    GET    | /v1/tokens                                 | /v1/tokens | | 200
                    POST   | /v1/tokens                                 | /v1/tokens | {"name":"x"} | 200
                    POST   | /v1/tokens                                 | /v1/tokens | {"name":" "} | 400
                    DELETE | /v1/tokens/{token_id}                      | /v1/tokens/999 | | 404
                    PATCH  | /v1/me/preferences                         | /v1/me/preferences | {"theme":"dark"} | 200
                    POST   | /v1/model-catalog/{provider}/test          | /v1/model-catalog/builtin/test | | 200
                    POST   | /v1/model-catalog/{provider}/test          | /v1/model-catalog/nobody/test | | 404
                    GET    | /v1/conversations/{conversation_id}/export | /v1/conversations/1/export?format=json | | 200
                    GET    | /v1/conversations/{conversation_id}/export | /v1/conversations/1/export?format=x | | 400
                    GET    | /v1/conversations/{conversation_id}/export | /v1/conversations/999/export | | 404
                    POST   | /v1/import                                 | /v1/import | [{"title":"T","messages":[{"role":"user","content":"Hi"}]}] | 200
                    POST   | /v1/import                                 | /v1/import | [{"title": | 422
                    POST   | /v1/import                                 | /v1/import | Hello | 415
                    GET    | /v1/model-catalog                          | /v1/model-catalog | | 200
                    GET    | /v1/me                                     | /v1/me | | 200
                    GET    | /v1/usage                                  | /v1/usage | | 200
                    GET    | /v1/usage                                  | /v1/usage?from=x | | 400
                    POST   | /v1/usage/estimate                         | /v1/usage/estimate | {"message":"Hi"} | 200
                    POST   | /v1/usage/estimate                         | /v1/usage/estimate | {} | 400
                    POST   | /v1/turns                                  | /v1/turns | {"message":"Hi","dry_run":true} | 200
                    POST   | /v1/chat/stream                            | /v1/chat/stream | {"model":"gpt-4","stream":false,"messages":[{"role":"user","content":"Hi"}]} | 200
                    POST   | /v1/chat/stream                            | /v1/chat/stream | {"model":"gpt-4","messages":[]} | 400
                    POST   | /v1/chat/switch-model                      | /v1/chat/switch-model | {"session_id":1,"model":"gpt-3.5-turbo"} | 200
                    POST   | /v1/chat/switch-model                      | /v1/chat/switch-model | {"session_id":999,"model":"gpt-4"} | 404
                    GET    | /v1/chat/history                           | /v1/chat/history?page_size=2 | | 200
                    GET    | /v1/chat/history                           | /v1/chat/history?page_size=101 | | 400
                    DELETE | /v1/chat/sessions/{session_id}             | /v1/chat/sessions/999 | | 404
                    POST   | /api/chat/prompts                          | /api/chat/prompts | {"title":"T","content":"Say {a}","metadata":{"tags":["x"]}} | 200
                    POST   | /api/chat/prompts                          | /api/chat/prompts | {"title":"T"} | 422
                    GET    | /api/chat/prompts                          | /api/chat/prompts | | 200
                    GET    | /api/chat/prompts                          | /api/chat/prompts?page=0 | | 400
                    GET    | /api/chat/prompts/{prompt_id}              | /api/chat/prompts/9000000000001 | | 200
                    PUT    | /api/chat/prompts/{prompt_id}              | /api/chat/prompts/9000000000001 | {"title":"T"} | 403
                    DELETE | /api/chat/prompts/{prompt_id}              | /api/chat/prompts/999 | | 404
                    POST   | /api/chat/prompts/preview                  | /api/chat/prompts/preview | {"content":"Say {a}","variables":{"a":"hi"}} | 200
                    POST   | /api/chat/prompts/preview                  | /api/chat/prompts/preview | {"content":"Say {a}"} | 422
                    GET    | /api/sessions                              | /api/sessions | | 200
                    POST   | /api/sessions                              | /api/sessions | {} | 200
                    GET    | /api/sessions/{session_id}/messages        | /api/sessions/1/messages | | 200
                    POST   | /api/sessions/{session_id}/messages        | /api/sessions/1/messages | {"content":"Hi"} | 200
                    POST   | /api/sessions/{session_id}/messages        | /api/sessions/1/messages | {} | 400
                    POST   | /api/sessions/{session_id}/messages        | /api/sessions/1/messages | {"prompt":"A cat","content_type":"image"} | 200
                    GET    | /api/sessions/{session_id}/messages/{message_id}/image | /api/sessions/1/messages/2/image | | 404
                    GET    | /api/download/{message_id}                 | /api/download/999 | | 404
                    GET    | /health                                    | /health | | 200
                    POST   | /chat/completions                          | /chat/completions | {"message":"Hi"} | 200
                    POST   | /chat/completions                          | /chat/completions | {} | 400
                    POST   | /chat/conversations                        | /chat/conversations | {} | 200
                    GET    | /chat/history/{conversationId}             | /chat/history/session-1 | | 200
                    GET    | /chat/history/{conversationId}             | /chat/history/session-999 | | 404
                    GET    | /api                                       | /api/ | | 200
                    GET    | /api/conversations                         | /api/conversations | | 200
                    POST   | /api/conversations                         | /api/conversations | {"title":"T"} | 200
                    GET    | /api/conversations/{conv_id}/messages      | /api/conversations/1/messages | | 200
                    POST   | /api/chat                                  | /api/chat | {"conversationId":1,"role":"user","content":"Hi"} | 200
                    POST   | /api/chat                                  | /api/chat | {"conversationId":1,"role":"king","content":"Hi"} | 400
                    PATCH  | /api/conversations/{conv_id}               | /api/conversations/1 | {"dataSourceId":99} | 404
                    GET    | /api/data-sources                          | /api/data-sources | | 200
                    GET    | /api/data-sources/{ds_id}                  | /api/data-sources/1 | | 200
                    GET    | /api/data-sources/{ds_id}                  | /api/data-sources/99 | | 404
                    POST   | /api/data-sources                          | /api/data-sources | {"name":"P","type":"postgresql","connectionString":"postgresql://u:p@127.0.0.1:1/d"} | 200
                    POST   | /api/data-sources                          | /api/data-sources | {"name":"P","type":"mysql","connectionString":"postgresql://u:p@127.0.0.1:1/d"} | 400
                    POST   | /api/data-sources                          | /api/data-sources | {"name":"P","type":"oracle","connectionString":"x"} | 400
                    POST   | /api/data-sources/test                     | /api/data-sources/test | {"name":"P","type":"postgresql","connectionString":"postgresql://u:p@127.0.0.1:1/d"} | 200
                    POST   | /api/data-sources/{ds_id}/test             | /api/data-sources/1/test | | 200
                    POST   | /api/data-sources/{ds_id}/query            | /api/data-sources/1/query | {"sql":"SELECT * FROM uploaded_data"} | 200
                    POST   | /api/data-sources/{ds_id}/query            | /api/data-sources/1/query | {"sql":"DELETE FROM uploaded_data"} | 400
                    GET    | /api/data-sources/{ds_id}/queries          | /api/data-sources/1/queries | | 200
                    DELETE | /api/data-sources/{ds_id}                  | /api/data-sources/99 | | 404
                    GET    | /api/charts/{filename}                     | /api/charts/xmr_chart_20240101_000000_0000000000.png | | 404
                    POST   | /api/xmr/chart                             | /api/xmr/chart | {"data":[{"x":"a","y":1},{"x":"b","y":2}]} | 200
                    POST   | /api/xmr/chart                             | /api/xmr/chart | {} | 400
                    GET    | /api/xmr/conformance                       | /api/xmr/conformance | | 200
                    GET    | /api/providers                             | /api/providers | | 200
                    GET    | /api/providers/{provider}                  | /api/providers/openai | | 200
                    GET    | /api/providers/{provider}                  | /api/providers/nobody | | 404
                    GET    | /api/models/{provider}                     | /api/models/builtin | | 200
                    POST   | /api/v1/chat/sessions                      | /api/v1/chat/sessions | {"user_id":"bob"} | 200
                    POST   | /api/v1/chat/sessions                      | /api/v1/chat/sessions | {} | 400
                    GET    | /api/v1/chat/sessions/{session_id}         | /api/v1/chat/sessions/2 | | 200
                    POST   | /api/v1/chat/sessions/{session_id}/messages | /api/v1/chat/sessions/2/messages | {"user_id":"ada","message":"Hi"} | 200
                    GET    | /api/v1/chat/sessions/{session_id}/messages/{message_id} | /api/v1/chat/sessions/2/messages/4 | | 200
                    POST   | /api/v1/chat/sessions/{session_id}/messages | /api/v1/chat/sessions/2/messages | {"user_id":"ada","message":"draw a red boat"} | 200
                    GET    | /v1/features                               | /v1/features | | 200
                    POST   | /v1/features/image-generation              | /v1/features/image-generation/ | {"user_id":"ada","prompt":"a boat","seed":1} | 200
                    POST   | /v1/features/image-generation              | /v1/features/image-generation/ | {"user_id":"ada"} | 400
                    POST   | /v1/features/upscale                       | /v1/features/upscale/ | {"image":"data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7"} | 200
                    POST   | /v1/features/upscale                       | /v1/features/upscale/ | {"image":"data:text/plain;base64,SGVsbG8="} | 415
                    POST   | /v1/features/remove-background             | /v1/features/remove-background/ | {"image":"img_000000000000000000000"} | 404
                    POST   | /v1/features/relight                       | /v1/features/relight/ | {} | 400
                    POST   | /v1/features/style-transfer                | /v1/features/style-transfer/ | {} | 400
                    POST   | /v1/features/reimagine                     | /v1/features/reimagine/ | {} | 400
                    POST   | /v1/features/image-expand                  | /v1/features/image-expand/ | {} | 400
                    GET    | /v1/features/{feature}/status/{task_id}    | /v1/features/upscale/status/task_0/ | | 404
                    POST   | /v1/features/{feature}/cancel/{task_id}    | /v1/features/upscale/cancel/task_0 | {} | 404
                    GET    | /v1/gallery                                | /v1/gallery/?user_id=ada | | 200
                    GET    | /v1/gallery                                | /v1/gallery/ | | 400
                    GET    | /v1/gallery/{image_id}                     | /v1/gallery/img_0/ | | 404
                    DELETE | /v1/gallery/{image_id}                     | /v1/gallery/img_0/ | | 404
                    GET    | /v1/gallery/{image_id}/file                | /v1/gallery/img_0/file | | 404
                    GET    | /v1/gallery/{image_id}/thumbnail           | /v1/gallery/img_0/thumbnail | | 404
                    GET    | /v1/gallery/{image_id}/family              | /v1/gallery/img_0/family | | 404
                    POST   | /v1/images/generations                     | /v1/images/generations | {"prompt":"a boat","size":"256x256"} | 200
                    POST   | /v1/images/generations                     | /v1/images/generations | {} | 400
                    POST   | /v1/images/edits                           | /v1/images/edits | {"prompt":"a boat"} | 400
                    POST   | /images/variations                         | /images/variations | {} | 400
                    GET    | /v1/files                                  | /v1/files?limit=1 | | 200
                    GET    | /v1/files                                  | /v1/files?limit=0 | | 400
                    GET    | /v1/files/{file_id}                        | /v1/files/file-1 | | 200
                    GET    | /files/{file_id}                           | /files/file-999 | | 404
                    GET    | /v1/files/{file_id}/text                   | /v1/files/file-1/text?page=0 | | 400
                    GET    | /v1/files/{file_id}/content                | /v1/files/file-999/content | | 404
                    DELETE | /v1/files/{file_id}                        | /v1/files/file-999 | | 404
                    DELETE | /v1/files/{file_id}                        | /v1/files/file-3 | | 200
                    GET    | /v1/conversations/{conversation_id}/files  | /v1/conversations/1/files | | 200
                    GET    | /v1/conversations/{conversation_id}/files  | /v1/conversations/999/files | | 404
                    POST   | /v1/conversations/{conversation_id}/files/{file_id} | /v1/conversations/1/files/file-1 | | 200
                    DELETE | /v1/conversations/{conversation_id}/files/{file_id} | /v1/conversations/1/files/file-2 | | 200
                    DELETE | /v1/conversations/{conversation_id}/files/{file_id} | /v1/conversations/1/files/file-999 | | 404
                    POST   | /api/chat/sessions/{session_id}/upload     | /api/chat/sessions/999/upload | {} | 415
                    POST   | /v1/responses                              | /v1/responses | {"input":"Hi"} | 200
                    POST   | /v1/responses                              | /v1/responses | {"input":"Hi","background":true,"metadata":{"a":"b"},"tools":[{"type":"function","name":"f"}]} | 200
                    POST   | /v1/responses                              | /v1/responses | {} | 400
                    POST   | /v1/responses                              | /v1/responses | {"input":"Hi","previous_response_id":"resp_999"} | 404
                    POST   | /v1/responses                              | /v1/responses | {"input":"/fault refuse"} | 502
                    POST   | /v1/responses/input_tokens                 | /v1/responses/input_tokens | {"input":"Hi"} | 200
                    GET    | /v1/responses/{response_id}                | /v1/responses/resp_2 | | 200
                    GET    | /v1/responses/{response_id}                | /v1/responses/resp_6 | | 200
                    GET    | /v1/responses/{response_id}                | /v1/responses/resp_999 | | 404
                    POST   | /v1/responses/{response_id}/cancel         | /v1/responses/resp_2/cancel | | 200
                    GET    | /v1/responses/{response_id}/input_items    | /v1/responses/resp_2/input_items | | 200
                    GET    | /v1/responses/{response_id}/input_items    | /v1/responses/resp_2/input_items?limit=0 | | 400
                    DELETE | /v1/responses/{response_id}                | /v1/responses/resp_999 | | 404
                    POST   | /responses                                 | /responses | {"input":"Hi"} | 200
                    GET    | /v1/models                                 | /v1/models | | 200
                    GET    | /v1/models/{model*}                        | /v1/models/builtin/parley | | 200
                    GET    | /models/{model*}                           | /models/nobody%2Fnothing | | 404
                    POST   | /v1/chat/completions                       | /v1/chat/completions | {"messages":[{"role":"user","content":"Hi"}]} | 200
                    POST   | /v1/chat/completions                       | /v1/chat/completions | {"messages":[{"role":"user","content":"Hi"}],"store":true,"metadata":{"a":"b"}} | 200
                    POST   | /v1/chat/completions                       | /v1/chat/completions | {"messages":[]} | 400
                    POST   | /v1/chat/completions                       | /v1/chat/completions | {"messages":[{"role":"user","content":"/fault refuse"}]} | 502
                    POST   | /chat/completions                          | /chat/completions | {"messages":[{"role":"user","content":"Hi"}]} | 200
                    GET    | /v1/chat/completions                       | /v1/chat/completions?order=desc | | 200
                    GET    | /v1/chat/completions                       | /v1/chat/completions?limit=0 | | 400
                    GET    | /v1/chat/completions/{completion_id}/messages | /v1/chat/completions/chatcmpl-999/messages | | 404
                    POST   | /v1/chat/completions/{completion_id}       | /v1/chat/completions/chatcmpl-999 | {"metadata":{}} | 404
                    GET    | /v1/chat/completions/{completion_id}       | /v1/chat/completions/chatcmpl-999 | | 404
                    DELETE | /v1/chat/completions/{completion_id}       | /v1/chat/completions/chatcmpl-999 | | 404
                    POST   | /v1/embeddings                             | /v1/embeddings | {"input":[1,2]} | 400
                    POST   | /v1/messages                               | /v1/messages | {"model":"builtin/parley","max_tokens":9,"messages":[{"role":"user","content":"Hi"}]} | 200
                    POST   | /v1/messages                               | /v1/messages | {} | 400
                    POST   | /v1/messages/count_tokens                  | /v1/messages/count_tokens | {"model":"builtin/parley","messages":[{"role":"user","content":"Hi"}]} | 200
                    GET    | /ready                                     | /ready | | 200
                    """)
    void theAnswerIsAsDescribed(
            String method, String route, String path, String body, int expectedStatus)
            throws InterruptedException {
        WireAnswer answer = client.call(method, path, body == null ? "" : body);

        assertThat(answer.status()).as(answer.text()).isEqualTo(expectedStatus);
        assertThat(
                        SCHEMAS.getSchema(schema(method, route, expectedStatus), InputFormat.JSON)
                                .validate(answer.text(), InputFormat.JSON))
                .as(answer.text())
                .isEmpty();
    }

    /// The schema of an answer, with everything it may refer to.
    private static String schema(String method, String route, int status) {
        JsonNode answer =
                description
                        .get("paths")
                        .get(route)
                        .get(method.toLowerCase(Locale.ROOT))
                        .get("responses")
                        .get(Integer.toString(status));
        JsonNode resolved =
                answer.has("$ref")
                        ? description.at(answer.get("$ref").stringValue().substring(1))
                        : answer;
        ObjectNode schema = JsonMapper.shared().createObjectNode();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.set("components", description.get("components"));
        schema.withArray("allOf")
                .add(resolved.at("/content/application~1json/schema").requireNonNull());
        return schema.toString();
    }
}
