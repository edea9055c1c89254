package parley.cli;

import java.nio.file.Path;
import parley.settings.SettingValues;

/// What is needed to open a home.
///
/// @param home the folder that holds everything; it exists, unless a command only looks
/// @param values the checked settings
public record Start(Path home, SettingValues values) {}
