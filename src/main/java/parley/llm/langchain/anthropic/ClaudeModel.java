package parley.llm.langchain.anthropic;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import parley.llm.Capability;
import parley.llm.ModelInfo;

/// What is publicly known of a model by its name: what it accepts differs from one generation to
/// the next, and the API refuses a whole request for one field too many. Figures and rules: the
/// maker's model pages and migration guides.
///
/// @param generation the version times 100, so 405 for 4.5; 0 where the name does not tell
record ClaudeModel(String name, int generation) {
    /// How a model is told to think.
    enum Thinking {
        /// It cannot.
        NONE,
        /// Up to a number of tokens.
        BUDGET,
        /// As long as it sees fit for an effort.
        ADAPTIVE
    }

    /// `claude-3-5-sonnet-20241022`, `claude-opus-4-1-20250805`, `anthropic/claude-sonnet-4.5`.
    private static final Pattern VERSION =
            Pattern.compile("claude-(?:[a-z]+-)?(\\d{1,2})(?!\\d)(?:[.-](\\d{1,2})(?!\\d))?");

    private static final int USUAL_CONTEXT_TOKENS = 200_000;
    static final int CAUTIOUS_OUTPUT_TOKENS = 4_096;
    private static final int CAUTIOUS_DEFAULT_TOKENS = 8_192;

    static ClaudeModel of(String name) {
        Matcher version = VERSION.matcher(name.toLowerCase(Locale.ROOT));
        if (!version.find()) {
            return new ClaudeModel(name, 0);
        }
        int major = Integer.parseInt(version.group(1));
        int minor = Optional.ofNullable(version.group(2)).map(Integer::parseInt).orElse(0);
        return new ClaudeModel(name, major * 100 + minor);
    }

    boolean isKnown() {
        return generation > 0;
    }

    Thinking thinking() {
        if (alwaysThinks() || generation >= 406) {
            return Thinking.ADAPTIVE;
        }
        return isKnown() && generation < 307 ? Thinking.NONE : Thinking.BUDGET;
    }

    /// Whether it thinks if it is not told to, and can be told not to.
    boolean thinksUnasked() {
        return generation >= 500 && !alwaysThinks();
    }

    private boolean alwaysThinks() {
        return name.contains("claude-fable") || name.contains("claude-mythos");
    }

    /// Whether thoughts are shown only on request.
    boolean hidesThoughts() {
        return alwaysThinks() || generation >= 407;
    }

    /// Whether it accepts `temperature` and `top_p`, and how many of the two.
    int samplers() {
        if (alwaysThinks() || generation >= 407) {
            return 0;
        }
        return generation >= 401 ? 1 : 2;
    }

    /// Whether it goes on with an answer that is begun for it.
    boolean continuesPrefill() {
        return generation >= 200 && generation < 405;
    }

    /// Whether the API itself can hold it to a schema.
    boolean keepsToSchemas() {
        return alwaysThinks() || generation >= 405;
    }

    /// The most tokens of one answer.
    int outputTokens() {
        if (!isKnown() || generation < 305) {
            return CAUTIOUS_OUTPUT_TOKENS;
        }
        if (generation < 307) {
            return 8_192;
        }
        boolean firstOpus4 = name.contains("opus") && generation < 405;
        return firstOpus4 ? 32_000 : 64_000;
    }

    /// The tokens of an answer for which nobody set a limit, which the API wants all the same.
    /// Models before 4.5 refuse a request whose history and limit together exceed their context.
    ///
    /// @param most the most tokens of one answer, as the provider says
    int usualOutputTokens(int most) {
        return generation >= 405 ? most : Math.min(most, CAUTIOUS_DEFAULT_TOKENS);
    }

    /// Of a model that is not known nothing is claimed: others may know it.
    ModelInfo info() {
        if (!isKnown() && !alwaysThinks()) {
            return new ModelInfo(name, ModelInfo.CAUTIOUS_CONTEXT_TOKENS);
        }
        Set<Capability> capabilities = EnumSet.of(Capability.TOOLS, Capability.JSON_SCHEMA);
        if (alwaysThinks() || generation >= 300) {
            capabilities.add(Capability.VISION);
        }
        if (thinking() != Thinking.NONE) {
            capabilities.add(Capability.REASONING);
        }
        return new ModelInfo(
                name,
                USUAL_CONTEXT_TOKENS,
                OptionalInt.of(outputTokens()),
                capabilities,
                Optional.empty());
    }
}
