package parley.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import parley.account.Account;
import parley.account.AccountContents;
import parley.account.TieredAccount;
import parley.account.Token;
import parley.error.AppException;
import parley.error.ErrorCode;
import parley.image.Workshop;
import parley.image.intake.IntakeSettings;
import parley.image.intake.PictureCodec;
import parley.image.operation.BuiltinEngine;
import parley.settings.Setting;
import picocli.CommandLine.Command;

/// A program as small as one can be that does what it says: it keeps its tokens in memory and one
/// file as its database, and serves echoes.
class TestApplication implements Application {
    static final Setting<String> HOST = Setting.text("server.host", "127.0.0.1", "Where.");
    static final Setting<List<String>> PORTS = Setting.list("server.ports", "0", "Which ports.");
    static final Setting<Boolean> STUCK =
            Setting.flag("stop.stuck", false, "Whether stopping never ends.");
    static final Setting<Boolean> AUTH = Setting.flag("auth.required", false, "Whether tokens.");
    static final Setting<String> KEY = Setting.secret("openai.api.key", "The key.");

    private final List<Token> tokens = new ArrayList<>();
    private final Map<String, TieredAccount> accounts =
            new TreeMap<>(
                    Map.of(
                            "anna",
                            new TieredAccount(
                                    new Account(2, "anna", Instant.parse("2026-01-02T03:04:05Z")),
                                    Optional.empty())));
    private List<Check> checks = List.of(Check.good("database", "opens"));

    /// The program as a process of its own.
    public static void main(String[] words) {
        System.exit(Program.ofProcess(new TestApplication()).run(words));
    }

    void find(Check check) {
        checks = List.of(check);
    }

    @Override
    public List<Setting<?>> settings() {
        return List.of(HOST, PORTS, AUTH, STUCK, KEY);
    }

    @Override
    public RunningServer start(Start start) {
        return new EchoServer(start);
    }

    @Override
    public Tokens openTokens(Start start) {
        return new MemoryTokens();
    }

    @Override
    public Accounts openAccounts(Start start) {
        return new MemoryAccounts();
    }

    @Override
    public String backup(Start start, Path file) {
        return copy(EchoServer.database(start.home()), file);
    }

    @Override
    public String restore(Start start, Path file, boolean replace) {
        Path database = EchoServer.database(start.home());
        if (Files.exists(database) && !replace) {
            throw new AppException(
                    ErrorCode.CONFLICT, "The home is not empty; --replace replaces it.");
        }
        return copy(file, database);
    }

    @Override
    public List<Check> checks(Start start) {
        return checks;
    }

    @Override
    public Workshop workshop(Start start) {
        return new Workshop(
                List.of(new BuiltinEngine()),
                new PictureCodec(
                        new IntakeSettings(
                                20 << 20,
                                40_000_000,
                                16_384,
                                Duration.ofSeconds(20),
                                80_000_000,
                                Set.of())));
    }

    @Override
    public List<TrainingRequest> training() {
        return List.of(
                TrainingRequest.get("/health"),
                TrainingRequest.postJson("/v1/turns", "{\"message\":\"Hello\"}"));
    }

    @Override
    public Map<String, Supplier<Object>> commands() {
        return Map.of("extra", Extra::new);
    }

    private static String copy(Path from, Path to) {
        try {
            Files.deleteIfExists(to);
            Files.copy(from, to);
            return "Copied 1 file.";
        } catch (IOException e) {
            throw new AppException(ErrorCode.INTERNAL, "Copying failed.", e);
        }
    }

    @Command(name = "extra", description = "A command of the program's own.")
    private static final class Extra implements Runnable {
        @Override
        public void run() {
            throw new IllegalStateException("a mistake in the program, with a secret");
        }
    }

    private final class MemoryAccounts implements Accounts {
        @Override
        public List<TieredAccount> list() {
            return List.copyOf(accounts.values());
        }

        @Override
        public boolean setTier(String accountName, String tier) {
            return accounts.computeIfPresent(
                            accountName,
                            (_, known) -> new TieredAccount(known.account(), Optional.of(tier)))
                    != null;
        }

        @Override
        public AccountContents contents(String accountName) {
            if (!accounts.containsKey(accountName)) {
                throw new AppException(ErrorCode.NOT_FOUND, "There is no account " + accountName);
            }
            return new AccountContents(1, 2, 3, 4, 5);
        }

        @Override
        public void delete(String accountName) {
            accounts.remove(accountName);
        }

        @Override
        public void close() {}
    }

    private final class MemoryTokens implements Tokens {
        @Override
        public String create(String accountName, Optional<String> tier) {
            long id = tokens.size() + 1L;
            Instant now = Instant.parse("2026-01-02T03:04:05Z");
            accounts.computeIfAbsent(
                    accountName,
                    name -> new TieredAccount(new Account(id, name, now), Optional.empty()));
            tier.ifPresent(name -> new MemoryAccounts().setTier(accountName, name));
            tokens.add(
                    new Token(
                            id,
                            id,
                            accountName,
                            "prl_" + id,
                            Instant.parse("2026-01-02T03:04:05Z"),
                            Optional.empty()));
            return "prl_" + id + "_secret";
        }

        @Override
        public List<Token> list(Optional<String> accountName) {
            return tokens.stream()
                    .filter(token -> accountName.map(token.accountName()::equals).orElse(true))
                    .toList();
        }

        @Override
        public boolean revoke(long tokenId) {
            for (int i = 0; i < tokens.size(); i++) {
                Token token = tokens.get(i);
                if (token.id() == tokenId && token.revokedAt().isEmpty()) {
                    tokens.set(i, revoked(token));
                    return true;
                }
            }
            return false;
        }

        @Override
        public void close() {}

        private static Token revoked(Token token) {
            return new Token(
                    token.id(),
                    token.accountId(),
                    token.accountName(),
                    token.preview(),
                    token.createdAt(),
                    Optional.of(Instant.parse("2026-02-03T04:05:06Z")));
        }
    }
}
