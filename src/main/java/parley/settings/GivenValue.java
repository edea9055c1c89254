package parley.settings;

/// A value that somebody gave to a setting.
///
/// @param place where it was given, as a sentence names it: `parley.properties`, `--set`
record GivenValue(SettingOrigin origin, String place, String name, String text) {}
