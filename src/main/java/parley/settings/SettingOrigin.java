package parley.settings;

/// Where the value of a setting comes from; a later one wins.
public enum SettingOrigin {
    DEFAULT("default"),
    FILE("file"),
    ENVIRONMENT("environment"),
    COMMAND_LINE("command line");

    private final String title;

    SettingOrigin(String title) {
        this.title = title;
    }

    /// The origin in words, for people.
    public String title() {
        return title;
    }
}
