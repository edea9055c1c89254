package parley.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import parley.analysis.DataQuery;
import parley.analysis.DataSource;
import parley.analysis.DataSourceStore;
import parley.analysis.NewDataSource;
import parley.analysis.SourceType;
import parley.conversation.Conversation;
import parley.conversation.NewMessage;
import parley.llm.Role;

/// Holds for data sources on every database.
abstract class DataSourceStoreContract extends StoreContract {
    @Test
    void whatWasMadeIsFoundByItsAccountAlone() {
        DataSource made = store().create(source(account(), SourceType.POSTGRESQL), NOON);
        long other = newAccount();

        assertThat(store().find(account(), made.id())).contains(made);
        assertThat(store().list(account())).containsExactly(made);
        assertThat(store().find(other, made.id())).isEmpty();
        assertThat(store().list(other)).isEmpty();
        assertThat(store().delete(other, made.id())).isFalse();
        assertThat(store().find(account(), made.id())).isPresent();
    }

    @Test
    void aFileIsNotThereBeforeItIsWhole() {
        long id = store().begin(source(account(), SourceType.CSV), NOON);
        store().addChunk(id, 0, new byte[] {1, 0, -1});
        store().addChunk(id, 1, new byte[] {2});
        assertThat(store().find(account(), id)).isEmpty();
        assertThat(store().list(account())).isEmpty();

        DataSource ready = store().ready(account(), id);

        assertThat(store().find(account(), id)).contains(ready);
        assertThat(store().chunk(id, 0))
                .hasValueSatisfying(bytes -> assertThat(bytes).containsExactly(1, 0, -1));
        assertThat(store().chunk(id, 1))
                .hasValueSatisfying(bytes -> assertThat(bytes).containsExactly(2));
        assertThat(store().chunk(id, 2)).isEmpty();
    }

    @Test
    void whatWasBegunAndLeftGoesAway() {
        long left = store().begin(source(account(), SourceType.CSV), NOON);
        store().addChunk(left, 0, new byte[] {1});
        long young = store().begin(source(account(), SourceType.CSV), NOON.plusSeconds(60));
        DataSource whole = store().create(source(account(), SourceType.CSV), NOON);

        store().dropUnready(NOON.plusSeconds(30));

        assertThat(store().chunk(left, 0)).isEmpty();
        assertThat(store().ready(account(), young).id()).isEqualTo(young);
        assertThat(store().find(account(), whole.id())).isPresent();
    }

    @Test
    void deletingASourceTakesItFromItsConversations() {
        DataSource made = store().create(source(account(), SourceType.SQLITE), NOON);
        Conversation conversation = newConversation();
        stores().conversations()
                .attachDataSource(account(), conversation.id(), OptionalLong.of(made.id()), NOON);

        assertThat(store().delete(account(), made.id())).isTrue();

        assertThat(store().delete(account(), made.id())).isFalse();
        assertThat(stores().conversations().find(account(), conversation.id()))
                .hasValueSatisfying(found -> assertThat(found.dataSourceId()).isEmpty());
    }

    @Test
    void aProblemIsRemembered() {
        DataSource made = store().create(source(account(), SourceType.MYSQL), NOON);

        store().setProblem(made.id(), Optional.of("It refuses connections."));
        assertThat(store().find(account(), made.id()).flatMap(DataSource::problem))
                .contains("It refuses connections.");

        store().setProblem(made.id(), Optional.empty());
        assertThat(store().find(account(), made.id()).flatMap(DataSource::problem)).isEmpty();
    }

    @Test
    void queriesAreKeptNewestFirst() {
        DataSource made = store().create(source(account(), SourceType.CSV), NOON);
        DataQuery first = query(made, "SELECT 1", OptionalLong.empty());
        DataQuery second = query(made, "SELECT 2", OptionalLong.of(9));
        store().record(first);
        store().record(second);

        assertThat(store().queries(account(), made.id(), 10)).containsExactly(second, first);
        assertThat(store().queries(account(), made.id(), 1)).containsExactly(second);
        assertThat(store().queries(newAccount(), made.id(), 10)).isEmpty();
    }

    @Test
    void aChartGoesWithItsMessage() {
        Conversation conversation = newConversation();
        long message =
                stores().conversations()
                        .append(
                                account(),
                                conversation.id(),
                                NewMessage.text(Role.ASSISTANT, "Look."),
                                "",
                                NOON)
                        .orElseThrow()
                        .id();
        store().addChart("xmr_chart_1.png", account(), message, NOON);

        assertThat(store().messageOfChart(account(), "xmr_chart_1.png")).hasValue(message);
        assertThat(store().messageOfChart(newAccount(), "xmr_chart_1.png")).isEmpty();

        stores().conversations().delete(account(), conversation.id());
        assertThat(store().messageOfChart(account(), "xmr_chart_1.png")).isEmpty();
    }

    private DataSourceStore store() {
        return stores().dataSources();
    }

    private static NewDataSource source(long account, SourceType type) {
        return new NewDataSource(
                account,
                "Sales",
                type,
                Optional.of("sealed"),
                Optional.of("sales.csv"),
                Optional.of("uploaded_data"),
                OptionalLong.of(12),
                Optional.of("{}"),
                Optional.empty());
    }

    private static DataQuery query(DataSource source, String sql, OptionalLong message) {
        return new DataQuery(
                source.accountId(),
                source.id(),
                message,
                sql,
                "ok",
                3,
                false,
                Duration.ofMillis(5),
                NOON);
    }
}
