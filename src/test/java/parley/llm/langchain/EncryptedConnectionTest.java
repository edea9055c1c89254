package parley.llm.langchain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.llm.ProviderException;
import parley.llm.RecordedEvents;
import parley.testing.Reply;
import parley.testing.ScriptedProvider;

class EncryptedConnectionTest {
    private static final char[] PASSWORD = "only-for-tests".toCharArray();

    @TempDir private static Path folder;
    private static SSLContext context;

    private ScriptedProvider server;

    /// A certificate for 127.0.0.1 that only this test trusts.
    @BeforeAll
    static void makeCertificate() throws Exception {
        Path store = folder.resolve("keys.p12");
        Process keytool =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "keytool")
                                        .toString(),
                                "-genkeypair",
                                "-alias",
                                "server",
                                "-keyalg",
                                "EC",
                                "-dname",
                                "CN=127.0.0.1",
                                "-ext",
                                "san=ip:127.0.0.1",
                                "-keystore",
                                store.toString(),
                                "-storepass",
                                new String(PASSWORD))
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
        assertThat(keytool.waitFor(60, TimeUnit.SECONDS)).isTrue();
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream stream = Files.newInputStream(store)) {
            keys.load(stream, PASSWORD);
        }
        KeyManagerFactory own = KeyManagerFactory.getInstance("PKIX");
        own.init(keys, PASSWORD);
        TrustManagerFactory trusted = TrustManagerFactory.getInstance("PKIX");
        trusted.init(keys);
        context = SSLContext.getInstance("TLS");
        context.init(own.getKeyManagers(), trusted.getTrustManagers(), null);
    }

    @BeforeEach
    void startServer() {
        server = ScriptedProvider.startEncrypted(context.getServerSocketFactory());
    }

    @AfterEach
    void stopServer() {
        server.close();
    }

    private static OpenAiProvider provider(URI baseUrl, SSLSocketFactory trust) {
        return new OpenAiProvider(
                ProviderNames.OPENAI,
                new OpenAiSettings(true, "", baseUrl, ""),
                InstantSource.system(),
                trust);
    }

    @Test
    void answersComeThroughOneConnection() throws InterruptedException {
        OpenAiProvider provider = provider(server.baseUrl(), context.getSocketFactory());
        for (int i = 0; i < 4; i++) {
            RecordedEvents events = new RecordedEvents();
            provider.run(OpenAiProviderTest.request("Hi", i % 2 == 0), events);
            assertThat(events.text()).isEqualTo("Hello there.");
        }

        assertThat(server.connectionCount()).isEqualTo(1);
    }

    @Test
    void aCertificateThatNobodyTrustsIsRefused() {
        OpenAiProvider provider =
                provider(server.baseUrl(), (SSLSocketFactory) SSLSocketFactory.getDefault());

        ProviderException failure =
                catchThrowableOfType(
                        ProviderException.class,
                        () ->
                                provider.run(
                                        OpenAiProviderTest.request("Hi", true),
                                        new RecordedEvents()));

        assertThat(failure.kind()).isEqualTo(ProviderException.Kind.REFUSED);
        assertThat(failure.sentence()).contains("certificate is not trusted");
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void aCertificateForAnotherHostIsRefused() {
        URI otherName = URI.create(server.baseUrl().toString().replace("127.0.0.1", "localhost"));

        ProviderException failure =
                catchThrowableOfType(
                        ProviderException.class,
                        () ->
                                provider(otherName, context.getSocketFactory())
                                        .run(
                                                OpenAiProviderTest.request("Hi", true),
                                                new RecordedEvents()));

        assertThat(failure.kind()).isEqualTo(ProviderException.Kind.REFUSED);
    }

    @Test
    void interruptingReachesTheProvider() throws Exception {
        server.otherwise(Reply.streamHead().then(Reply.tokens("Once")).then(Reply.hang()));
        OpenAiProvider provider = provider(server.baseUrl(), context.getSocketFactory());
        RecordedEvents events = new RecordedEvents();
        FutureTask<Throwable> run =
                new FutureTask<>(() ->
                        catchThrowable(() ->
                                provider.run(OpenAiProviderTest.request("Hi", true), events)));
        Thread thread = Thread.ofVirtual().start(run);
        events.awaitText();

        long interruptedAt = System.nanoTime();
        thread.interrupt();

        assertThat(run.get(5, TimeUnit.SECONDS)).isInstanceOf(InterruptedException.class);
        assertThat(server.awaitRequest().awaitAbort(interruptedAt))
                .isLessThan(Duration.ofSeconds(2));
    }
}
