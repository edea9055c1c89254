package parley.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import parley.prompt.Prompt;
import parley.prompt.PromptDraft;
import parley.prompt.PromptQuery;
import parley.prompt.PromptStore;

/// Holds for prompts on every database.
abstract class PromptStoreContract extends StoreContract {
    private PromptStore prompts() {
        return stores().prompts();
    }

    private static PromptDraft draft(String title, String content, String scenario) {
        return new PromptDraft(
                Optional.of(title),
                Optional.of(content),
                Optional.of(scenario),
                Optional.empty(),
                Optional.of("{\"tags\":[\"a\"]}"));
    }

    private static PromptQuery query(long account, String scenario, String search) {
        return new PromptQuery(
                account,
                Optional.of(scenario).filter(text -> !text.isEmpty()),
                Optional.of(search).filter(text -> !text.isEmpty()),
                false,
                0,
                10);
    }

    @Test
    void aPromptIsKeptChangedAndDeletedByItsAccountAlone() {
        long ada = account();
        long bob = newAccount();
        Prompt made = prompts().create(ada, draft("Sum", "Sum up {text}", "writing"), NOON);

        assertThat(prompts().find(ada, made.id())).contains(made);
        assertThat(made.metadata()).isEqualTo("{\"tags\":[\"a\"]}");
        assertThat(made.usageCount()).isZero();
        assertThat(prompts().find(bob, made.id())).isEmpty();
        PromptDraft title =
                new PromptDraft(
                        Optional.of("Other"),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty());
        assertThat(prompts().update(bob, made.id(), title, NOON)).isEmpty();
        assertThat(prompts().delete(bob, made.id())).isFalse();

        Prompt changed = prompts().update(ada, made.id(), title, NOON.plusSeconds(9)).orElseThrow();

        assertThat(changed.title()).isEqualTo("Other");
        assertThat(changed.content()).isEqualTo("Sum up {text}");
        assertThat(changed.createdAt()).isEqualTo(NOON);
        assertThat(changed.updatedAt()).isEqualTo(NOON.plusSeconds(9));
        assertThat(prompts().delete(ada, made.id())).isTrue();
        assertThat(prompts().find(ada, made.id())).isEmpty();
    }

    @Test
    void promptsAreFoundByWhatTheyHoldInAnyCase() {
        long ada = account();
        prompts().create(ada, draft("Übersetzen", "In ENGLISH: {text}", "translation"), NOON);
        Prompt second =
                prompts()
                        .create(
                                ada,
                                draft("100 % sure_thing", "x", "writing"),
                                NOON.plusSeconds(1));

        assertThat(prompts().list(query(ada, "", "übersETZEN"))).hasSize(1);
        assertThat(prompts().list(query(ada, "", "english"))).hasSize(1);
        assertThat(prompts().list(query(ada, "", "0 %"))).containsExactly(second);
        assertThat(prompts().list(query(ada, "", "s%e"))).isEmpty();
        assertThat(prompts().list(query(ada, "", "e_t"))).containsExactly(second);
        assertThat(prompts().list(query(ada, "writing", ""))).containsExactly(second);
        assertThat(prompts().list(query(ada, "", "")).getFirst()).isEqualTo(second);
        assertThat(prompts().count(query(ada, "", ""))).isEqualTo(2);
        assertThat(prompts().count(query(ada, "nothing", ""))).isZero();
    }

    @Test
    void usesAreCountedForEachAccount() {
        long ada = account();
        long bob = newAccount();
        Prompt made = prompts().create(ada, draft("A", "b", ""), NOON);

        prompts().used(ada, made.id());
        prompts().used(ada, made.id());
        prompts().used(bob, made.id());
        prompts().used(ada, Prompt.FIRST_TEMPLATE_ID);
        prompts().used(ada, Prompt.FIRST_TEMPLATE_ID);

        assertThat(prompts().find(ada, made.id()).orElseThrow().usageCount()).isEqualTo(2);
        assertThat(prompts().templateUses(ada))
                .containsOnly(Map.entry(Prompt.FIRST_TEMPLATE_ID, 2L));
        assertThat(prompts().templateUses(bob)).isEmpty();
    }

    @Test
    void aPromptFromElsewhereComesOnceWithItsTimesAndUses() {
        Prompt there =
                new Prompt(
                        77,
                        "There",
                        "Say {a}",
                        "s",
                        "d",
                        "{\"b\":1}",
                        false,
                        5,
                        NOON.minusSeconds(9),
                        NOON.minusSeconds(3));

        Prompt here = prompts().arrive(account(), there, "elsewhere:77").orElseThrow();

        assertThat(here.usageCount()).isEqualTo(5);
        assertThat(here.createdAt()).isEqualTo(there.createdAt());
        assertThat(here.updatedAt()).isEqualTo(there.updatedAt());
        assertThat(prompts().arrive(account(), there, "elsewhere:77")).isEmpty();
        assertThat(prompts().origin(account(), here.id())).contains("elsewhere:77");
        assertThat(prompts().all(account(), 0, 10)).containsExactly(here);
        assertThat(prompts().all(account(), here.id(), 10)).isEmpty();
        assertThat(prompts().arrive(newAccount(), there, "elsewhere:77")).isPresent();
        prompts().delete(account(), here.id());
        assertThat(prompts().arrive(account(), there, "elsewhere:77")).isPresent();
    }
}
