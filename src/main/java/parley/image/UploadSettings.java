package parley.image;

import java.time.Duration;
import java.util.List;
import parley.settings.Setting;
import parley.settings.SettingValues;

/// How long pictures are kept that were sent.
///
/// @param kept zero for as long as nobody deletes them
public record UploadSettings(Duration kept) {
    static final Setting<Integer> DAYS =
            Setting.number(
                    "images.uploads.days",
                    30,
                    0,
                    36_500,
                    "After how many days a picture is deleted that was sent and is not used: no"
                            + " task, no message and no picture of the gallery refers to it. 0"
                            + " keeps all.");

    public static final List<Setting<?>> ALL = List.of(DAYS);

    public static UploadSettings from(SettingValues values) {
        return new UploadSettings(Duration.ofDays(values.get(DAYS)));
    }
}
