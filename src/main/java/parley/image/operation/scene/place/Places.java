package parley.image.operation.scene.place;

import parley.image.operation.scene.Setting;

/// Paints the place of a scene and says where things may be in it.
public final class Places {
    private Places() {}

    public static Floor paint(Setting setting, Stage stage) {
        return switch (setting) {
            case SEA, COAST, BEACH, ISLAND -> Shores.paint(setting, stage);
            case LAKE, RIVER, HARBOUR -> Waters.paint(setting, stage);
            case MOUNTAINS, HILLS, SNOW, DESERT, CANYON -> Heights.paint(setting, stage);
            case MEADOW, FIELD, GARDEN -> Greens.paint(setting, stage);
            case FOREST -> Forest.paint(stage);
            case CITY, STREET, VILLAGE -> Towns.paint(setting, stage);
            case SKY -> openSky(stage);
            case SPACE, MOON -> Cosmos.paint(setting, stage);
            case UNDERWATER -> Deep.paint(stage);
            case TABLE, ROOM, WINDOW, WALL, STUDIO -> Interiors.paint(setting, stage);
        };
    }

    /// Where the horizon is in a setting, as a share of the height.
    public static double horizon(Setting setting) {
        return switch (setting) {
            case SEA -> 0.57;
            case COAST, ISLAND -> 0.6;
            case BEACH -> 0.5;
            case HARBOUR -> 0.56;
            case LAKE -> 0.58;
            case RIVER -> 0.52;
            case MOUNTAINS -> 0.74;
            case HILLS -> 0.62;
            case MEADOW, GARDEN -> 0.6;
            case FIELD -> 0.56;
            case FOREST -> 0.68;
            case DESERT -> 0.6;
            case CANYON -> 0.66;
            case SNOW -> 0.6;
            case CITY -> 0.66;
            case STREET -> 0.66;
            case VILLAGE -> 0.6;
            case SKY -> 1.02;
            case SPACE, MOON -> 0.68;
            case UNDERWATER -> 0.8;
            case TABLE -> 0.6;
            case ROOM, WALL, STUDIO -> 0.7;
            case WINDOW -> 0.62;
        };
    }

    private static Floor openSky(Stage stage) {
        stage.sky();
        Band band =
                new Band(
                        stage.height() * 0.4,
                        stage.height() * 0.8,
                        stage.width() * 0.1,
                        stage.width() * 0.9,
                        0.2);
        return Floor.land(
                band,
                new Band(
                        stage.height() * 0.16,
                        stage.height() * 0.78,
                        stage.width() * 0.08,
                        stage.width() * 0.92,
                        0.2));
    }
}
