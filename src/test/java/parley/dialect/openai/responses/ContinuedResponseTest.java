package parley.dialect.openai.responses;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parley.dialect.DialectTest;
import parley.dialect.WireAnswer;
import tools.jackson.databind.JsonNode;

/// Responses that go on from others, from conversations, and from single items.
final class ContinuedResponseTest extends DialectTest {
    /// A picture of one pixel.
    private static final String PICTURE =
            "data:image/png;base64,"
                    + "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aResponseGoesOnFromTheOneBefore(boolean store) throws Exception {
        JsonNode first = create("{\"input\": \"My name is Ada.\"}");

        JsonNode second =
                create(
                        """
                        {"input": "What is my name?", "previous_response_id": "%s", "store": %s}
                        """
                                .formatted(id(first), store));

        assertThat(ResponseStreams.outputText(second)).contains("Ada");
        assertThat(second.get("previous_response_id")).isEqualTo(first.get("id"));
        assertThat(second.get("conversation").isNull()).isEqualTo(!store);
        if (store) {
            assertThat(second.get("conversation")).isEqualTo(first.get("conversation"));
        }
    }

    @Test
    void anOlderResponseIsABranchOfItsOwn() throws Exception {
        JsonNode first = create("{\"input\": \"My name is Ada.\"}");
        JsonNode second = goOn(first, "Now my name is Grace.");

        JsonNode branch = goOn(first, "What is my name?");

        assertThat(ResponseStreams.outputText(branch)).contains("Ada").doesNotContain("Grace");
        assertThat(branch.get("conversation")).isNotEqualTo(first.get("conversation"));
        assertThat(second.get("conversation")).isEqualTo(first.get("conversation"));
        assertThat(client.get("/v1/responses/" + id(first)).json()).isEqualTo(first);
    }

    @Test
    void allWhoGoOnFromTheSameAtOnceSeeNothingOfEachOther() throws Exception {
        JsonNode first = create("{\"input\": \"My name is Ada.\"}");
        int asking = 4;

        List<WireAnswer> answers = new ArrayList<>();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < asking; i++) {
            String body =
                    """
                    {"input": "count %d", "previous_response_id": "%s"}
                    """
                            .formatted(i, id(first));
            threads.add(
                    Thread.ofVirtual()
                            .start(() -> {
                                try {
                                    WireAnswer answer = client.post("/v1/responses", body);
                                    synchronized (answers) {
                                        answers.add(answer);
                                    }
                                } catch (InterruptedException e) {
                                    Thread.currentThread().interrupt();
                                }
                            }));
        }
        for (Thread thread : threads) {
            thread.join();
        }

        assertThat(answers)
                .hasSize(asking)
                .allSatisfy(answer -> assertThat(answer.status()).isEqualTo(200))
                .extracting(answer -> answer.json().at("/conversation/id").stringValue())
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"%s\"", "{\"id\": \"%s\"}"})
    void aConversationGoesOn(String form) throws Exception {
        JsonNode first = create("{\"input\": \"My name is Ada.\"}");

        JsonNode second =
                create(
                        "{\"input\": \"What is my name?\", \"conversation\": %s}"
                                .formatted(
                                        form.formatted(
                                                first.at("/conversation/id").stringValue())));

        assertThat(ResponseStreams.outputText(second)).contains("Ada");
        assertThat(second.get("conversation")).isEqualTo(first.get("conversation"));
    }

    @Test
    void anItemIsFoundAgainByItsId() throws Exception {
        JsonNode first = create("{\"input\": \"echo My name is Ada.\"}");

        JsonNode second =
                create(
                        """
                        {"input": [
                          {"role": "user", "content": "Say something."},
                          {"type": "item_reference", "id": "%s"},
                          {"role": "user", "content": "What did you say?"}]}
                        """
                                .formatted(first.at("/output/0/id").stringValue()));

        JsonNode items = items(second, "?order=asc");
        assertThat(items.at("/data/1/content/0/text").stringValue())
                .isEqualTo(ResponseStreams.outputText(first));
        assertThat(items.at("/data/1/role").stringValue()).isEqualTo("assistant");
    }

    @Test
    void theInputIsListedInPages() throws Exception {
        JsonNode response =
                create(
                        """
                        {"instructions": "Be brief.", "input": [
                          {"role": "developer", "content": "one"},
                          {"role": "user", "content": "two"},
                          {"role": "assistant", "content": "three"},
                          {"role": "user", "content": "four"}]}
                        """);

        JsonNode all = items(response, "?order=asc");
        JsonNode newest = items(response, "?limit=3");
        JsonNode rest = items(response, "?limit=3&after=" + newest.get("last_id").stringValue());

        assertThat(all.propertyNames())
                .containsExactly("object", "data", "first_id", "last_id", "has_more");
        assertThat(texts(all)).containsExactly("one", "two", "three", "four");
        assertThat(texts(newest)).containsExactly("four", "three", "two");
        assertThat(newest.get("has_more").booleanValue()).isTrue();
        assertThat(texts(rest)).containsExactly("one");
        assertThat(rest.get("has_more").booleanValue()).isFalse();
    }

    @Test
    void onlyWhatIsNewIsAResponsesInput() throws Exception {
        JsonNode first = create("{\"input\": \"one\"}");

        assertThat(texts(items(goOn(first, "two"), ""))).containsExactly("two");
    }

    @Test
    void aPictureIsKeptWithItsQuestion() throws Exception {
        JsonNode response =
                create(
                        """
                        {"input": [{"role": "user", "content": [
                          {"type": "input_text", "text": "What is in this picture?"},
                          {"type": "input_image", "image_url": "%s", "detail": "low"}]}]}
                        """
                                .formatted(PICTURE));

        JsonNode content = items(response, "").at("/data/0/content");

        assertThat(content.at("/0/text").stringValue()).isEqualTo("What is in this picture?");
        assertThat(content.at("/1/type").stringValue()).isEqualTo("input_image");
        assertThat(content.at("/1/image_url").stringValue()).isEqualTo(PICTURE);
        assertThat(content.at("/1/detail").stringValue()).isEqualTo("low");
    }

    @Test
    void aDeletedResponseIsGoneWithWhatItAnswered() throws Exception {
        JsonNode only = create("{\"input\": \"My secret\"}");
        String conversation = only.at("/conversation/id").stringValue().substring("conv_".length());

        JsonNode deleted = client.delete("/v1/responses/" + id(only)).json();

        assertThat(deleted.get("id")).isEqualTo(only.get("id"));
        assertThat(deleted.get("object").stringValue()).isEqualTo("response");
        assertThat(deleted.get("deleted").booleanValue()).isTrue();
        assertThat(client.get("/v1/responses/" + id(only)).status()).isEqualTo(404);
        assertThat(client.delete("/v1/responses/" + id(only)).status()).isEqualTo(404);
        assertThat(client.get("/v1/conversations/" + conversation).status()).isEqualTo(404);
    }

    @Test
    void whatIsAroundADeletedResponseStays() throws Exception {
        JsonNode first = create("{\"input\": \"My name is Ada.\"}");
        JsonNode second = goOn(first, "echo forget this");
        JsonNode third = goOn(second, "echo three");

        client.delete("/v1/responses/" + id(second));

        assertThat(client.get("/v1/responses/" + id(first)).json()).isEqualTo(first);
        assertThat(client.get("/v1/responses/" + id(third)).json()).isEqualTo(third);
        JsonNode fourth = goOn(third, "What is my name?");
        assertThat(ResponseStreams.outputText(fourth)).contains("Ada");
        String conversation =
                first.at("/conversation/id").stringValue().substring("conv_".length());
        assertThat(client.get("/v1/conversations/" + conversation + "/messages").text())
                .doesNotContain("forget this");
    }

    @Test
    void aDeletedResponseIsStoppedFirst() throws Exception {
        JsonNode running =
                create("{\"input\": \"/fault slow 50; tokens 2000\", \"background\": true}");

        assertThat(client.delete("/v1/responses/" + id(running)).status()).isEqualTo(200);

        assertThat(server.turns().activeCount()).isZero();
        assertThat(client.get("/v1/responses/" + id(running)).status()).isEqualTo(404);
    }

    @Test
    void whatIsNotKeptIsNotThere() throws Exception {
        JsonNode response = create("{\"input\": \"Hello\", \"store\": false}");

        assertThat(response.get("store").booleanValue()).isFalse();
        assertThat(client.get("/v1/responses/" + id(response)).status()).isEqualTo(404);
        assertThat(
                        client.post(
                                        "/v1/responses",
                                        """
                                        {"input": "Hi", "previous_response_id": "%s"}
                                        """
                                                .formatted(id(response)))
                                .status())
                .isEqualTo(404);
    }

    @Test
    void tokensAreCountedWithoutAnAnswer() throws Exception {
        JsonNode few = client.post("/v1/responses/input_tokens", "{\"input\": \"Hello\"}").json();
        JsonNode more =
                client.post(
                                "/v1/responses/input_tokens",
                                "{\"input\": \"Hello\", \"instructions\": \"Be very brief.\"}")
                        .json();

        assertThat(few.get("object").stringValue()).isEqualTo("response.input_tokens");
        assertThat(few.get("input_tokens").longValue()).isPositive();
        assertThat(more.get("input_tokens").longValue())
                .isGreaterThan(few.get("input_tokens").longValue());
    }

    private JsonNode goOn(JsonNode previous, String input) throws InterruptedException {
        return create(
                """
                {"input": "%s", "previous_response_id": "%s"}
                """
                        .formatted(input, id(previous)));
    }

    private JsonNode items(JsonNode response, String query) throws InterruptedException {
        return client.get("/v1/responses/%s/input_items%s".formatted(id(response), query)).json();
    }

    private static List<String> texts(JsonNode page) {
        return page.get("data").values().stream()
                .map(item -> item.at("/content/0/text").stringValue())
                .toList();
    }

    private static String id(JsonNode response) {
        return response.get("id").stringValue();
    }

    private JsonNode create(String json) throws InterruptedException {
        WireAnswer answer = client.post("/v1/responses", json);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }
}
