package parley.bench;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import parley.bench.target.BrowserProcess;
import parley.bench.target.BrowserTab;
import parley.bench.target.ServerOptions;
import parley.error.AppException;
import parley.error.ErrorCode;
import tools.jackson.databind.JsonNode;

/// How fast the page is in a real browser: what comes over the wire, the first paint, a long
/// conversation, and typing while an answer streams. Beside it stands the same conversation put
/// into the page whole, as plain elements.
final class PageBenchmark implements Benchmark {
    private static final List<String> PLACES =
            List.of("/", "/data", "/images", "/prompts", "/settings");

    private static final Aim SIZE = Aim.atMost(300);
    private static final Aim FIRST_PAINT = Aim.atMost(300);
    private static final Aim OPEN = Aim.atMost(500);
    private static final Aim NODES = Aim.atMost(5000);
    private static final Aim SMOOTH = Aim.atMost(50);
    private static final ServerOptions SLOW_ANSWERS =
            ServerOptions.DEFAULT.with("builtin.faults", "true");

    private static final String MESSAGE = "chat-message article";

    /// Resolves when a selector is on the page and has a size, with the time since navigation
    /// began.
    private static final String SHOWN =
            """
            new Promise(resolve => {
              const look = () => {
                const found = [...document.querySelectorAll(%s)].at(-1);
                if (found && found.getBoundingClientRect().height > 0) {
                  requestAnimationFrame(() => resolve({
                    ms: performance.now(), nodes: document.querySelectorAll("*").length }));
                } else setTimeout(look, 2);
              };
              look();
            })
            """;

    private static final String PAINT =
            """
            new Promise(resolve => {
              const look = () => {
                const paint = performance.getEntriesByName("first-contentful-paint")[0];
                if (paint) resolve(paint.startTime); else setTimeout(look, 5);
              };
              look();
            })
            """;

    private static final String QUIET =
            """
            new Promise(resolve => {
              let before = -1;
              const look = () => {
                const now = performance.getEntriesByType("resource").length;
                if (now === before) return resolve(
                  [...performance.getEntriesByType("resource"), ...performance.getEntriesByType("navigation")]
                    .filter(entry => entry.name.includes("/ui/") || entry.entryType === "navigation")
                    .map(entry => [entry.name.replace(/.*\\/ui\\//, ""), entry.encodedBodySize]));
                before = now;
                setTimeout(look, 400);
              };
              look();
            })
            """;

    private static final String FOCUS =
            """
            (() => {
              window.delays = [];
              addEventListener("input", event => {
                const at = event.timeStamp;
                requestAnimationFrame(() => setTimeout(() => window.delays.push(performance.now() - at)));
              }, true);
              document.querySelector("chat-composer textarea").focus();
            })()
            """;

    @Override
    public String name() {
        return "page";
    }

    @Override
    public String question() {
        return "How fast the page is in the browser of this machine";
    }

    @Override
    public Findings run(Workbench bench) throws InterruptedException {
        Findings findings = new Findings();
        Optional<BrowserProcess> found = bench.browser();
        if (found.isEmpty()) {
            findings.note("No Chromium is installed here: nothing was measured.");
            return findings;
        }
        try (BrowserProcess browser = found.get();
                StoredHistory history = StoredHistory.open(bench, 100, SLOW_ANSWERS)) {
            history.fill(findings);
            size(browser, history, findings);
            paint(browser, history, findings);
            int messages = bench.scale().pick(2_000, 10_000);
            bench.progress("a conversation of %,d messages".formatted(messages));
            long conversation = history.lengthen(messages);
            open(browser, history, conversation, messages, findings);
            typing(browser, history, conversation, findings);
        }
        return findings;
    }

    private static void size(BrowserProcess browser, StoredHistory history, Findings findings)
            throws InterruptedException {
        findings.group("what comes over the wire");
        Map<String, Double> files = new TreeMap<>();
        for (String place : PLACES) {
            try (BrowserTab tab = browser.open()) {
                tab.go(history.url() + place);
                for (JsonNode entry : tab.evaluate(QUIET)) {
                    files.merge(entry.get(0).stringValue(), entry.get(1).asDouble(0), Math::max);
                }
            }
        }
        double bytes = files.values().stream().mapToDouble(Double::doubleValue).sum();
        findings.add(Row.of("all places of the page, compressed", "kB", bytes / 1000).aiming(SIZE));
        findings.note(
                "The size is of %d files as the browser received them; what only some answers need"
                                .formatted(files.size())
                        + " (colours of code, formulas) comes with the first of them.");
    }

