package parley.image.operation.scene.place;

import java.util.Optional;

/// Where things may be in a place that was painted.
///
/// @param land for what stands or lies
/// @param water for what swims on it
/// @param sky for what flies
public record Floor(Optional<Band> land, Optional<Band> water, Band sky) {
    static Floor land(Band land, Band sky) {
        return new Floor(Optional.of(land), Optional.empty(), sky);
    }

    static Floor of(Band land, Band water, Band sky) {
        return new Floor(Optional.of(land), Optional.of(water), sky);
    }
}
