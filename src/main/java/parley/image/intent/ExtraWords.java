package parley.image.intent;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What can be added to any wish: how many, which seed, how fine, which engine.
final class ExtraWords {
    private static final String PICTURES =
            "(?:different |new |more |other |alternative |further )*(?:pictures?|images?|photos?|pics?|versions?|variations?|variants?|options?|takes?|alternatives?|drawings?|paintings?|illustrations?|of them|designs?|logos?|bilder|varianten|versionen|fotos|imagenes|variantes|variaciones|variationen|versiones|photos|dessins|dibujos)";
    private static final Map<String, Integer> NUMBERS =
            Map.ofEntries(
                    Map.entry("a couple of", 2),
                    Map.entry("a pair of", 2),
                    Map.entry("couple of", 2),
                    Map.entry("a few", 3),
                    Map.entry("several", 4),
                    Map.entry("some", 3),
                    Map.entry("two", 2),
                    Map.entry("three", 3),
                    Map.entry("four", 4),
                    Map.entry("five", 4),
                    Map.entry("six", 4),
                    Map.entry("zwei", 2),
                    Map.entry("drei", 3),
                    Map.entry("vier", 4),
                    Map.entry("deux", 2),
                    Map.entry("trois", 3),
                    Map.entry("quatre", 4),
                    Map.entry("dos", 2),
                    Map.entry("tres", 3),
                    Map.entry("cuatro", 4),
                    Map.entry("both", 2));
    private static final Pattern COUNT =
            Pattern.compile(
                    "(?<![\\p{L}\\p{N}])(\\d{1,2}|a couple of|a pair of|couple of|a few|several|two|three|four|five|six|zwei|drei|vier|deux|trois|quatre|dos|tres|cuatro) "
                            + PICTURES
                            + "(?![\\p{L}])");
    private static final Pattern SEED =
            Pattern.compile(
                    "(?:with |using |mit |avec |con )?(?:the )?(?:seed|startwert|graine|semilla)\\s?(?:number |of |no\\.? )?[:=#]?\\s?(\\d{1,15})");
    private static final NamedWords<String> RESOLUTIONS =
            new NamedWords<String>()
                    .add(
                            "4k",
                            "(?:in |at |with |to )?(?:4k|uhd|ultra ?hd|ultra high (?:res\\w*|definition))(?: resolution| quality)?")
                    .add(
                            "2k",
                            "(?:in |at |with |to |a )*(?:2k|hd|high[ -](?:resolution|res|definition|quality)|hi-?res|hochauflosend\\w*|haute (?:resolution|definition)|alta (?:resolucion|definicion))(?: resolution| quality)?")
                    .add("1k", "(?:in |at )?1k(?: resolution)?");
    private static final String WITH = "(?:with|using|via|by|on|mit|avec|con|through)(?: the)? ";
    private static final NamedWords<String> ENGINES =
            new NamedWords<String>()
                    .add("stability", WITH + "(?:stability(?: ?ai)?|stable diffusion|sd3(?:\\.5)?)")
                    .add("openai", WITH + "(?:open ?ai|gpt-image(?:-\\d)?|dall-?e(?: ?\\d)?)")
                    .add("magnific", WITH + "(?:magnific|freepik|mystic)")
                    .add("huggingface", WITH + "(?:hugging ?face)")
                    .add("a1111", WITH + "(?:automatic ?1111|a1111)")
                    .add("comfyui", WITH + "comfy ?ui")
                    .add("onnx", WITH + "onnx(?: runtime)?")
                    .add("builtin", WITH + "(?:built-?in|builtin)(?: engine)?");
    private static final Pattern LEAD = Pattern.compile("^\\s*(?:,|-|\\()?\\s*");

    private ExtraWords() {}

    static Optional<Found<Integer>> count(String folded) {
        Matcher matcher = COUNT.matcher(folded);
        if (!matcher.find()) {
            return Optional.empty();
        }
        String said = matcher.group(1);
        int number = NUMBERS.containsKey(said) ? NUMBERS.get(said) : Integer.parseInt(said);
        return number < 1
                ? Optional.empty()
                : Optional.of(new Found<>(Math.min(4, number), matcher.start(), matcher.end()));
    }

    static Optional<Found<Long>> seed(String folded) {
        Matcher matcher = SEED.matcher(folded);
        return matcher.find()
                ? Optional.of(
                        new Found<>(
                                Long.parseLong(matcher.group(1)), matcher.start(), matcher.end()))
                : Optional.empty();
    }

    static Optional<Found<String>> resolution(String folded) {
        return RESOLUTIONS.find(folded);
    }

    static Optional<Found<String>> engine(String folded) {
        return ENGINES.find(folded);
    }

    /// The original text without what was found in it.
    static String without(Utterance text, List<? extends Found<?>> found) {
        StringBuilder left = new StringBuilder(text.original());
        List<Found<?>> latestFirst = new ArrayList<>(found);
        latestFirst.sort((a, b) -> Integer.compare(b.start(), a.start()));
        int before = Integer.MAX_VALUE;
        for (Found<?> each : latestFirst) {
            if (each.end() <= before) {
                left.replace(each.start(), each.end(), " ");
                before = each.start();
            }
        }
        String words = LEAD.matcher(left).replaceFirst("");
        return words.replaceAll("\\(\\s*\\)", " ")
                .replaceAll("\\s+", " ")
                .replaceAll("(?:\\s*[,;]\\s*)+(?=[,;.]|$)", "")
                .replaceAll("\\s+([,.;!?])", "$1")
                .strip();
    }
}
