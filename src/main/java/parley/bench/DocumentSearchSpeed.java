package parley.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import parley.document.ExtractedDocument;
import parley.document.StoredDocument;
import parley.document.answer.ExtractiveReader;
import parley.document.search.LucenePassages;
import parley.document.search.SearchSettings;

/// How long documents of 10,000 pages take to be made findable, and how long questions to them
/// take; beside a plain scan of all text for the question's words, which is what a search without
/// an index does.
final class DocumentSearchSpeed {
    private static final int PAGES_A_DOCUMENT = 200;
    private static final double NANOS_A_MILLI = 1e6;
    private static final double NANOS_A_SECOND = 1e9;
    private static final double BYTES_A_MEGABYTE = 1e6;
    private static final int PASSAGE_WORDS = 160;
    private static final int FOUND = 20;

    private final Workbench bench;
    private final Findings findings;
    private final Map<Long, ExtractedDocument> texts = new TreeMap<>();
    private final List<StoredDocument> documents = new ArrayList<>();
    private final List<String> questions;

    private DocumentSearchSpeed(Workbench bench, Findings findings) {
        this.bench = bench;
        this.findings = findings;
        GeneratedPages generated = new GeneratedPages(new Random(1));
        int count = bench.scale().pick(2_000, 10_000) / PAGES_A_DOCUMENT;
        for (int id = 1; id <= count; id++) {
            StoredDocument document = GeneratedPages.stored(id, PAGES_A_DOCUMENT);
            documents.add(document);
            texts.put(document.id(), generated.document(document));
        }
        this.questions = generated.questions(bench.scale().pick(50, 100));
    }

    static void measure(Workbench bench, Findings findings) throws InterruptedException {
        new DocumentSearchSpeed(bench, findings).run();
    }

    private void run() throws InterruptedException {
        int pages = documents.size() * PAGES_A_DOCUMENT;
        findings.group("search in %,d pages".formatted(pages));
        Path folder = bench.folder().resolve("passages");
        try (LucenePassages search =
                new LucenePassages(
                        folder,
                        document -> texts.getOrDefault(document.id(), GeneratedPages.NOTHING),
                        new SearchSettings(PASSAGE_WORDS, documents.size()))) {
            index(search, pages);
            findings.add(Row.of("index on disk", "MB", size(folder) / BYTES_A_MEGABYTE));
            List<String> plain =
                    texts.values().stream()
                            .flatMap(text -> text.pages().stream())
                            .map(page -> page.text().toLowerCase(Locale.ROOT))
                            .toList();
            latencies(search, plain);
        }
    }

    private void index(LucenePassages search, int pages) throws InterruptedException {
        bench.progress("indexing %,d pages".formatted(pages));
        // The first documents pay for what Java loads and compiles.
        search.find(documents.subList(0, 2), "warm", 1);
        long before = used();
        long begun = System.nanoTime();
        search.find(documents, "warm", 1);
        double seconds = (System.nanoTime() - begun) / NANOS_A_SECOND;
        findings.add(Row.of("indexing", "pages/s", (pages - 2 * PAGES_A_DOCUMENT) / seconds));
        findings.add(
                Row.of(
                        "heap after indexing, beside the texts",
                        "MB",
                        Math.max(0, used() - before) / BYTES_A_MEGABYTE));
    }

    private void latencies(LucenePassages search, List<String> plain) throws InterruptedException {
        bench.progress("searching");
        ExtractiveReader reader =
                new ExtractiveReader(
                        search,
                        document -> texts.getOrDefault(document.id(), GeneratedPages.NOTHING));
        Rounds rounds = new Rounds();
        List<StoredDocument> one = documents.subList(0, 1);
        for (int round = 0; round <= Scale.ROUNDS; round++) {
            List<Double> found = new ArrayList<>();
            List<Double> single = new ArrayList<>();
            List<Double> answered = new ArrayList<>();
            List<Double> scanned = new ArrayList<>();
            for (String question : questions) {
                long begun = System.nanoTime();
                search.find(documents, question, FOUND);
                found.add(since(begun));
                begun = System.nanoTime();
                search.find(one, question, FOUND);
                single.add(since(begun));
                begun = System.nanoTime();
                reader.answer(documents, question);
                answered.add(since(begun));
                scanned.add(time(() -> scan(plain, question)));
            }
            if (round > 0) {
                note(rounds, "search", found);
                note(rounds, "search in one document", single);
                note(rounds, "answer without a model", answered);
                note(rounds, "scan", scanned);
            }
        }
        for (String what : List.of("search", "search in one document", "answer without a model")) {
            for (String share : List.of(" p50", " p99")) {
                Row row = Row.of(what + share, "ms", rounds.samples(what + share));
                findings.add(
                        what.equals("search")
                                ? row.beside("scan of all text", rounds.samples("scan" + share))
                                : row);
            }
        }
    }

    private static void note(Rounds rounds, String what, List<Double> millis) {
        List<Double> sorted = millis.stream().sorted().toList();
        rounds.add(what + " p50", sorted.get(sorted.size() / 2));
        rounds.add(what + " p99", sorted.get((int) (sorted.size() * 0.99)));
    }

    private static double since(long begun) {
        return (System.nanoTime() - begun) / NANOS_A_MILLI;
    }

    private static double time(LongSupplier work) {
        long begun = System.nanoTime();
        long result = work.getAsLong();
        double millis = since(begun);
        // The result is used, so that the work is done.
        return result < 0 ? 0 : millis;
    }

    /// The most of the question's words that any page holds.
    private static long scan(List<String> pages, String question) {
        String[] words = question.toLowerCase(Locale.ROOT).split(" ", -1);
        long most = 0;
        for (String page : pages) {
            long held = 0;
            for (String word : words) {
                if (page.contains(word)) {
                    held++;
                }
            }
            most = Math.max(most, held);
        }
        return most;
    }

    private static long used() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    private static long size(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            long total = 0;
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                total += Files.size(file);
            }
            return total;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
