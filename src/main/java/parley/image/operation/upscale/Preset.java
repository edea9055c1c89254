package parley.image.operation.upscale;

/// What a kind of picture is given beside what was asked for.
///
/// @param sharpen added to what was asked for
/// @param creativity added to what was asked for
record Preset(int sharpen, int creativity) {
    private static final int MOST = 100;

    /// @param name as [parley.image.ImageWish.Choices#OPTIMIZED_FOR] has it; others are standard
    static Preset of(String name) {
        return switch (name) {
            case "soft_portraits" -> new Preset(0, 4);
            case "hard_portraits" -> new Preset(25, 8);
            case "art_n_illustration" -> new Preset(30, 0);
            case "videogame_assets" -> new Preset(25, 0);
            case "nature_n_landscapes" -> new Preset(20, 15);
            case "films_n_photography" -> new Preset(10, 10);
            case "3d_renders" -> new Preset(20, 0);
            case "science_fiction_n_horror" -> new Preset(30, 20);
            default -> new Preset(0, 0);
        };
    }

    Preset with(int moreSharpen, int moreCreativity) {
        return new Preset(
                Math.min(MOST, sharpen + moreSharpen), Math.min(MOST, creativity + moreCreativity));
    }
}
