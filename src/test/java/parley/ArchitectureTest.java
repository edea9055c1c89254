package parley;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Holds the house together: imports point downwards, and every part keeps to its own business.
final class ArchitectureTest {
    private static final int LONGEST_FILE = 400;

    private static final JavaClasses CLASSES =
            new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .importPackages("parley");

    /// Which parts a part may know, beside itself.
    private static final Map<String, List<String>> MAY_KNOW =
            Map.ofEntries(
                    Map.entry("error", List.of()),
                    Map.entry("settings", List.of("error")),
                    Map.entry("png", List.of()),
                    Map.entry("net", List.of()),
                    Map.entry("llm", List.of("settings", "error")),
                    Map.entry("account", List.of("settings", "error")),
                    Map.entry("limit", List.of("account", "settings", "error")),
                    Map.entry("telemetry", List.of("llm", "settings", "error")),
                    Map.entry("ledger", List.of("llm", "settings", "error")),
                    Map.entry("completion", List.of("ledger", "limit", "llm", "settings", "error")),
                    Map.entry(
                            "conversation",
                            List.of("account", "ledger", "limit", "llm", "settings", "error")),
                    Map.entry(
                            "analysis",
                            List.of(
                                    "account",
                                    "conversation",
                                    "limit",
                                    "llm",
                                    "net",
                                    "png",
                                    "settings",
                                    "error")),
                    Map.entry(
                            "image",
                            List.of(
                                    "account",
                                    "completion",
                                    "conversation",
                                    "ledger",
                                    "limit",
                                    "llm",
                                    "net",
                                    "png",
                                    "settings",
                                    "error")),
                    Map.entry(
                            "document",
                            List.of(
                                    "account",
                                    "conversation",
                                    "ledger",
                                    "limit",
                                    "llm",
                                    "settings",
                                    "error")),
                    Map.entry("prompt", List.of("completion", "limit", "llm", "settings", "error")),
                    Map.entry(
                            "export",
                            List.of(
                                    "account",
                                    "analysis",
                                    "conversation",
                                    "document",
                                    "image",
                                    "ledger",
                                    "llm",
                                    "prompt",
                                    "settings",
                                    "error")),
                    Map.entry("reply", List.of("conversation", "settings", "error")),
                    Map.entry("http", List.of("account", "settings", "error")),
                    Map.entry(
                            "storage",
                            List.of(
                                    "account",
                                    "analysis",
                                    "conversation",
                                    "document",
                                    "export",
                                    "image",
                                    "ledger",
                                    "limit",
                                    "llm",
                                    "prompt",
                                    "reply",
                                    "settings",
                                    "error")),
                    Map.entry(
                            "dialect",
                            List.of(
                                    "http",
                                    "account",
                                    "analysis",
                                    "completion",
                                    "conversation",
                                    "document",
                                    "export",
                                    "image",
                                    "ledger",
                                    "limit",
                                    "llm",
                                    "prompt",
                                    "reply",
                                    "settings",
                                    "error")),
                    Map.entry(
                            "cli",
                            List.of("account", "analysis", "image", "llm", "settings", "error")),
                    Map.entry(
                            "bench",
                            List.of("analysis", "document", "image", "settings", "error")));

    @Test
    void importsPointDownwards() {
        MAY_KNOW.forEach((part, known) -> {
            String[] allowed =
                    Stream.concat(
                                    Stream.of(packageOf(part)),
                                    known.stream().map(ArchitectureTest::packageOf))
                            .toArray(String[]::new);
            ArchRuleDefinition.classes()
                    .that()
                    .resideInAPackage(packageOf(part))
                    .should()
                    .onlyDependOnClassesThat(
                            JavaClass.Predicates.resideInAnyPackage(allowed)
                                    .or(
                                            DescribedPredicate.not(
                                                    JavaClass.Predicates.resideInAPackage(
                                                            "parley.."))))
                    .check(CLASSES);
        });
    }

    @Test
    void everyPartHasItsPlaceInTheOrder() {
        List<String> parts =
                CLASSES.stream()
                        .map(JavaClass::getPackageName)
                        .filter(name -> name.startsWith("parley."))
                        .map(name -> name.split("\\.")[1])
                        .distinct()
                        .toList();
        assertThat(MAY_KNOW.keySet()).containsAll(parts);
    }

    @Test
    void noPackagesDependOnEachOtherInACircle() {
        slices().matching("parley.(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void dialectsDoNotKnowEachOther() {
        slices().matching("parley.dialect.(*)..").should().notDependOnEachOther().check(CLASSES);
    }

    @Test
    void waysToReachModelsDoNotKnowEachOther() {
        slices().matching("parley.llm.(*)..").should().notDependOnEachOther().check(CLASSES);
    }

    @Test
    void databasesDoNotKnowEachOther() {
        noDependency("parley.storage.sqlite..", "parley.storage.postgres..");
        noDependency("parley.storage.postgres..", "parley.storage.sqlite..");
    }

    @Test
    void onlyHttpKnowsTheWebServer() {
        ArchRuleDefinition.noClasses()
                .that()
                .resideOutsideOfPackage("parley.http..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.vertx..", "io.netty..")
                .check(CLASSES);
    }

    @Test
    void onlySharedLimitsKnowRedis() {
        ArchRuleDefinition.noClasses()
                .that()
                .resideOutsideOfPackage("parley.limit.redis..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.lettuce..", "reactor..")
                .check(CLASSES);
    }

    @Test
    void onlyStorageAndTheAnalysisSpeakSql() {
        ArchRuleDefinition.noClasses()
                .that()
                .resideOutsideOfPackages(
                        "parley.storage..", "parley.analysis.sql..", "parley.analysis.csv..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.sql..", "javax.sql..")
                .check(CLASSES);
    }

    @Test
    void noFileIsTooLongToReadAtOnce() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src"))) {
            List<String> tooLong =
                    files.filter(Files::isRegularFile)
                            .filter(file ->
                                    file.toString().endsWith(".java")
                                            || file.toString().endsWith(".js"))
                            .filter(file -> lines(file) > LONGEST_FILE)
                            .map(Path::toString)
                            .toList();
            assertThat(tooLong).isEmpty();
        }
    }

    private static void noDependency(String from, String to) {
        ArchRuleDefinition.noClasses()
                .that()
                .resideInAPackage(from)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(to)
                .check(CLASSES);
    }

    private static String packageOf(String part) {
        return "parley." + part + "..";
    }

    private static long lines(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.count();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
