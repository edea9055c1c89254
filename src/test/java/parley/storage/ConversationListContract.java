package parley.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import parley.conversation.Conversation;
import parley.conversation.ConversationQuery;
import parley.conversation.ConversationStore;
import parley.conversation.NewConversation;

/// Holds for lists of conversations on every database.
abstract class ConversationListContract extends StoreContract {
    @Test
    void theNewestUpdateComesFirst() {
        long first = make(0, "gpt-4");
        long second = make(1, "gpt-4");
        long third = make(2, "gpt-4");
        conversations().rename(account(), first, "touched", NOON.plusSeconds(9));
        assertThat(ids(all())).containsExactly(first, third, second);
    }

    @Test
    void ofThoseUpdatedAtTheSameTimeTheYoungerComesFirst() {
        long first = make(0, "gpt-4");
        long second = make(0, "gpt-4");
        assertThat(ids(all())).containsExactly(second, first);
    }

    @Test
    void pagesFollowEachOtherWithoutGapsAndTheCountIsOfAll() {
        for (int i = 0; i < 7; i++) {
            make(i, i % 2 == 0 ? "gpt-4" : "llama");
        }
        List<Long> everything = ids(all());
        assertThat(everything).hasSize(7);
        assertThat(ids(page(0, 3))).isEqualTo(everything.subList(0, 3));
        assertThat(ids(page(3, 3))).isEqualTo(everything.subList(3, 6));
        assertThat(ids(page(6, 3))).isEqualTo(everything.subList(6, 7));
        assertThat(ids(page(7, 3))).isEmpty();
        assertThat(conversations().count(page(6, 3))).isEqualTo(7);
    }

    @Test
    void aModelsConversationsAreFoundByItsExactName() {
        long first = make(0, "gpt-4");
        make(1, "gpt-4-turbo");
        long last = make(2, "gpt-4");
        conversations().create(NewConversation.of(account()), NOON);
        ConversationQuery query = query(Optional.of("gpt-4"), Optional.empty(), Optional.empty());
        assertThat(ids(query)).containsExactly(last, first);
        assertThat(conversations().count(query)).isEqualTo(2);
    }

    @Test
    void bothEndsOfAPeriodBelongToIt() {
        make(0, "gpt-4");
        long second = make(1, "gpt-4");
        long third = make(2, "llama");
        make(3, "gpt-4");
        conversations().rename(account(), second, "touched much later", NOON.plusSeconds(99));
        ConversationQuery query = period(1, 2);
        assertThat(ids(query)).containsExactly(second, third);
        assertThat(conversations().count(query)).isEqualTo(2);
        assertThat(ids(query(Optional.of("llama"), query.createdFrom(), query.createdUntil())))
                .containsExactly(third);
    }

    @Test
    void aPeriodMayReachBeyondAllYears() {
        long only = make(0, "gpt-4");
        ConversationQuery query =
                query(Optional.empty(), Optional.of(Instant.MIN), Optional.of(Instant.MAX));
        assertThat(ids(query)).containsExactly(only);
    }

    @Test
    void otherAccountsAreNeitherListedNorCounted() {
        conversations().create(NewConversation.of(newAccount()), NOON);
        assertThat(ids(all())).isEmpty();
        assertThat(conversations().count(all())).isZero();
    }

    private ConversationStore conversations() {
        return stores().conversations();
    }

    private long make(int second, String model) {
        NewConversation wish = NewConversation.of(account()).withModel(Optional.of(model));
        return conversations().create(wish, NOON.plusSeconds(second)).id();
    }

    private List<Long> ids(ConversationQuery query) {
        return conversations().list(query).stream().map(Conversation::id).toList();
    }

    private ConversationQuery all() {
        return ConversationQuery.newest(account(), 100);
    }

    private ConversationQuery page(long offset, int limit) {
        return new ConversationQuery(
                account(), Optional.empty(), Optional.empty(), Optional.empty(), offset, limit);
    }

    private ConversationQuery period(int from, int until) {
        return query(
                Optional.empty(),
                Optional.of(NOON.plusSeconds(from)),
                Optional.of(NOON.plusSeconds(until)));
    }

    private ConversationQuery query(
            Optional<String> model, Optional<Instant> from, Optional<Instant> until) {
        return new ConversationQuery(account(), model, from, until, 0, 100);
    }
}
