package parley.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import parley.account.Account;
import parley.conversation.Conversation;
import parley.conversation.ConversationQuery;
import parley.conversation.NewConversation;
import parley.error.AppException;
import parley.error.ErrorCode;

final class RestoreTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    enum Kind {
        SQLITE,
        POSTGRES;

        DatabaseSettings settings() {
            return switch (this) {
                case SQLITE -> DatabaseSettings.EMBEDDED;
                case POSTGRES -> TestPostgres.emptyDatabase();
            };
        }
    }

    @TempDir private Path folder;
    private Path home;
    private Path backup;

    @BeforeEach
    void names() throws IOException {
        home = Files.createDirectory(folder.resolve("home"));
        Files.createDirectory(folder.resolve("source"));
        backup = folder.resolve("saved.parley");
    }

    static Stream<Arguments> allWays() {
        return Stream.of(Kind.values())
                .flatMap(from -> Stream.of(Kind.values()).map(to -> Arguments.of(from, to)));
    }

    @ParameterizedTest
    @MethodSource("allWays")
    void aBackupRestoresToTheSameState(Kind from, Kind to) throws IOException {
        DatabaseSettings source = from.settings();
        List<String> before;
        long lastId;
        try (OpenStores stores = open(source, folder.resolve("source"))) {
            lastId = Everything.fill(stores);
            stores.backup(backup);
            stores.accounts().createAccount("after the backup", NOON);
            before = Everything.read(source, folder.resolve("source"));
        }
        assertThat(before)
                .hasSizeGreaterThan(20)
                .anyMatch(line -> line.contains("after the backup"));
        assertThat(files(folder)).containsExactlyInAnyOrder("home", "source", "saved.parley");

        DatabaseSettings target = to.settings();
        assertThat(Restore.restore(backup, target, home, false, () -> NOON)).isEmpty();
        List<String> after = Everything.read(target, home);
        before.removeIf(line -> line.contains("after the backup"));
        assertThat(after).isEqualTo(before);
        assertThat(files(home)).isSubsetOf("parley.db", "parley.lock");
        try (OpenStores stores = open(target, home)) {
            assertThat(stores.problem()).isEmpty();
            long next =
                    stores.conversations().create(NewConversation.of(Account.OWNER_ID), NOON).id();
            assertThat(next).isGreaterThan(lastId);
        }
    }

    @ParameterizedTest
    @EnumSource
    void anExistingFileIsNotOverwritten(Kind kind) throws IOException {
        Files.writeString(backup, "precious");
        try (OpenStores stores = open(kind.settings(), home)) {
            assertThatThrownBy(() -> stores.backup(backup))
                    .isInstanceOfSatisfying(
                            AppException.class,
                            e -> assertThat(e.code()).isEqualTo(ErrorCode.CONFLICT))
                    .hasMessageContaining("saved.parley")
                    .hasMessageNotContaining(folder.toString());
        }
        assertThat(backup).hasContent("precious");
        assertThat(files(folder)).containsExactlyInAnyOrder("home", "source", "saved.parley");
    }

    @ParameterizedTest
    @EnumSource
    void aBackupIntoNoFolderIsSaid(Kind kind) {
        try (OpenStores stores = open(kind.settings(), home)) {
            assertThatThrownBy(() -> stores.backup(folder.resolve("missing/saved")))
                    .isInstanceOf(AppException.class)
                    .hasMessageContaining("saved");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aDamagedBackupIsRefusedAndNothingChanges(Kind kind) throws IOException {
        try (OpenStores stores = open(kind.settings(), folder.resolve("source"))) {
            Everything.fill(stores);
            stores.backup(backup);
        }
        byte[] whole = Files.readAllBytes(backup);
        byte[] cut = Arrays.copyOf(whole, whole.length * 2 / 3);
        byte[] flipped = whole.clone();
        // In an SQLite file the first byte of a page, for only its structure is checked.
        int place = kind == Kind.SQLITE ? whole.length / 2 / 4096 * 4096 : whole.length / 2;
        flipped[place] ^= 0x55;
        for (byte[] damaged :
                List.of(
                        cut,
                        flipped,
                        new byte[0],
                        "not a backup".getBytes(StandardCharsets.US_ASCII))) {
            Files.write(backup, damaged);
            assertThatThrownBy(() ->
                            Restore.restore(
                                    backup, DatabaseSettings.EMBEDDED, home, true, () -> NOON))
                    .isInstanceOf(AppException.class)
                    .hasMessageContaining("saved.parley");
            assertThat(files(home)).isSubsetOf("parley.lock");
        }
    }

    @Test
    void aHomeWithADatabaseIsReplacedOnlyIfThatIsSaidAndTheOldIsKept() throws IOException {
        makeHome("old");
        try (OpenStores stores = open(DatabaseSettings.EMBEDDED, folder.resolve("source"))) {
            stores.accounts().createAccount("new", NOON);
            stores.backup(backup);
        }
        assertThatThrownBy(() -> restore(false))
                .isInstanceOfSatisfying(
                        AppException.class,
                        e -> assertThat(e.code()).isEqualTo(ErrorCode.CONFLICT));
        assertThat(accountIn(home, "old")).isPresent();

        Path aside = restore(true).orElseThrow();
        assertThat(aside).hasFileName("parley.db.replaced-20260301T120000000Z");
        assertThat(accountIn(home, "new")).isPresent();
        assertThat(accountIn(home, "old")).isEmpty();

        Path oldHome = Files.createDirectory(folder.resolve("old"));
        Files.move(aside, oldHome.resolve("parley.db"));
        assertThat(accountIn(oldHome, "old")).isPresent();
    }

    @Test
    void aDamagedDatabaseIsKeptAsideWithItsLog() throws IOException {
        makeHome("old");
        try (OpenStores stores = open(DatabaseSettings.EMBEDDED, folder.resolve("source"))) {
            stores.accounts().createAccount("new", NOON);
            stores.backup(backup);
        }
        Files.writeString(home.resolve("parley.db"), "damaged ".repeat(1000));
        Files.writeString(home.resolve("parley.db-wal"), "log");
        Path aside = restore(true).orElseThrow();
        assertThat(aside).content().startsWith("damaged");
        assertThat(aside.resolveSibling(aside.getFileName() + "-wal")).hasContent("log");
        assertThat(accountIn(home, "new")).isPresent();
    }

    @Test
    void whatWasOnlyInTheLogIsKeptToo() throws Exception {
        try (OpenStores stores = open(DatabaseSettings.EMBEDDED, folder.resolve("source"))) {
            stores.backup(backup);
        }
        try (ChildJvm server = ChildJvm.start(StartsUntilKilled.class, home.toString(), "0")) {
            assertThat(server.readLine()).isNotNull();
            server.kill();
        }
        assertThat(home.resolve("parley.db-wal")).isNotEmptyFile();
        Path aside = restore(true).orElseThrow();
        assertThat(files(home))
                .containsExactlyInAnyOrder(
                        "parley.db", "parley.lock", aside.getFileName().toString());
        assertThat(accountIn(home, Account.OWNER_NAME)).isEmpty();
        Files.move(aside, home.resolve("parley.db"), StandardCopyOption.REPLACE_EXISTING);
        assertThat(accountIn(home, Account.OWNER_NAME)).isPresent();
    }

    @Test
    void aHomeThatAServerUsesIsLeftAlone() throws IOException {
        try (OpenStores stores = open(DatabaseSettings.EMBEDDED, folder.resolve("source"))) {
            stores.backup(backup);
        }
        try (HomeLock _ = HomeLock.acquire(home)) {
            assertThatThrownBy(() -> restore(true))
                    .isInstanceOf(AppException.class)
                    .hasMessageContaining("using this home");
        }
        assertThat(files(home)).containsExactly("parley.lock");
    }

    @Test
    void aServerDatabaseMustBeEmpty() {
        DatabaseSettings settings = TestPostgres.emptyDatabase();
        try (OpenStores stores = open(settings, home)) {
            stores.accounts().createAccount("old", NOON);
            stores.backup(backup);
        }
        assertThatThrownBy(() -> Restore.restore(backup, settings, home, true, () -> NOON))
                .isInstanceOf(AppException.class)
                .hasMessageContaining("not empty");
        assertThat(Everything.read(settings, home)).hasSize(1);
    }

    @Test
    void aBackupWhileOthersWriteIsOfOneMoment() throws Exception {
        try (OpenStores stores = open(DatabaseSettings.EMBEDDED, folder.resolve("source"))) {
            Account owner = stores.accounts().createAccount(Account.OWNER_NAME, NOON);
            Thread writer = Thread.ofVirtual().start(() -> makeUntilInterrupted(stores, owner));
            while (stores.conversations().count(ConversationQuery.newest(owner.id(), 1)) < 50) {
                Thread.onSpinWait();
            }
            stores.backup(backup);
            writer.interrupt();
            writer.join();
        }
        restore(false);
        try (OpenStores stores = open(DatabaseSettings.EMBEDDED, home)) {
            List<Conversation> all =
                    stores.conversations()
                            .list(ConversationQuery.newest(Account.OWNER_ID, 100_000));
            assertThat(all).hasSizeGreaterThanOrEqualTo(50);
            assertThat(all.getFirst().id()).isEqualTo(all.size());
        }
    }

    private static void makeUntilInterrupted(OpenStores stores, Account owner) {
        while (!Thread.currentThread().isInterrupted()) {
            stores.conversations().create(NewConversation.of(owner.id()), NOON);
        }
    }

    private Optional<Path> restore(boolean replace) {
        return Restore.restore(backup, DatabaseSettings.EMBEDDED, home, replace, () -> NOON);
    }

    private void makeHome(String account) {
        try (OpenStores stores = open(DatabaseSettings.EMBEDDED, home)) {
            stores.accounts().createAccount(account, NOON);
        }
    }

    private static Optional<Account> accountIn(Path home, String name) {
        try (OpenStores stores = open(DatabaseSettings.EMBEDDED, home)) {
            return stores.accounts().findAccount(name);
        }
    }

    private static OpenStores open(DatabaseSettings settings, Path home) {
        return OpenStores.open(settings, home, () -> NOON);
    }

    private static List<String> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(path -> path.getFileName().toString()).toList();
        }
    }
}
