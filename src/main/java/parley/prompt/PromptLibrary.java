package parley.prompt;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import parley.error.AppException;
import parley.error.ErrorCode;

/// The prompts of accounts, and the system templates beside them. Safe for use by many threads.
public final class PromptLibrary {
    private static final int AT_ONCE = 100;

    private final PromptStore store;
    private final InstantSource clock;

    public PromptLibrary(PromptStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    /// @throws AppException (422) naming what is wrong
    public Prompt create(long accountId, PromptDraft draft) {
        draft.checkNew();
        return store.create(accountId, draft, clock.instant());
    }

    /// Calls the action with all prompts of an account, with where they came from: empty for what
    /// was made here.
    public void forEach(long accountId, BiConsumer<Prompt, Optional<String>> action) {
        List<Prompt> some = store.all(accountId, 0, AT_ONCE);
        while (!some.isEmpty()) {
            some.forEach(prompt -> action.accept(prompt, store.origin(accountId, prompt.id())));
            some = store.all(accountId, some.getLast().id(), AT_ONCE);
        }
    }

    /// A prompt that was made elsewhere, as it was there.
    ///
    /// @param origin tells it from others, wherever they were made
    /// @return whether it is new here
    /// @throws AppException (422) naming what is wrong
    public boolean arrive(long accountId, Prompt prompt, String origin) {
        new PromptDraft(
                        Optional.of(prompt.title()),
                        Optional.of(prompt.content()),
                        Optional.of(prompt.scenario()),
                        Optional.of(prompt.description()),
                        Optional.of(prompt.metadata()))
                .checkNew();
        return store.arrive(accountId, prompt, origin).isPresent();
    }

    /// The account's own prompt of this id, if there is one.
    public Optional<Prompt> findOwn(long accountId, long promptId) {
        return store.find(accountId, promptId);
    }

    /// @throws AppException (404) if the account has no such prompt
    public Prompt load(long accountId, long promptId) {
        if (Prompt.isTemplate(promptId)) {
            Prompt template = SystemTemplates.find(promptId).orElseThrow(() -> notFound(promptId));
            return template.used(store.templateUses(accountId).getOrDefault(promptId, 0L));
        }
        return store.find(accountId, promptId).orElseThrow(() -> notFound(promptId));
    }

    public PromptQuery.Page list(PromptQuery query) {
        long own = store.count(query);
        List<Prompt> prompts = new ArrayList<>(store.list(query));
        if (!query.includeTemplates()) {
            return new PromptQuery.Page(prompts, own);
        }
        List<Prompt> templates = SystemTemplates.matching(query);
        long skipped = Math.max(0, query.offset() - own);
        Map<Long, Long> uses = store.templateUses(query.accountId());
        templates.stream()
                .skip(skipped)
                .limit(query.limit() - prompts.size())
                .map(template -> template.used(uses.getOrDefault(template.id(), 0L)))
                .forEach(prompts::add);
        return new PromptQuery.Page(prompts, own + templates.size());
    }

    /// Changes what the draft holds.
    ///
    /// @throws AppException (404) if the account has no such prompt; (403) if it is a system
    ///   template; (422) naming what is wrong
    public Prompt update(long accountId, long promptId, PromptDraft draft) {
        refuseTemplate(promptId);
        draft.check();
        return store.update(accountId, promptId, draft, clock.instant())
                .orElseThrow(() -> notFound(promptId));
    }

    /// @throws AppException (404) if the account has no such prompt; (403) if it is a system
    ///   template
    public void delete(long accountId, long promptId) {
        refuseTemplate(promptId);
        if (!store.delete(accountId, promptId)) {
            throw notFound(promptId);
        }
    }

    /// The text of a prompt with values in place of its variables. Counts as a use.
    ///
    /// @throws AppException (404) if the account has no such prompt; (422) naming the variables
    ///   that have no value
    public String use(long accountId, long promptId, Map<String, String> values) {
        String text = PromptText.fill(load(accountId, promptId).content(), values);
        store.used(accountId, promptId);
        return text;
    }

    /// The names of a prompt's variables, in the order in which they first appear.
    public static List<String> variables(Prompt prompt) {
        return PromptText.variables(prompt.content());
    }

    /// A text with values in place of its variables.
    ///
    /// @throws AppException (422) naming the variables that have no value
    public static String fill(String content, Map<String, String> values) {
        return PromptText.fill(content, values);
    }

    private static void refuseTemplate(long promptId) {
        if (Prompt.isTemplate(promptId)) {
            Prompt template = SystemTemplates.find(promptId).orElseThrow(() -> notFound(promptId));
            throw new AppException(
                    ErrorCode.FORBIDDEN,
                    ("\"%s\" is a system template and stays as it is. Create a prompt of your own"
                                    + " with its text.")
                            .formatted(template.title()));
        }
    }

    private static AppException notFound(long promptId) {
        return new AppException(ErrorCode.NOT_FOUND, "There is no prompt %d.".formatted(promptId));
    }
}
