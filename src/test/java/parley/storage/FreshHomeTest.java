package parley.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parley.account.Account;
import parley.conversation.NewConversation;

final class FreshHomeTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    @TempDir private Path home;

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void theFirstConversationOfANewHomeHasIdOne(boolean embedded) {
        DatabaseSettings settings =
                embedded ? DatabaseSettings.EMBEDDED : TestPostgres.emptyDatabase();
        try (OpenStores stores = OpenStores.open(settings, home.resolve("new"), () -> NOON)) {
            long owner = stores.accounts().createAccount(Account.OWNER_NAME, NOON).id();
            assertThat(owner).isEqualTo(Account.OWNER_ID);
            assertThat(stores.conversations().create(NewConversation.of(owner), NOON).id())
                    .isEqualTo(1);
        }
        try (OpenStores stores = OpenStores.open(settings, home.resolve("new"), () -> NOON)) {
            assertThat(stores.conversations().find(Account.OWNER_ID, 1)).isPresent();
            assertThat(stores.problem()).isEmpty();
            assertThat(stores.describe()).startsWith(embedded ? "SQLite" : "PostgreSQL");
        }
    }

    @Test
    void settingsNeverShowThePassword() {
        assertThat(new DatabaseSettings("postgresql://user:hunter2@host/db", 4).toString())
                .doesNotContain("hunter2");
        assertThat(DatabaseSettings.URL.secret()).isTrue();
        assertThat(DatabaseSettings.EMBEDDED.url()).isEmpty();
    }
}
