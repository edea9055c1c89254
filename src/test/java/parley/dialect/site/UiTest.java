package parley.dialect.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parley.testing.TestServer;

/// The page and everything it loads come from this server, once for each version.
final class UiTest {
    private static TestServer server;
    private static HttpClient http;
    private static String base;

    @BeforeAll
    static void start() throws Exception {
        server = TestServer.start();
        http = HttpClient.newHttpClient();
        Matcher found = Pattern.compile("/ui/[0-9a-f]{16}").matcher(text(get("/")));
        assertThat(found.find()).isTrue();
        base = found.group();
    }

    @AfterAll
    static void stop() throws Exception {
        http.close();
        server.close();
    }

    @Test
    void allThatThePageNamesIsThere() throws Exception {
        HttpResponse<byte[]> page = get("/");
        Matcher names = Pattern.compile("(?:src|href)=\"(/ui/[^\"]+)\"").matcher(text(page));

        assertThat(page.headers().firstValue("Cache-Control")).contains("no-cache");
        assertThat(text(page)).doesNotContain("{{");
        int count = 0;
        while (names.find()) {
            assertThat(names.group(1)).startsWith(base + "/");
            assertThat(get(names.group(1)).statusCode()).as(names.group(1)).isEqualTo(200);
            count++;
        }
        assertThat(count).isPositive();
    }

    @Test
    void nothingButOwnFilesMayRun() throws Exception {
        String policy = get("/").headers().firstValue("Content-Security-Policy").orElseThrow();

        assertThat(policy)
                .startsWith("default-src 'none'; script-src 'self'; style-src 'self';")
                .contains("frame-ancestors 'none'", "base-uri 'none'", "form-action 'none'")
                .contains("require-trusted-types-for 'script'")
                .doesNotContain("unsafe", "*", "http:", "https:");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "lib/lit-html/lit-html.js",
                "lib/lit-html/directives/repeat.js",
                "lib/markdown-it.js",
                "lib/dompurify.js",
                "lib/highlight.js"
            })
    void librariesAreModulesThatAreKeptForGood(String name) throws Exception {
        HttpResponse<byte[]> file = get(base + "/" + name);

        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(file.headers().firstValue("Cache-Control"))
                .contains("public, max-age=31536000, immutable");
        assertThat(file.headers().firstValue("Content-Type"))
                .contains("text/javascript; charset=utf-8");
        assertThat(text(file)).contains("export");
    }

    @Test
    void whoCanUnpackGetsFilesPacked() throws Exception {
        String path = base + "/lib/markdown-it.js";
        HttpResponse<byte[]> plain = get(path);
        HttpResponse<byte[]> packed = get(path, "Accept-Encoding", "br, gzip;q=0.8");

        assertThat(plain.headers().firstValue("Content-Encoding")).isEmpty();
        assertThat(packed.headers().firstValue("Content-Encoding")).contains("gzip");
        assertThat(packed.headers().allValues("Vary")).contains("Accept-Encoding");
        assertThat(packed.body().length).isLessThan(plain.body().length / 2);
        assertThat(unpacked(packed.body())).isEqualTo(plain.body());
        assertThat(packed.headers().firstValue("ETag"))
                .isNotEqualTo(plain.headers().firstValue("ETag"));
        assertThat(get(path, "Accept-Encoding", "gzip;q=0, br").headers().map())
                .doesNotContainKey("content-encoding");
    }

    @Test
    void aPageTheBrowserHasIsNotSentAgain() throws Exception {
        String tag = get("/", "Accept-Encoding", "gzip").headers().firstValue("ETag").orElseThrow();
        HttpRequest again =
                request("/").header("Accept-Encoding", "gzip").header("If-None-Match", tag).build();

        HttpResponse<byte[]> answer = http.send(again, HttpResponse.BodyHandlers.ofByteArray());

        assertThat(answer.statusCode()).isEqualTo(304);
        assertThat(answer.body()).isEmpty();
        assertThat(answer.headers().firstValue("ETag")).contains(tag);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/c/12",
                "/data",
                "/data/3",
                "/images",
                "/images/img_1",
                "/prompts",
                "/prompts/4",
                "/settings",
                "/settings/tokens",
                "/welcome",
                "/ui"
            })
    void aLinkIntoThePageOpensIt(String path) throws Exception {
        HttpResponse<byte[]> page =
                get(path, "Accept", "text/html,application/xhtml+xml,*/*;q=0.8");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).isEqualTo(get("/").body());
        if (!path.equals("/ui")) {
            assertThat(get(path, "Accept", "application/json").statusCode()).isEqualTo(404);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/ui/index.html",
                "/ui/parley.js",
                "/ui/0000000000000000/parley.js",
                "BASE/index.html",
                "BASE/missing.js",
                "BASE/lib/missing.js",
                "BASE/lib/lit-html/package.json",
                "BASE/lib/lit-html/../markdown-it.js",
                "BASE/lib/markdown-it/dist/markdown-it.js",
                "BASE/lib/",
                "BASE/../openapi/base.json",
                "BASE/..%2fopenapi%2fbase.json",
                "/c"
            })
    void nothingElseIsServed(String path) throws Exception {
        assertThat(get(path.replace("BASE", base)).statusCode()).isEqualTo(404);
    }

    @Test
    void theDescriptionIsStillToBeRead() throws Exception {
        HttpResponse<byte[]> docs = get("/docs");

        assertThat(docs.statusCode()).isEqualTo(200);
        assertThat(text(docs)).contains(base + "/docs.js");
        assertThat(get(base + "/docs.js").statusCode()).isEqualTo(200);
    }

    private static HttpResponse<byte[]> get(String path, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = request(path);
        if (headers.length > 0) {
            request.headers(headers);
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    private static HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(server.url() + path));
    }

    private static String text(HttpResponse<byte[]> response) {
        return new String(response.body(), StandardCharsets.UTF_8);
    }

    private static byte[] unpacked(byte[] packed) throws IOException {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            return in.readAllBytes();
        }
    }
}
