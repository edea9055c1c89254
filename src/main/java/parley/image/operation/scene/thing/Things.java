package parley.image.operation.scene.thing;

import java.util.List;
import java.util.stream.Stream;

/// Everything that can be drawn. A new noun is one entry in the list of its family.
public final class Things {
    private static final List<Thing> ALL =
            Stream.of(
                            Buildings.things(),
                            Vessels.things(),
                            Trees.things(),
                            Beasts.things(),
                            Critters.things(),
                            Birds.things(),
                            SeaLife.things(),
                            Food.things(),
                            Objects.things(),
                            Vehicles.things(),
                            Flora.things(),
                            People.things(),
                            Home.things(),
                            Landmarks.things(),
                            Gear.things(),
                            Sweets.things(),
                            Instruments.things(),
                            Aircraft.things(),
                            Wilds.things(),
                            Solids.things())
                    .flatMap(List::stream)
                    .toList();

    private Things() {}

    public static List<Thing> all() {
        return ALL;
    }
}
