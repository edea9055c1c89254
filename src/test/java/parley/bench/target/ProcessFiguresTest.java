package parley.bench.target;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

final class ProcessFiguresTest {
    @Test
    void residentMemoryIsReadInBytes() {
        String status = "Name:\tjava\nVmHWM:\t  999 kB\nVmRSS:\t   142336 kB\nRssAnon:\t 1 kB\n";
        assertThat(ProcessFigures.residentBytes(status)).isEqualTo(142_336L * 1024);
        assertThat(ProcessFigures.residentBytes("Name:\tkthreadd\n")).isZero();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void thisProcessUsesMemoryAndTime() {
        ProcessFigures figures = new ProcessFigures(ProcessHandle.current());
        assertThat(figures.residentBytes().orElseThrow()).isGreaterThan(10_000_000);
        assertThat(figures.cpuTime()).isPositive();
    }
}
