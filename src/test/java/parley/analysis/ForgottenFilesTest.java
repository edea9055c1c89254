package parley.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.account.Account;
import parley.analysis.chart.ChartFiles;
import parley.analysis.chart.ChartSettings;
import parley.analysis.chart.ChartStyle;
import parley.analysis.csv.CsvSettings;
import parley.conversation.ConversationTarget;
import parley.conversation.MessageStatus;
import parley.conversation.NewConversation;
import parley.conversation.NewMessage;
import parley.conversation.Turn;
import parley.conversation.TurnStart;
import parley.conversation.TurnStarted;
import parley.llm.Role;
import parley.settings.SettingValues;
import parley.storage.DatabaseSettings;
import parley.storage.OpenStores;

class ForgottenFilesTest {
    @TempDir private Path home;

    private Instant now = Instant.now();
    private OpenStores stores;
    private ChartFiles charts;
    private ForgottenFiles forgotten;
    private long account;

    @BeforeEach
    void open() {
        stores = OpenStores.open(DatabaseSettings.EMBEDDED, home, () -> now);
        account = stores.accounts().createAccount(Account.OWNER_NAME, now).id();
        charts = new ChartFiles(ChartSettings.from(new SettingValues(Map.of())), home, () -> now);
        forgotten =
                new ForgottenFiles(
                        stores.dataSources(),
                        new CsvSources(stores.dataSources(), CsvSettings.DEFAULTS, home, () -> now),
                        charts);
    }

    @AfterEach
    void close() {
        stores.close();
    }

    @Test
    void tablesGoWithTheirSource() throws IOException {
        long kept = source();
        long deleted = source();
        Path other = Files.writeString(home.resolve("source-of-joy.duckdb"), "not ours");
        Files.writeString(tablesOf(kept), "tables");
        Files.writeString(tablesOf(deleted), "tables");
        forgotten.sweep();
        assertThat(tablesOf(deleted)).exists();

        stores.dataSources().delete(account, deleted);
        forgotten.sweep();

        assertThat(tablesOf(deleted)).doesNotExist();
        assertThat(tablesOf(kept)).exists();
        assertThat(other).exists();
    }

    @Test
    void picturesOfChartsGoWithTheirConversation() {
        Turn kept = turn();
        Turn deleted = turn();
        String keptPicture = chart(kept);
        String deletedPicture = chart(deleted);
        stores.conversations().delete(account, deleted.conversationId());
        forgotten.sweep();
        assertThat(charts.read(deletedPicture)).as("drawn just now").isPresent();

        now = now.plusSeconds(90);
        forgotten.sweep();

        assertThat(charts.read(deletedPicture)).isEmpty();
        assertThat(charts.read(keptPicture)).isPresent();
    }

    private Path tablesOf(long source) {
        return home.resolve("source-%d.duckdb".formatted(source));
    }

    private long source() {
        NewDataSource file =
                new NewDataSource(
                        account,
                        "CSV: sales.csv",
                        SourceType.CSV,
                        Optional.empty(),
                        Optional.of("sales.csv"),
                        Optional.of("uploaded_data"),
                        OptionalLong.of(1),
                        Optional.of("{}"),
                        Optional.empty());
        return stores.dataSources().create(file, now).id();
    }

    private String chart(Turn turn) {
        String name =
                charts.write(ChartFiles.Kind.MAIN, ChartStyle.Format.PNG, new byte[] {1}).name();
        stores.dataSources().addChart(name, account, turn.id(), now);
        return name;
    }

    private Turn turn() {
        TurnStart start =
                new TurnStart(
                        account,
                        new ConversationTarget.Fresh(NewConversation.of(account)),
                        List.of(NewMessage.text(Role.USER, "Is it stable?")),
                        "",
                        Optional.empty(),
                        "test",
                        "builtin/parley",
                        MessageStatus.RUNNING,
                        "node",
                        Optional.empty(),
                        now);
        return ((TurnStarted.New) stores.turns().start(start)).turn();
    }
}
