package parley.image.onnx;

import java.util.List;
import parley.settings.Setting;
import parley.settings.SettingValues;

/// How image models of the user's own are run.
///
/// @param megabytes the largest model file that is loaded
/// @param threads how many cores a model may use; 0 for all
public record OnnxSettings(int megabytes, int threads) {
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

    public static final List<Setting<?>> ALL = List.of(MEGABYTES, THREADS);

    public static OnnxSettings from(SettingValues values) {
        return new OnnxSettings(values.get(MEGABYTES), values.get(THREADS));
    }

    long bytes() {
        return megabytes * 1_000_000L;
    }
}
