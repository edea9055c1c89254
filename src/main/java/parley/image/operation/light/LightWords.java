package parley.image.operation.light;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import parley.image.LightRig;

/// Turns words into a light: "golden hour from the left", "soft window light", "Mondlicht".
///
/// The first source that is named is the light; weather and further sources change the look. Two
/// colours are two lights, from two sides.
public final class LightWords {
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}-]+");

    /// Light from the side or the front comes no steeper than this.
    private static final double STEEPEST = 32;

    private static final double BESIDE_BEHIND = -22;

    private final List<LightSource> sources = new ArrayList<>();
    private final List<LightManner> manners = new ArrayList<>();
    private final List<Lamp> lamps = new ArrayList<>();
    private final List<LightDirection> directions = new ArrayList<>();
    private final List<String> unrendered = new ArrayList<>();
    private Optional<Double> kelvin = Optional.empty();

    /// A colour, and where it was said to come from.
    private record Lamp(NamedHue hue, List<LightDirection> directions) {}

    private LightWords() {}

    /// The light that these words ask for; daylight where they ask for nothing.
    public static LightPlan read(String words) {
        LightWords read = new LightWords();
        read.take(words);
        return read.plan();
    }

    /// The light that these words ask for, if they name what makes it: a time of day, weather, a
    /// lamp.
    public static Optional<LightPlan> named(String words) {
        LightWords read = new LightWords();
        read.take(words);
        return read.sources.isEmpty() ? Optional.empty() : Optional.of(read.plan());
    }

    private void take(String words) {
        String[] tokens = BETWEEN.split(words.toLowerCase(Locale.ROOT).strip());
        boolean denied = false;
        boolean doubled = false;
        int at = 0;
        while (at < tokens.length) {
            int length = Math.min(LightTerm.LONGEST, tokens.length - at);
            Optional<LightTerm> term = Optional.empty();
            while (length > 0 && term.isEmpty()) {
                term = LightTerm.of(String.join(" ", List.of(tokens).subList(at, at + length)));
                length -= term.isPresent() ? 0 : 1;
            }
            if (term.isEmpty()) {
                if (!tokens[at].isBlank()) {
                    unrendered.add(tokens[at]);
                }
                at++;
                continue;
            }
            at += length;
            switch (term.get()) {
                case LightTerm.Not _ -> denied = true;
                case LightTerm.Very _ -> doubled = true;
                case LightTerm.Silent _ -> {}
                case LightTerm known -> {
                    if (!denied) {
                        hear(known, doubled);
                    }
                    denied = false;
                    doubled = false;
                }
            }
        }
    }

    private void hear(LightTerm term, boolean doubled) {
        switch (term) {
            case LightTerm.Source(LightSource source) -> {
                if (!sources.contains(source)) {
                    sources.add(source);
                }
            }
            case LightTerm.From(LightDirection direction) -> {
                if (lamps.isEmpty()) {
                    directions.add(direction);
                } else {
                    lamps.getLast().directions().add(direction);
                }
            }
            case LightTerm.Manner(LightManner manner) -> {
                manners.add(manner);
                if (doubled) {
                    manners.add(manner);
                }
            }
            case LightTerm.Hue(NamedHue hue) -> lamps.add(new Lamp(hue, new ArrayList<>()));
            case LightTerm.Temperature(double named) -> kelvin = Optional.of(named);
            case LightTerm.Silent _, LightTerm.Not _, LightTerm.Very _ -> {}
        }
    }

    private LightPlan plan() {
        LightSource main =
                sources.stream()
                        .filter(source -> !source.isWeather())
                        .findFirst()
                        .or(() -> sources.stream().findFirst())
                        .orElse(lamps.isEmpty() ? LightSource.DAYLIGHT : LightSource.NEON);
        Look look = main.look();
        for (LightSource other : sources) {
            look = other == main ? look : look.with(other.look());
        }
        LightRig rig = main.rig();
        double emphasis = 1;
        for (LightManner manner : manners) {
            rig = manner.of(rig);
            look = manner.of(look);
            emphasis *= manner.emphasis();
        }
        List<LightDirection> said = directions;
        if (said.isEmpty() && !lamps.isEmpty()) {
            said = lamps.getFirst().directions();
        }
        rig = directed(rig, said);
        if (said.contains(LightDirection.BEHIND)) {
            look = look.with(LightSource.RIM.look());
        }
        if (kelvin.isPresent()) {
            rig =
                    new LightRig(
                            rig.azimuth(),
                            rig.elevation(),
                            kelvin.get(),
                            rig.intensity(),
                            rig.softness());
        }
        look = coloured(look, rig, main);
        boolean directed = !said.isEmpty() || manners.contains(LightManner.DRAMATIC);
        return new LightPlan(rig, look, emphasis, directed, unrendered);
    }

    private static LightRig directed(LightRig rig, List<LightDirection> said) {
        int across = 0;
        int up = 0;
        int towards = 0;
        for (LightDirection direction : said) {
            across = Math.clamp(across + direction.across(), -1, 1);
            up += direction.up();
            towards += direction.towards();
        }
        double azimuth =
                across == 0 && up == 0
                        ? rig.azimuth()
                        : Math.toDegrees(Math.atan2(Integer.signum(up), across));
        double elevation = rig.elevation();
        if (towards < 0) {
            elevation = BESIDE_BEHIND;
            azimuth = across == 0 && up == 0 ? 90 : azimuth;
        } else if (towards > 0) {
            elevation = across == 0 && up == 0 ? 82 : 50;
        } else if (across != 0 || up != 0) {
            elevation = Math.min(elevation, STEEPEST);
        }
        return new LightRig(azimuth, elevation, rig.kelvin(), rig.intensity(), rig.softness());
    }

    private Look coloured(Look look, LightRig rig, LightSource main) {
        List<Lamp> shining = new ArrayList<>(lamps);
        if (shining.isEmpty() && main == LightSource.NEON) {
            shining.add(new Lamp(NamedHue.PINK, List.of()));
            shining.add(new Lamp(NamedHue.CYAN, List.of()));
        }
        if (shining.isEmpty()) {
            return look;
        }
        Look made = look.withKey(shining.getFirst().hue().tint());
        if (shining.size() == 1) {
            return made;
        }
        Lamp second = shining.get(1);
        LightRig opposite =
                new LightRig(180 - rig.azimuth(), rig.elevation(), 6500, 1, rig.softness());
        LightRig its = directed(opposite, second.directions());
        return made.withAccent(
                new Look.Accent(its.azimuth(), its.elevation(), second.hue().tint(), 0.95));
    }
}
