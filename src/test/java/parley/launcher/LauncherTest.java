package parley.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LauncherTest {
    @TempDir private Path machine;

    private Checkout checkout;

    @BeforeEach
    void checkOut() throws IOException {
        checkout = new Checkout(machine);
        checkout.installMaven();
    }

    @Nested
    class FindingAJdk {
        @Test
        void withoutOneItSaysWhatToInstall() throws Exception {
            checkout.installJdk("old", "17.0.15");

            var result = checkout.run("version");

            assertThat(result.code()).isEqualTo(1);
            assertThat(result.out()).isEmpty();
            assertThat(result.err().lines())
                    .singleElement()
                    .asString()
                    .startsWith("Parley needs a JDK (with javac) of version 25 or later: install");
            assertThat(checkout.mavenCalls()).isEmpty();
        }

        @Test
        void theNewestIsTaken() throws Exception {
            checkout.installJdk("a", "17.0.15");
            checkout.installJdk("b", "25.0.9");
            checkout.installJdk("c", "25.0.10");
            checkout.installJdk("d", "1.8.0_402");

            assertThat(checkout.run("version").out()).startsWith("java c ");
        }

        @Test
        void oneWithoutAReleaseFileIsAsked() throws Exception {
            Path jdk = checkout.installJdk("a", "26-ea");
            Files.delete(jdk.resolve("release"));

            assertThat(checkout.run("version").out()).startsWith("java a ");
        }

        @Test
        void aJreIsNotEnough() throws Exception {
            Path jdk = checkout.installJdk("a", "25");
            Files.delete(jdk.resolve("bin/javac"));

            assertThat(checkout.run("version").code()).isEqualTo(1);
        }

        @Test
        void javaHomeIsPreferredWhereItFits() throws Exception {
            checkout.installJdk("newer", "26.0.1");
            Path old = checkout.installJdk("old", "17.0.1");
            Path mine = checkout.installJdk("mine", "25.0.1");

            checkout.with("JAVA_HOME", mine.toString());
            assertThat(checkout.run("version").out()).startsWith("java mine ");
            checkout.with("JAVA_HOME", old.toString());
            assertThat(checkout.run("version").out()).startsWith("java newer ");
        }

        @Test
        void parleyJavaHomeIsStrongestAndMustFit() throws Exception {
            Path old = checkout.installJdk("old", "17.0.1");
            Path mine = checkout.installJdk("mine", "25.0.1");
            checkout.with("JAVA_HOME", checkout.installJdk("other", "26").toString());

            checkout.with("PARLEY_JAVA_HOME", mine.toString());
            assertThat(checkout.run("version").out()).startsWith("java mine ");
            checkout.with("PARLEY_JAVA_HOME", old.toString());
            var result = checkout.run("version");
            assertThat(result.code()).isEqualTo(1);
            assertThat(result.err())
                    .isEqualTo(
                            "PARLEY_JAVA_HOME is %s, which is not a JDK of version 25 or later.\n"
                                    .formatted(old));
        }

        @Test
        void whatWasFoundIsKeptWhileItIsThere() throws Exception {
            Path first = checkout.installJdk("first", "25.0.1");
            checkout.run("version");
            checkout.installJdk("second", "25.0.2");

            assertThat(checkout.run("version").out()).startsWith("java first ");
            Files.delete(first.resolve("bin/java"));
            assertThat(checkout.run("version").out()).startsWith("java second ");
        }
    }

    @Nested
    class Building {
        @BeforeEach
        void installJdk() throws IOException {
            checkout.installJdk("jdk", "25.0.1");
        }

        @Test
        void theFirstStartBuildsAndTheSecondDoesNot() throws Exception {
            var first = checkout.run("version");
            var second = checkout.run("version");

            assertThat(first.code()).isZero();
            assertThat(first.err())
                    .startsWith("Building Parley (the first start")
                    .contains("Built in");
            assertThat(second.err()).isEmpty();
            assertThat(second.out()).isEqualTo(first.out());
            assertThat(checkout.mavenCalls())
                    .singleElement()
                    .asString()
                    .contains("JAVA_HOME=" + machine.resolve("jdks/jdk"), " package");
        }

        @Test
        void aChangeBuildsAgainAndGoingBackDoesNot() throws Exception {
            checkout.run("version");
            checkout.write("src/main/Main.java", "two");
            assertThat(checkout.run("version").err()).startsWith("Building Parley after a change");
            checkout.write("src/main/Other.java", "three");
            checkout.run("version");
            Files.delete(checkout.root().resolve("src/main/Main.java"));
            checkout.run("version");
            checkout.write("pom.xml", "<project></project>");
            checkout.run("version");

            assertThat(checkout.mavenCalls()).hasSize(5);
            checkout.run("version");
            assertThat(checkout.mavenCalls()).hasSize(5);
        }

        @Test
        void aFileThatIsOlderThanTheBuildIsSeenAllTheSame() throws Exception {
            checkout.run("version");
            checkout.write("src/main/Main.java", "unpacked");
            Files.setLastModifiedTime(
                    checkout.root().resolve("src/main/Main.java"),
                    FileTime.from(Instant.now().minus(Duration.ofDays(30))));

            checkout.run("version");

            assertThat(checkout.mavenCalls()).hasSize(2);
        }

        @Test
        void newTimesAloneDoNotBuild() throws Exception {
            checkout.run("version");
            checkout.write("src/main/Main.java", "one");
            checkout.write("src/main/.Main.java.swp", "an editor is open");

            assertThat(checkout.run("version").err()).isEmpty();
            assertThat(checkout.mavenCalls()).hasSize(1);
        }

        @Test
        void aBuildThatFailsSaysWhyAndDoesNotCount() throws Exception {
            Path broken = checkout.flag("broken");
            var failed = checkout.run("version");

            assertThat(failed.code()).isEqualTo(1);
            assertThat(failed.out()).isEmpty();
            assertThat(failed.err()).contains("[ERROR] Main.java: broken", "The build failed");

            Files.delete(broken);
            assertThat(checkout.run("version").code()).isZero();
        }

        @Test
        void aBuildThatWasKilledDoesNotCount() throws Exception {
            Path hang = checkout.flag("hang");
            Process killed = checkout.start("version");
            awaitHanging(killed);
            killed.destroyForcibly().waitFor();
            Files.delete(hang);

            assertThat(checkout.run("version").out()).startsWith("java jdk ");
            assertThat(checkout.mavenCalls()).hasSize(2);
        }

        @Test
        void anInterruptedBuildTakesMavenAlong() throws Exception {
            checkout.flag("hang");
            Process stopped = checkout.start("version");
            awaitHanging(stopped);
            stopped.toHandle().destroy();

            assertThat(stopped.waitFor()).isEqualTo(143);
            // The lock is free again, so nobody builds any more.
            var lock =
                    new ProcessBuilder(
                                    "flock",
                                    "-w",
                                    "30",
                                    checkout.root().resolve(".build/lock").toString(),
                                    "true")
                            .start();
            assertThat(lock.waitFor()).isZero();
        }

        @Test
        void startsAtTheSameTimeBuildOnce() throws Exception {
            Path hang = checkout.flag("hang");
            Process first = checkout.start("version");
            awaitHanging(first);
            Process second = checkout.start("version");
            try (var said = second.errorReader()) {
                assertThat(said.readLine())
                        .isEqualTo("Another start is building Parley; waiting for it.");
                Files.delete(hang);

                assertThat(Checkout.finish(first).out()).startsWith("java jdk ");
                assertThat(second.inputReader().readLine()).startsWith("java jdk ");
                assertThat(second.waitFor()).isZero();
            }
            assertThat(checkout.mavenCalls()).hasSize(1);
            assertThat(checkout.trainings()).isEqualTo(1);
        }

        @Test
        void earlierProgramsAreRemovedUnlessTheyRun() throws Exception {
            checkout.run("version");
            Path apps = checkout.root().resolve(".build/app");
            Path running;
            try (var all = Files.list(apps)) {
                running = all.findFirst().orElseThrow();
            }
            Process server =
                    new ProcessBuilder("flock", "-s", running + "/parley.jar", "cat").start();
            var line = server.outputWriter();
            line.write("running\n");
            line.flush();
            assertThat(server.inputReader().readLine()).isEqualTo("running");

            checkout.write("src/main/Main.java", "two");
            checkout.run("version");
            assertThat(running).exists();

            line.close();
            assertThat(server.waitFor()).isZero();
            checkout.write("src/main/Main.java", "three");
            checkout.run("version");
            assertThat(running).doesNotExist();
            assertThat(apps).isDirectoryContaining(Files::isDirectory);
        }

        @Test
        void withoutMavenItSaysWhatToInstall() throws Exception {
            Files.delete(machine.resolve("bin/mvn"));

            var result = checkout.run("version");

            assertThat(result.code()).isEqualTo(1);
            assertThat(result.err()).containsPattern("Maven .*install");
        }
    }

    @Nested
    class Starting {
        @BeforeEach
        void installJdk() throws IOException {
            checkout.installJdk("jdk", "25.0.1");
        }

        @Test
        void wordsArriveAsTheyWereGivenFromAnyFolderAndThroughALink() throws Exception {
            Path elsewhere = Files.createDirectory(machine.resolve("else where"));
            Path link =
                    Files.createSymbolicLink(
                            elsewhere.resolve("link"), Path.of("../a checkout/parley"));

            var result = checkout.run(link, elsewhere, "chat", "two  words", "*", "");

            assertThat(result.out()).endsWith("[chat]\n[two  words]\n[*]\n[]\n");
            assertThat(result.out()).contains("[%s/.build/app/".formatted(checkout.root()));
        }

        @Test
        void ownOptionsForJavaAreWordsAndNotPatterns() throws Exception {
            checkout.with("PARLEY_JAVA_OPTS", "-Xmx1g -Dstar=*");

            assertThat(checkout.run("version").out()).contains("[-Xmx1g]\n[-Dstar=*]\n[-jar]");
        }

        @Test
        void theStartUpCacheIsMadeOnceForEachJava() throws Exception {
            assertThat(checkout.run("version").out()).contains("[-XX:AOTCache=");
            checkout.run("version");
            assertThat(checkout.trainings()).isEqualTo(1);

            checkout.with("JAVA_HOME", checkout.installJdk("other", "25.0.2").toString());
            checkout.run("version");
            checkout.run("version");
            assertThat(checkout.trainings()).isEqualTo(2);
        }

        @Test
        void aCacheThatCannotBeMadeIsDoneWithout() throws Exception {
            checkout.flag("untrainable");
            var first = checkout.run("version");

            assertThat(first.code()).isZero();
            assertThat(first.out()).doesNotContain("AOTCache");
            checkout.run("version");
            assertThat(checkout.trainings()).isEqualTo(1);
        }

        @Test
        void thePlainLocaleBecomesOneThatKnowsAllLetters() throws Exception {
            checkout.with("LC_ALL", "POSIX");
            assertThat(checkout.run("version").out()).contains("LC_ALL=C.UTF-8");

            checkout.with("LC_ALL", "de_DE.UTF-8");
            assertThat(checkout.run("version").out()).contains("LC_ALL=de_DE.UTF-8");
        }
    }

    @Nested
    class Testing {
        @Test
        void testsNeedNoBuildAndTheirExitCodeIsMavens() throws Exception {
            checkout.installJdk("jdk", "25.0.1");
            checkout.installTestTools();

            var result = checkout.run("test", "-Dtest=Some Test");

            assertThat(result.code()).isEqualTo(3);
            assertThat(result.out()).isEqualTo("tests ran in " + checkout.root() + "\n");
            assertThat(checkout.mavenCalls())
                    .singleElement()
                    .asString()
                    .endsWith(" verify -Dtest=Some Test");
            assertThat(checkout.root().resolve(".build/app")).doesNotExist();
        }

        @Test
        void whatTheTestsNeedIsNamedWhereItIsMissing() throws Exception {
            checkout.installJdk("jdk", "25.0.1");

            var result = checkout.run("test");

            assertThat(result.code()).isEqualTo(1);
            assertThat(result.err()).contains("nodejs npm chromium");
            assertThat(checkout.mavenCalls()).isEmpty();
        }

        @Test
        void helpOnTestsComesFromTheProgram() throws Exception {
            checkout.installJdk("jdk", "25.0.1");

            assertThat(checkout.run("test", "--help").out()).endsWith("[test]\n[--help]\n");
        }
    }

    /// Waits until the launcher's Maven hangs.
    private void awaitHanging(Process launcher) throws IOException, InterruptedException {
        try (var watcher = machine.getFileSystem().newWatchService()) {
            machine.register(watcher, StandardWatchEventKinds.ENTRY_CREATE);
            while (!Files.exists(machine.resolve("hanging"))) {
                assertThat(launcher.isAlive()).isTrue();
                var key = watcher.poll(1, TimeUnit.SECONDS);
                if (key != null) {
                    key.pollEvents();
                    key.reset();
                }
            }
        }
    }
}
