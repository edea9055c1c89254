package parley.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class StaticFilesTest {
    private static TestServer server;

    @BeforeAll
    static void start() {
        StaticFiles site = new StaticFiles("/site", "site", "default-src 'self'", "no-cache");
        StaticFiles swagger =
                new StaticFiles(
                        "/docs/lib/",
                        "META-INF/resources/webjars/swagger-ui/5.30.2/",
                        "default-src 'none'",
                        "public, max-age=3600");
        server =
                TestServer.start(
                        TestServer.SETTINGS,
                        List.of(),
                        new TestDialect(site.routes()),
                        new TestDialect(swagger.routes()));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static RawResponse get(String path, String headers) {
        return server.send("GET %s HTTP/1.1\nHost: localhost\n%s\n".formatted(path, headers));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/site", "/site/", "/site/index.html"})
    void theRootShowsItsPage(String path) {
        RawResponse response = get(path, "");

        assertThat(response.status()).isEqualTo(200);
        assertThat(response.header("Content-Type")).isEqualTo("text/html; charset=utf-8");
        assertThat(response.header("Content-Security-Policy")).isEqualTo("default-src 'self'");
        assertThat(response.header("Cache-Control")).isEqualTo("no-cache");
        assertThat(response.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(response.body()).isEqualTo("<!doctype html><title>ä</title>");
    }

    @Test
    void filesInFoldersHaveTheirTypes() {
        RawResponse response = get("/site/inner/app-1.2.js", "");

        assertThat(response.header("Content-Type")).isEqualTo("text/javascript; charset=utf-8");
        assertThat(response.body()).isEqualTo("export const a = 1;\n");
    }

    @Test
    void filesOfALibraryAreServedFromItsArchive() {
        RawResponse response = get("/docs/lib/swagger-ui.css", "");

        assertThat(response.status()).isEqualTo(200);
        assertThat(response.header("Content-Type")).isEqualTo("text/css; charset=utf-8");
        assertThat(response.header("Cache-Control")).isEqualTo("public, max-age=3600");
        assertThat(response.body()).contains(".swagger-ui");
    }

    @Test
    void aFileTheBrowserHasIsNotSentAgain() {
        String tag = get("/site", "").header("ETag");
        for (String known : List.of(tag, "W/" + tag, "\"other\", " + tag, "*")) {
            RawResponse response = get("/site", "If-None-Match: " + known + "\n");

            assertThat(response.status()).isEqualTo(304);
            assertThat(response.header("ETag")).isEqualTo(tag);
        }
        assertThat(get("/site", "If-None-Match: \"other\"\n").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/site/missing.js",
                "/site/inner",
                "/site/inner/",
                "/site/plain.secret",
                "/site/.hidden.txt",
                "/site/../logging.properties",
                "/site/../site/index.html",
                "/site/inner/../index.html",
                "/site/%2e%2e/site/index.html",
                "/site/..%2fsite%2findex.html",
                "/site/inner%2fapp-1.2.js/../../index.html",
                "/site/..%5csite%5cindex.html",
                "/site//index.html",
                "/site/inner//app-1.2.js",
                "/site/%2Fetc/hosts.txt",
                "/site/file:/etc/hosts.txt",
                "/docs/lib/../../../../../parley/http/Json.js",
            })
    void nothingElseIsServed(String path) {
        assertThat(get(path, "").status()).isEqualTo(404);
    }

    @Test
    void aNulInTheNameIsRefused() {
        assertThat(get("/site/index.html%00.js", "").status()).isEqualTo(400);
    }
}
