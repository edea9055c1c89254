package parley.image.onnx;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import parley.settings.Setting;
import parley.settings.SettingValues;

/// How image models of the user's own are run.
///
/// @param megabytes the largest model file that is loaded
/// @param threads how many cores a model may use; 0 for all
/// @param memoryMegabytes how much memory the process that runs models may hold; 0 for three
///   quarters of the machine's
/// @param idle after how long without a task it is ended
public record OnnxSettings(int megabytes, int threads, int memoryMegabytes, Duration idle) {
    static final Setting<Integer> MEGABYTES =
            Setting.number(
                    "images.onnx.max.mb",
                    4096,
                    1,
                    65_536,
                    "The largest model file of models/onnx that is loaded, in megabytes.");
    static final Setting<Integer> THREADS =
            Setting.number(
                    "images.onnx.threads",
                    0,
                    0,
                    256,
                    "How many cores an image model of models/onnx may use; 0 for all.");

    static final Setting<Integer> MEMORY =
            Setting.number(
                    "images.onnx.memory.mb",
                    0,
                    0,
                    4_000_000,
                    "How much memory the process that runs models of models/onnx may hold before it is"
                            + " ended, in megabytes; 0 for three quarters of the machine's.");
    static final Setting<Integer> IDLE_SECONDS =
            Setting.number(
                    "images.onnx.idle.seconds",
                    300,
                    1,
                    86_400,
                    "After how long without a task the process that runs models of models/onnx is"
                            + " ended, in seconds.");

    public static final List<Setting<?>> ALL = List.of(MEGABYTES, THREADS, MEMORY, IDLE_SECONDS);
    private static final double SHARE = 0.75;

    public static OnnxSettings from(SettingValues values) {
        return new OnnxSettings(
                values.get(MEGABYTES),
                values.get(THREADS),
                values.get(MEMORY),
                Duration.ofSeconds(values.get(IDLE_SECONDS)));
    }

    long bytes() {
        return megabytes * 1_000_000L;
    }

    /// How many bytes the process may hold.
    long memoryBytes() {
        if (memoryMegabytes > 0) {
            return memoryMegabytes * 1_000_000L;
        }
        return ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system
                ? (long) (system.getTotalMemorySize() * SHARE)
                : Long.MAX_VALUE;
    }
}
