package parley.dialect.chat;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import parley.dialect.AskedId;
import parley.dialect.ModelName;
import parley.dialect.PromptedText;
import parley.dialect.Timestamps;
import parley.dialect.WhileConnected;
import parley.error.AppException;
import parley.error.ErrorCode;
import parley.http.Exchange;
import parley.http.QueryFields;
import parley.http.RequestFields;
import parley.prompt.Prompt;
import parley.prompt.PromptDraft;
import parley.prompt.PromptLibrary;
import parley.prompt.PromptPreview;
import parley.prompt.PromptQuery;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The prompt library: create, list, preview, change, delete.
final class PromptHandlers {
    static final String PROMPT_ID = "prompt_id";
    private static final int USUAL_PAGE = 20;
    private static final int LARGEST_PAGE = 100;

    private final PromptLibrary prompts;
    private final PromptPreview preview;

    PromptHandlers(PromptLibrary prompts, PromptPreview preview) {
        this.prompts = prompts;
        this.preview = preview;
    }

    /// @param variables the names that the content holds, in the order in which they first appear
    record ShownPrompt(
            long id,
            String title,
            String content,
            String scenario,
            String description,
            JsonNode metadata,
            @JsonProperty("is_template") boolean template,
            @JsonProperty("usage_count") long usageCount,
            @JsonProperty("created_at") String createdAt,
            @JsonProperty("updated_at") String updatedAt,
            List<String> variables) {
        static ShownPrompt of(Prompt prompt) {
            return new ShownPrompt(
                    prompt.id(),
                    prompt.title(),
                    prompt.content(),
                    prompt.scenario(),
                    prompt.description(),
                    JsonMapper.shared().readTree(prompt.metadata()),
                    prompt.template(),
                    prompt.usageCount(),
                    Timestamps.iso(prompt.createdAt()),
                    Timestamps.iso(prompt.updatedAt()),
                    PromptLibrary.variables(prompt));
        }
    }

    record Page(
            List<ShownPrompt> items,
            long total,
            int page,
            @JsonProperty("page_size") int pageSize) {}

    record Previewed(
            String preview,
            @JsonProperty("tokens_used") long tokensUsed,
            @JsonProperty("model_used") String modelUsed) {}

    record Deleted(String message) {}

    void create(Exchange exchange) {
        long accountId = exchange.caller().id();
        exchange.respond(
                ShownPrompt.of(
                        prompts.create(accountId, draft(new RequestFields(exchange.json())))));
    }

    void list(Exchange exchange) {
        QueryFields query = new QueryFields(exchange);
        int page = query.number("page", 1, 1, Integer.MAX_VALUE);
        int pageSize = query.number("page_size", USUAL_PAGE, 1, LARGEST_PAGE);
        PromptQuery.Page found =
                prompts.list(
                        new PromptQuery(
                                exchange.caller().id(),
                                query.text("scenario"),
                                query.text("search").filter(text -> !text.isBlank()),
                                query.flag("include_templates").orElse(true),
                                (page - 1L) * pageSize,
                                pageSize));
        exchange.respond(
                new Page(
                        found.prompts().stream().map(ShownPrompt::of).toList(),
                        found.total(),
                        page,
                        pageSize));
    }

    void show(Exchange exchange) {
        exchange.respond(ShownPrompt.of(prompts.load(exchange.caller().id(), id(exchange))));
    }

    void update(Exchange exchange) {
        long accountId = exchange.caller().id();
        PromptDraft draft = draft(new RequestFields(exchange.json()));
        exchange.respond(ShownPrompt.of(prompts.update(accountId, id(exchange), draft)));
    }

    void delete(Exchange exchange) {
        prompts.delete(exchange.caller().id(), id(exchange));
        exchange.respond(new Deleted("Prompt deleted successfully"));
    }

    void preview(Exchange exchange) throws InterruptedException {
        long accountId = exchange.caller().id();
        RequestFields fields = new RequestFields(exchange.json());
        Map<String, String> values = PromptedText.values(fields);
        OptionalLong promptId = unprocessable(() -> fields.optionalLong(PROMPT_ID, 1, 1L << 53));
        Optional<String> content = unprocessable(() -> fields.optionalText("content"));
        if (promptId.isPresent() == content.filter(text -> !text.isBlank()).isPresent()) {
            throw AppException.invalid(
                            PROMPT_ID, "Give either prompt_id or content: what is to be previewed.")
                    .as(ErrorCode.UNPROCESSABLE);
        }
        Optional<String> model = ModelName.optional(fields);
        String text =
                promptId.isPresent()
                        ? prompts.use(accountId, promptId.getAsLong(), values)
                        : PromptLibrary.fill(content.orElseThrow(), values);
        PromptPreview.Preview made =
                WhileConnected.perform(
                        exchange, () -> preview.of(accountId, ChatDialect.NAME, model, text));
        exchange.setHeader("X-Model-Used", made.model());
        exchange.respond(new Previewed(made.text(), made.tokensUsed(), made.model()));
    }

    private static PromptDraft draft(RequestFields fields) {
        return unprocessable(() ->
                new PromptDraft(
                        fields.optionalText("title"),
                        fields.optionalText("content"),
                        fields.optionalText("scenario"),
                        fields.optionalText("description"),
                        fields.objectText("metadata")));
    }

    /// What is wrong in a prompt's body makes it unprocessable: it is well-formed.
    private static <T> T unprocessable(Supplier<T> reading) {
        try {
            return reading.get();
        } catch (AppException e) {
            throw e.code() == ErrorCode.INVALID_REQUEST ? e.as(ErrorCode.UNPROCESSABLE) : e;
        }
    }

    private static long id(Exchange exchange) {
        String asked = exchange.pathParameter(PROMPT_ID);
        OptionalLong id = AskedId.parse(asked);
        if (id.isEmpty()) {
            throw new AppException(ErrorCode.NOT_FOUND, "There is no prompt %s.".formatted(asked));
        }
        return id.getAsLong();
    }
}
