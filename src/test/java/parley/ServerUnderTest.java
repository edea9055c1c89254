package parley;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import parley.account.AccountService;
import parley.cli.Start;
import parley.conversation.ConversationService;
import parley.conversation.TurnService;
import parley.http.Dialect;
import parley.settings.SettingValues;

/// The whole server inside the test's process, with a look behind its doors.
public final class ServerUnderTest {
    private final ParleyServer server;

    private ServerUnderTest(ParleyServer server) {
        this.server = server;
    }

    public static ServerUnderTest start(Path home, SettingValues values, InstantSource clock) {
        return new ServerUnderTest(ParleyServer.start(new Start(home, values), clock));
    }

    public int port() {
        return server.ports().getFirst();
    }

    public Optional<String> newOwnerToken() {
        return server.newOwnerToken();
    }

    public AccountService accounts() {
        return server.parts().accounts;
    }

    public ConversationService conversations() {
        return server.parts().core.conversations();
    }

    public TurnService turns() {
        return server.parts().core.turns();
    }

    public List<Dialect> dialects() {
        return server.parts().dialects;
    }

    public void stop() throws InterruptedException {
        server.drainAndStop();
    }
}