    private static void paint(BrowserProcess browser, StoredHistory history, Findings findings)
            throws InterruptedException {
        findings.group("the first paint");
        Rounds rounds = new Rounds();
        for (int round = 0; round < Scale.ROUNDS; round++) {
            try (BrowserTab tab = browser.open()) {
                tab.go(history.url() + "/");
                rounds.add("paint", tab.evaluate(PAINT).asDouble());
            }
            try (BrowserTab tab = browser.open()) {
                tab.go(history.url() + "/docs");
                rounds.add("docs", tab.evaluate(PAINT).asDouble());
            }
        }
        findings.add(
                Row.of("first contentful paint", "ms", rounds.samples("paint"))
                        .beside("Swagger UI", rounds.samples("docs"))
                        .aiming(FIRST_PAINT));
    }

    private static void open(
            BrowserProcess browser,
            StoredHistory history,
            long conversation,
            int messages,
            Findings findings)
            throws InterruptedException {
        findings.group("a conversation of %,d messages".formatted(messages));
        Rounds rounds = new Rounds();
        for (int round = 0; round < Scale.ROUNDS; round++) {
            try (BrowserTab tab = browser.open()) {
                tab.go(history.url() + "/c/" + conversation);
                JsonNode shown = tab.evaluate(SHOWN.formatted("\"" + MESSAGE + "\""));
                rounds.add("open", shown.path("ms").asDouble());
                rounds.add("nodes", shown.path("nodes").asDouble());
                JsonNode whole = tab.evaluate(whole(conversation));
                rounds.add("whole", whole.path("ms").asDouble());
                rounds.add("whole nodes", whole.path("nodes").asDouble());
            }
        }
        findings.add(
                Row.of("from the address to its newest messages", "ms", rounds.samples("open"))
                        .beside("laying all out", rounds.samples("whole"))
                        .aiming(OPEN));
        findings.add(
                Row.of("elements in the page", "", rounds.samples("nodes"))
                        .beside("all at once", rounds.samples("whole nodes"))
                        .aiming(NODES));
    }

    private static void typing(
            BrowserProcess browser, StoredHistory history, long conversation, Findings findings)
            throws InterruptedException {
        findings.group("typing");
        try (BrowserTab tab = browser.open()) {
            tab.go(history.url() + "/c/" + conversation);
            tab.evaluate(SHOWN.formatted("\"" + MESSAGE + "\""));
            Samples still = typed(tab);
            tab.evaluate(answer(conversation));
            tab.go(history.url() + "/c/" + conversation);
            tab.evaluate(SHOWN.formatted("\"chat-message [aria-busy=true]\""));
            Samples busy = typed(tab);
            findings.add(
                    Row.of("from a key to its frame while an answer streams", "ms", busy)
                            .beside("while nothing does", still)
                            .aiming(SMOOTH));
        }
    }

    private static Samples typed(BrowserTab tab) throws InterruptedException {
        tab.evaluate(FOCUS);
        for (char letter : "the quick brown fox jumps over the lazy dog".toCharArray()) {
            tab.type(letter);
        }
        JsonNode delays = tab.evaluate("new Promise(done => setTimeout(() => done(delays), 300))");
        Rounds rounds = new Rounds();
        for (JsonNode delay : delays) {
            rounds.add("delay", delay.asDouble());
        }
        if (delays.isEmpty()) {
            throw new AppException(ErrorCode.UNAVAILABLE, "The page took no typing.");
        }
        return rounds.samples("delay");
    }

    /// All messages as plain elements, laid out; with the time from when they were there as data.
    private static String whole(long conversation) {
        return """
        (async () => {
          const messages = [];
          for (let after = 0;;) {
            const page = await (await fetch(`/v1/conversations/%d/messages?limit=500&after=${after}`)).json();
            messages.push(...page.messages);
            if (!page.has_later) break;
            after = page.messages.at(-1).sequence;
          }
          const started = performance.now();
          const box = document.createElement("div");
          for (const message of messages) {
            const article = box.appendChild(document.createElement("article"));
            article.append(document.createElement("header"), document.createElement("footer"));
            for (const line of message.content.split("\\n\\n")) {
              article.appendChild(document.createElement("p")).textContent = line;
            }
          }
          document.body.replaceChildren(box);
          box.getBoundingClientRect();
          await new Promise(requestAnimationFrame);
          return { ms: performance.now() - started, nodes: document.querySelectorAll("*").length };
        })()
        """
                .formatted(conversation);
    }

    /// Begins an answer that takes longer than the typing.
    private static String answer(long conversation) {
        return """
        fetch("/v1/turns", {
          method: "POST", headers: { "Content-Type": "application/json" },
          body: JSON.stringify({ conversation_id: %d, message: "/fault slow 10; tokens 3000" }),
        }).then(response => response.status)
        """
                .formatted(conversation);
    }
}
