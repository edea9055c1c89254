package parley.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.account.Account;
import parley.document.DocumentStore.Quota;
import parley.storage.DatabaseSettings;
import parley.storage.OpenStores;

/// What is left of documents that are gone.
final class ForgottenDocumentsTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    @TempDir private Path home;
    private final Shelf shelf = new Shelf();
    private OpenStores stores;
    private long account;
    private StoredDocument document;

    @BeforeEach
    void open() {
        stores = OpenStores.open(DatabaseSettings.EMBEDDED, home, () -> NOON);
        account = stores.accounts().createAccount(Account.OWNER_NAME, NOON).id();
        document = shelf.add(1, "a.pdf", "One.");
    }

    @AfterEach
    void close() {
        stores.close();
    }

    private long begin() {
        return stores.documents()
                .begin(
                        new NewDocument(
                                account,
                                "a.pdf",
                                "application/pdf",
                                1,
                                "digest",
                                NewFile.USER_DATA,
                                document.facts()),
                        new Quota(9, 99),
                        NOON)
                .orElseThrow();
    }

    private ForgottenDocuments forgotten(Instant now) {
        return new ForgottenDocuments(
                stores.documents(), shelf, home.resolve("passages"), () -> now);
    }

    @Test
    void theSearchForgetsWhatIsNoLongerThere() throws IOException {
        long kept = begin();
        stores.documents().keep(account, kept, OptionalLong.empty(), NOON);
        shelf.add(kept, "kept.pdf", "Kept.");
        shelf.add(77, "gone.pdf", "Gone.");
        Files.createDirectories(home.resolve("passages").resolve("77"));
        Files.createDirectories(home.resolve("passages").resolve(String.valueOf(kept)));
        Files.createDirectories(home.resolve("passages").resolve("new-78-x"));

        forgotten(NOON).sweep();

        assertThat(shelf.knows(77)).isFalse();
        assertThat(shelf.knows(kept)).isTrue();
    }

    @Test
    void uploadsThatNeverGotWholeAreDroppedAfterAnHour() throws IOException {
        long half = begin();

        forgotten(NOON.plusSeconds(3599)).sweep();
        assertThat(stores.documents().existing(List.of(half))).containsExactly(half);
        forgotten(NOON.plusSeconds(3601)).sweep();

        assertThat(stores.documents().existing(List.of(half))).isEmpty();
        assertThat(stores.documents().find(account, half)).isEqualTo(Optional.empty());
    }
}
