package parley.document.answer;

import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;

/// What is measured where a question asks for an amount, and the units in which texts give it: who
/// asks how tall a tower is learns nothing from its 196 steps.
enum Measure {
    LENGTH(
            "how (?:tall|high|far|deep|wide|thick)"
                    + "|heights?|widths?|depths?|lengths?|distances?|altitude|thickness|diameter"
                    + "|wie (?:hoch|tief|breit|weit|dick)|höhe|breite|tiefe|länge|entfernung|durchmesser"
                    + "|hauteur|longueur|largeur|profondeur|distance|épaisseur|diamètre"
                    + "|altura|longitud|anchura|profundidad|distancia|grosor|diámetro",
            "millimet(?:re|er)s?|centimet(?:re|er)s?|kilomet(?:re|er)s?|met(?:re|er)s?|mm|cm|km|m|miles?|feet|foot|ft|inch(?:es)?|yards?|fathoms?"
                    + "|kilometern?|metern?|zentimetern?|millimetern?|meilen"
                    + "|mètres?|kilomètres?|centimètres?|millimètres?|lieues?"
                    + "|metros?|kilómetros?|centímetros?|milímetros?|millas?"),
    WEIGHT(
            "how heavy|weights?|weighs?|mass|wie schwer|gewicht|wiegt|poids|pèse|masse|peso|pesa",
            "(?:kilo)?grams?|(?:kilo)?grammes?|kilos?|kg|g|mg|tonnes?|tons?|t|pounds?|lbs?|ounces?|oz"
                    + "|(?:kilo)?gramm|tonnen|pfund|zentner|(?:kilo)?gramos?|toneladas?|quintaux"),
    SPEED(
            "how fast|speeds?|velocity|wie schnell|geschwindigkeit|vitesse|velocidad",
            "knots?|km/h|mph|m/s|kilomet(?:re|er)s an hour|miles an hour|(?:kilo)?met(?:re|er)s? per"
                    + " (?:hour|second)|stundenkilometer|kilometer (?:pro|in der) stunde|knoten"
                    + "|kilomètres?(?: à l'|-)heure|nœuds?|kilómetros por hora|nudos?|percent|prozent|minutes?|minuten"),
    TEMPERATURE(
            "how (?:hot|cold|warm)|temperatures?|wie (?:heiß|warm|kalt)|temperatur|température|temperatura",
            "degrees?|°|°c|celsius|fahrenheit|grad|degrés?|grados?"),
    SHARE(
            "percentages?|percent|proportion|what share|prozent(?:satz)?|anteil|pourcentage|porcentaje",
            "percent|%|per cent|third|half|quarter|fifth|prozent|drittel|hälfte|viertel|tiers|moitié"
                    + "|quart|pour cent|por ciento|tercio|mitad|cuarto"),
    AREA(
            "how (?:big|large)|areas?|wie groß|fläche|superficie|superficies",
            "square \\w+|hectares?|acres?|m²|km²|quadrat\\w+|hektar|mètres carrés|metros cuadrados|hectáreas?"
                    + "|met(?:re|er)s?|cm|mm|m|kilomet(?:re|er)s?"),
    AGE(
            "how old|age of|wie alt|quel âge|qué edad|cuántos años",
            "years?|months?|centur(?:y|ies)|jahren?|monaten?|jahrhunderte?|ans?|années?|siècles?|años?"
                    + "|siglos?|1\\d{3}|20\\d\\d"),
    YEAR(
            "(?:when|what year) (?:was|were|did) .{2,80}(?:built|founded|born|established|opened|invented|discovered|married"
                    + "|published|died?|closed|created|begin|open|finished|completed)"
                    + "|wann (?:wurden?|ist|sind|starb) .{2,80}(?:gebaut|erbaut|gegründet|geboren|eröffnet|gestorben|erfunden"
                    + "|geschlossen|fertig\\w*)"
                    + "|quand (?:a été|ont été|fut|furent|est|a) .{2,80}(?:construite?s?|fondée?s?|née?s?|ouverte?s?|morte?s?|fermée?s?)"
                    + "|cuándo (?:se (?:construy|fund|abri|cerr)\\w+|fue \\w+|nació|murió)",
            "1\\d{3}|20\\d\\d");

    private static final String NUMBER =
            "(?:\\d|\\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen"
                    + "|fifteen|sixteen|seventeen|eighteen|nineteen|\\w+ty(?:-\\w+)?|hundred|thousand|million|half|quarter|an?"
                    + "|eine?[mnrs]?|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|\\w+zig|hundert|tausend"
                    + "|une?|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|vingt|trente|quarante|cent|mille"
                    + "|una|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|veinte|treinta|cien|mil)\\b)";

    private final Pattern question;
    private final Pattern given;

    Measure(String question, String units) {
        int flags =
                Pattern.UNICODE_CHARACTER_CLASS | Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
        this.question = Pattern.compile("\\b(?:" + question + ")\\b", flags);
        // "43 metres", "two and a half metres", "0,5 bis 2 km", and years that stand alone.
        this.given =
                Pattern.compile(
                        NUMBER
                                + "[^.;:!?]{0,24}?(?<![\\p{L}])(?:"
                                + units
                                + ")(?![\\p{L}])"
                                + (units.contains("1\\d{3}") ? "|\\b(?:1\\d{3}|20\\d\\d)\\b" : ""),
                        flags);
    }

    /// @param plain the question on one line, in lower case
    static Set<Measure> askedBy(String plain) {
        Set<Measure> measures = EnumSet.noneOf(Measure.class);
        for (Measure measure : values()) {
            if (measure.question.matcher(plain).find()) {
                measures.add(measure);
            }
        }
        return measures;
    }

    /// Whether a text gives an amount of it.
    boolean isGivenIn(String text) {
        return given.matcher(text).find();
    }
}
