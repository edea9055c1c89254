package parley.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.function.Consumer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import parley.error.AppException;
import parley.error.ErrorCode;

final class RequestFieldsTest {
    private final RequestFields fields =
            new RequestFields(
                    Json.readObject(
                            """
                            {
                              "text": "a", "empty": "", "null": null, "number": 5, "fraction": 1.5,
                              "flag": true, "huge": 99999999999999999999, "texts": ["a", "b"],
                              "mixed": ["a", 1], "object": {"text": "inner", "number": "5"},
                              "objects": [{"role": "user"}, {"role": 7}]
                            }
                            """));

    private static void assertRefused(ThrowingCallable read, String field, String sentence) {
        assertThatThrownBy(read)
                .isInstanceOfSatisfying(
                        AppException.class,
                        problem -> {
                            assertThat(problem.code()).isEqualTo(ErrorCode.INVALID_REQUEST);
                            assertThat(problem.parameter()).contains(field);
                            assertThat(problem.sentence()).isEqualTo(sentence);
                        });
    }

    @Test
    void fieldsAreReadByTheirType() {
        assertThat(fields.requiredText("text")).isEqualTo("a");
        assertThat(fields.requiredText("empty")).isEmpty();
        assertThat(fields.requiredLong("number", 5, 5)).isEqualTo(5);
        assertThat(fields.optionalInt("number", 0, 9)).hasValue(5);
        assertThat(fields.optionalDouble("fraction", 0, 2)).hasValue(1.5);
        assertThat(fields.optionalDouble("number", 0, 9)).hasValue(5);
        assertThat(fields.optionalBoolean("flag")).contains(true);
        assertThat(fields.texts("texts")).containsExactly("a", "b");
        assertThat(fields.optionalObject("object").orElseThrow().requiredText("text"))
                .isEqualTo("inner");
        assertThat(fields.objects("objects").getFirst().requiredText("role")).isEqualTo("user");
    }

    @Test
    void nullAndNothingAreAbsent() {
        for (String name : new String[] {"null", "none"}) {
            assertThat(fields.has(name)).isFalse();
            assertThat(fields.optionalText(name)).isEmpty();
            assertThat(fields.optionalLong(name, 0, 1)).isEmpty();
            assertThat(fields.optionalDouble(name, 0, 1)).isEmpty();
            assertThat(fields.optionalBoolean(name)).isEmpty();
            assertThat(fields.optionalObject(name)).isEmpty();
            assertThat(fields.objects(name)).isEmpty();
            assertThat(fields.texts(name)).isEmpty();
            assertRefused(
                    () -> fields.requiredText(name),
                    name,
                    "The field \"%s\" is missing.".formatted(name));
            assertRefused(
                    () -> fields.requiredLong(name, 0, 1),
                    name,
                    "The field \"%s\" is missing.".formatted(name));
        }
    }

    @Test
    void anotherTypeIsRefused() {
        assertRefused(
                () -> fields.optionalText("number"),
                "number",
                "The field \"number\" must be text.");
        assertRefused(
                () -> fields.optionalLong("fraction", 0, 9),
                "fraction",
                "The field \"fraction\" must be a whole number.");
        assertRefused(
                () -> fields.optionalDouble("text", 0, 9),
                "text",
                "The field \"text\" must be a number.");
        assertRefused(
                () -> fields.optionalBoolean("text"),
                "text",
                "The field \"text\" must be true or false.");
        assertRefused(
                () -> fields.objects("object"), "object", "The field \"object\" must be an array.");
        assertRefused(
                () -> fields.optionalObject("texts"),
                "texts",
                "The field \"texts\" must be an object.");
        assertRefused(
                () -> fields.texts("mixed"), "mixed[1]", "The field \"mixed[1]\" must be text.");
    }

    @Test
    void aNumberOutsideItsRangeIsRefused() {
        assertRefused(
                () -> fields.optionalLong("number", 6, 9),
                "number",
                "The field \"number\" must be a whole number from 6 to 9.");
        assertRefused(
                () -> fields.optionalLong("huge", 0, Long.MAX_VALUE),
                "huge",
                "The field \"huge\" must be a whole number from 0 to 9223372036854775807.");
        assertRefused(
                () -> fields.optionalDouble("fraction", 0, 1),
                "fraction",
                "The field \"fraction\" must be a number from 0 to 1.");
        assertRefused(
                () -> fields.optionalDouble("fraction", 1.75, 2),
                "fraction",
                "The field \"fraction\" must be a number from 1.75 to 2.");
    }

    @Test
    void aFieldWithinAnotherIsNamedWithItsPlace() {
        Consumer<RequestFields> readRole = object -> object.requiredText("role");

        assertRefused(
                () -> fields.optionalObject("object").orElseThrow().optionalLong("number", 0, 9),
                "object.number",
                "The field \"object.number\" must be a whole number.");
        assertRefused(
                () -> fields.objects("objects").forEach(readRole),
                "objects[1].role",
                "The field \"objects[1].role\" must be text.");
    }
}
