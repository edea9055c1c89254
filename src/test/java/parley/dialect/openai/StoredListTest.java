package parley.dialect.openai;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import parley.dialect.DialectTest;
import parley.dialect.WireAnswer;
import parley.dialect.WireClient;
import tools.jackson.databind.JsonNode;

/// Answers that are kept, in lists.
final class StoredListTest extends DialectTest {
    private static final String PATH = "/v1/chat/completions";

    private String store(WireClient asking, String metadata) throws InterruptedException {
        WireAnswer answer =
                asking.post(
                        PATH,
                        """
                        {"model": "builtin/parley", "store": true, "metadata": %s,
                         "messages": [{"role": "user", "content": "/fault tokens 3"}]}\
                        """
                                .formatted(metadata));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json().get("id").stringValue();
    }

    private JsonNode list(String query) throws InterruptedException {
        WireAnswer answer = client.get(PATH + query);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }

    private static List<String> ids(JsonNode page) {
        List<String> ids = new ArrayList<>();
        page.get("data").forEach(each -> ids.add(each.get("id").stringValue()));
        return ids;
    }

    @Test
    void pagesFollowEachOtherInEitherOrder() throws InterruptedException {
        List<String> all = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            all.add(store(client, "{\"batch\": \"pages\"}"));
        }
        String filter = "&metadata[batch]=pages";

        JsonNode first = list("?limit=2" + filter);
        assertThat(ids(first)).isEqualTo(all.subList(0, 2));
        assertThat(first.get("has_more").booleanValue()).isTrue();
        assertThat(first.get("first_id").stringValue()).isEqualTo(all.get(0));
        JsonNode rest = list("?after=" + first.get("last_id").stringValue() + filter);
        assertThat(ids(rest)).isEqualTo(all.subList(2, 5));
        assertThat(rest.get("has_more").booleanValue()).isFalse();
        assertThat(ids(list("?order=desc&limit=3" + filter)))
                .isEqualTo(all.reversed().subList(0, 3));
        assertThat(ids(list("?order=desc&after=" + all.get(2) + filter)))
                .isEqualTo(all.reversed().subList(3, 5));
    }

    @Test
    void onlyWhatFitsTheFiltersIsListed() throws InterruptedException {
        String wanted = store(client, "{\"topic\": \"weather\", \"user\": \"ada\"}");
        store(client, "{\"topic\": \"weather\"}");

        assertThat(ids(list("?metadata[topic]=weather&metadata[user]=ada")))
                .containsExactly(wanted);
        assertThat(ids(list("?metadata[user]=ada&model=parley"))).containsExactly(wanted);
        assertThat(ids(list("?metadata[user]=ada&model=builtin/parley"))).containsExactly(wanted);
        assertThat(ids(list("?metadata[user]=ada&model=gpt-4"))).isEmpty();
        assertThat(ids(list("?metadata[nothing]="))).isEmpty();
    }

    @Test
    void aListedAnswerIsTheAnswer() throws InterruptedException {
        String id = store(client, "{\"which\": \"one\"}");

        assertThat(list("?metadata[which]=one").get("data").get(0))
                .isEqualTo(client.get(PATH + "/" + id).json());
    }

    @Test
    void everyAccountListsItsOwn() throws InterruptedException {
        String mine = store(client, "{\"owner\": \"me\"}");
        try (WireClient other =
                new WireClient(server.url(), Optional.of(server.newToken("lister")))) {
            assertThat(ids(other.get(PATH).json())).isEmpty();
            String theirs = store(other, "{\"owner\": \"me\"}");

            assertThat(ids(other.get(PATH).json())).containsExactly(theirs);
            assertThat(ids(list("?metadata[owner]=me"))).containsExactly(mine);
            assertThat(other.get(PATH + "?after=" + mine).status()).isEqualTo(404);
        }
    }

    @Test
    void notesAreReplacedAndMayBeTakenAway() throws InterruptedException {
        String id = store(client, "{\"a\": \"1\", \"b\": \"2\"}");

        JsonNode changed = client.post(PATH + "/" + id, "{\"metadata\": {\"c\": \"3\"}}").json();
        assertThat(changed.get("metadata").toString()).isEqualTo("{\"c\":\"3\"}");
        assertThat(client.get(PATH + "/" + id).json()).isEqualTo(changed);
        assertThat(client.post(PATH + "/" + id, "{\"metadata\": null}").json().get("metadata"))
                .isEmpty();
        assertThat(client.post(PATH + "/" + id, "{}").json().at("/error/param").stringValue())
                .isEqualTo("metadata");
        assertThat(client.post(PATH + "/" + id, "{\"metadata\": [1]}").status()).isEqualTo(400);
    }

    @Test
    void theMessagesAreThoseOfTheRequest() throws InterruptedException {
        String id =
                client.post(
                                PATH,
                                """
                                {"model": "builtin/parley", "store": true, "messages": [
                                  {"role": "system", "content": "Be short."},
                                  {"role": "user", "content": [{"type": "text", "text": "What is this?"},
                                    {"type": "image_url", "image_url": {"url": "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="}}]},
                                  {"role": "assistant", "content": null, "tool_calls": [
                                    {"id": "a", "type": "function", "function": {"name": "look", "arguments": "{}"}},
                                    {"id": "b", "type": "function", "function": {"name": "look", "arguments": "{}"}}]},
                                  {"role": "tool", "tool_call_id": "a", "content": "a dot"},
                                  {"role": "tool", "tool_call_id": "b", "content": "a point"}]}\
                                """)
                        .json()
                        .get("id")
                        .stringValue();
        String messages = PATH + "/" + id + "/messages";

        JsonNode all = client.get(messages).json();
        assertThat(ids(all)).containsExactly(id + "-0", id + "-1", id + "-2", id + "-3", id + "-4");
        JsonNode data = all.get("data");
        assertThat(data.get(0).get("role").stringValue()).isEqualTo("system");
        assertThat(data.get(1).at("/content_parts/1/image_url/url").stringValue())
                .startsWith("data:image/png;base64,");
        assertThat(data.get(2).get("content").isNull()).isTrue();
        assertThat(data.get(2).at("/tool_calls/1/id").stringValue()).isEqualTo("b");
        assertThat(data.get(4).get("tool_call_id").stringValue()).isEqualTo("b");
        assertThat(data.get(4).get("content").stringValue()).isEqualTo("a point");
        assertThat(ids(client.get(messages + "?order=desc&limit=2").json()))
                .containsExactly(id + "-4", id + "-3");
        assertThat(ids(client.get(messages + "?after=" + id + "-3").json()))
                .containsExactly(id + "-4");
        assertThat(client.get(messages + "?after=nothing").status()).isEqualTo(400);
    }
}
