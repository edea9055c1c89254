package parley.analysis.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// Draws where fontconfig cannot be loaded: files that are no libraries stand before it.
class FontlessMachineTest {
    @TempDir private Path folder;

    @Test
    @EnabledOnOs(OS.LINUX)
    void chartsAreDrawnWithoutFontconfig() throws Exception {
        assertThat(run(FontlessMachine.PLAIN))
                .as("that this machine has no fontconfig")
                .contains("cannot write");
        assertThat(run(FontlessMachine.CHART)).contains("3600 x 2400");
    }

    private String run(String what) throws IOException, InterruptedException {
        for (String library : new String[] {"libfontconfig.so", "libfontconfig.so.1"}) {
            Files.writeString(folder.resolve(library), "no library");
        }
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx256m", "-XX:TieredStopAtLevel=1"));
        command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        command.addAll(List.of(FontlessMachine.class.getName(), what));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("LD_LIBRARY_PATH", folder.toString());
        builder.environment().remove("DISPLAY");
        Process process = builder.start();
        try {
            String said =
                    new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            process.waitFor();
            return said;
        } finally {
            process.destroyForcibly();
        }
    }
}
