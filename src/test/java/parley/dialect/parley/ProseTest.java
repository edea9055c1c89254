package parley.dialect.parley;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class ProseTest {
    private static final String ID = "img_vuQuF5vBW78gRMpQj2ZiJl";

    @Test
    void whatIsShownBesideTheTextIsLeftOut() {
        String text =
                "Drawing.\n\n![a \\\\[cat\\\\]](https://example.org/v1/gallery/%s/file)\n\nDone."
                        .formatted(ID);

        assertThat(Prose.of(text, kept("{'image_ids': ['%s']}".formatted(ID))))
                .contains("Drawing.\n\nDone.");
    }

    @Test
    void otherPicturesAndOtherCodeStay() {
        String text = "![x](/v1/gallery/img_other/file)\n\n```sql\nSELECT 1\n```\n\n```js\n1\n```";

        assertThat(Prose.of(text, kept("{'image_ids': ['%s']}".formatted(ID)))).isEmpty();
        assertThat(Prose.of(text, kept("{}"))).isEmpty();
        assertThat(Prose.of(text, kept("{'sqlQuery': 'SELECT 1'}")))
                .contains("![x](/v1/gallery/img_other/file)\n\n```js\n1\n```");
    }

    @Test
    void hostileTextTakesNoTime() {
        String text = "![".repeat(20_000) + "```sql ".repeat(20_000);

        assertThat(
                        Prose.of(
                                text,
                                kept(
                                        "{'sqlQuery': 'x', 'image_ids': ['%s', '(a+)+$', 5, null]}"
                                                .formatted(ID))))
                .isEmpty();
    }

    private static JsonNode kept(String json) {
        return JsonMapper.shared().readTree(json.replace('\'', '"'));
    }
}
