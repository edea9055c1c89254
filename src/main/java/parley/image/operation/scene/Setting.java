package parley.image.operation.scene;

/// Where a scene takes place.
public enum Setting {
    SEA("the open sea", Kind.OUTDOORS),
    COAST("a rocky coast", Kind.OUTDOORS),
    BEACH("a sandy beach", Kind.OUTDOORS),
    ISLAND("a small island", Kind.OUTDOORS),
    HARBOUR("a harbour", Kind.OUTDOORS),
    LAKE("a mountain lake", Kind.OUTDOORS),
    RIVER("a winding river", Kind.OUTDOORS),
    MOUNTAINS("a range of mountains", Kind.OUTDOORS),
    HILLS("rolling hills", Kind.OUTDOORS),
    MEADOW("a meadow in bloom", Kind.OUTDOORS),
    FIELD("wide fields", Kind.OUTDOORS),
    FOREST("a forest", Kind.OUTDOORS),
    DESERT("desert dunes", Kind.OUTDOORS),
    CANYON("a red canyon", Kind.OUTDOORS),
    SNOW("a snowy plain", Kind.OUTDOORS),
    CITY("a city skyline by the water", Kind.OUTDOORS),
    STREET("a street between houses", Kind.OUTDOORS),
    VILLAGE("a village in the hills", Kind.OUTDOORS),
    GARDEN("a garden", Kind.OUTDOORS),
    SKY("the open sky", Kind.OUTDOORS),
    SPACE("outer space", Kind.SPACE),
    MOON("the surface of the moon", Kind.SPACE),
    UNDERWATER("the deep of the sea", Kind.UNDERWATER),
    TABLE("a table in soft light", Kind.INDOORS),
    ROOM("a quiet room", Kind.INDOORS),
    WINDOW("a windowsill", Kind.INDOORS),
    WALL("a sunlit wall", Kind.INDOORS),
    STUDIO("a plain backdrop", Kind.INDOORS);

    /// What the light of a setting comes from.
    public enum Kind {
        OUTDOORS,
        INDOORS,
        SPACE,
        UNDERWATER
    }

    private final String phrase;
    private final Kind kind;

    Setting(String phrase, Kind kind) {
        this.phrase = phrase;
        this.kind = kind;
    }

    public String phrase() {
        return phrase;
    }

    public Kind kind() {
        return kind;
    }
}
