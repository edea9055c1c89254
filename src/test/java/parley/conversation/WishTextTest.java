package parley.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import parley.llm.ModelOptions;
import parley.llm.OutputFormat;
import parley.llm.Sampling;
import parley.llm.ToolUse;

class WishTextTest {
    private static final Sampling SAMPLING =
            new Sampling(
                    OptionalDouble.of(0.1),
                    OptionalDouble.of(0.9),
                    OptionalInt.of(3),
                    List.of("END", "\u2028"),
                    OptionalLong.of(Long.MIN_VALUE),
                    OptionalDouble.of(-1),
                    OptionalDouble.of(2));

    private static TurnWish wish(ToolUse.ToolChoice choice, OutputFormat format) {
        ToolUse.Tool tool = new ToolUse.Tool("f", "Does \"it\"", "{\"type\":\"object\"}", true);
        return new TurnWish(
                new ModelOptions(
                        SAMPLING,
                        new ToolUse(List.of(tool), choice, false),
                        format,
                        Optional.of("low")),
                Optional.of("Be kind."),
                new MemoryPolicy.LastPairs(4, false));
    }

    static List<TurnWish> wishes() {
        return List.of(
                TurnWish.DEFAULT,
                wish(new ToolUse.ToolChoice.Auto(), new OutputFormat.Text()),
                wish(new ToolUse.ToolChoice.None(), new OutputFormat.JsonObject()),
                wish(new ToolUse.ToolChoice.Required(), new OutputFormat.Image()),
                wish(
                        new ToolUse.ToolChoice.Named("f"),
                        new OutputFormat.JsonSchema("s", "{\"a\":1}", true)));
    }

    @ParameterizedTest
    @MethodSource("wishes")
    void whatIsWrittenIsRead(TurnWish wish) {
        assertThat(WishText.read(WishText.write(wish))).isEqualTo(wish);
    }
}
