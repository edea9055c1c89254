package parley.image.intent;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads wishes for a new picture.
final class Drawing {
    private static final String TO =
            "(?: (?:me|us|mir|uns|moi|nous|for me|for us|up|out|bitte|please|mal))*";
    private static final String DET =
            "(?:(?:the|a|an|some|one|another|ein|eine[nrms]?|das|die|der|den|un|une|une? autre|le|la|des|una|unos|el|\\d|two|three|four|zwei|drei|deux|trois|dos|tres|my|our|your|this|that) )";

    /// Verbs for making pictures and little else.
    private static final Pattern STRONG =
            Pattern.compile(
                    "^(?:/(?:imagine|draw|image|img)|re-?draw|draw|paint|sketch|illustrate|doodle|visuali[sz]e|zeichnen?|mal(?:e|en)?(?= (?:mir|uns|bitte|ein\\w*|das|die|den|der|noch|\\w+ ))|skizzier\\w*|illustrier\\w*|dessine[rz]?|peins|peindre|peignez|dibuj\\w+|pint(?:a|ame|ar|e))"
                            + "(?![\\p{L}])(?:-moi)?"
                            + TO);

    private static final Pattern WEAK =
            Pattern.compile(
                    "^(?:generat(?:e|ing)|creat(?:e|ing)|mak(?:e|ing)|design|produce|render|give|show|get|do|build|compose|come up with|put together|whip up|mock up|imagine|find|send|have|take|"
                            + "erstell\\w*|generier\\w*|erzeug\\w*|mach\\w*|gestalt\\w*|entw[iue]rf\\w*|gib|zeig\\w*|cree[rz]?|genere[rz]?|fais|faites|donne\\w*|produi\\w*|montre\\w*|imagine[rz]?|concois|crea\\w*|genera\\w*|haz\\w*|dame|muestra\\w*|hazme|ensename|disena\\w*|produce)"
                            + "(?![\\p{L}])(?:-moi)?"
                            + TO);
    private static final String KIND =
            "(?:versions?|options?|drafts?|designs?) (?:of|for) (?:an? |the |my |our )?(?:logo|poster|icon|banner|picture|image|sticker|flyer|avatar)s?|images?|pictures?|photos?|photographs?|pics?|paintings?|drawings?|illustrations?|artworks?|art|piece of art|sketch(?:es)?|portraits?|logos?|posters?|wallpapers?|icons?|banners?|avatars?|stickers?|cartoons?|comics?|postcards?|murals?|renders?|renderings?|scenes?|greeting cards?|birthday cards?|book covers?|album covers?|cover art|flyers?|patterns?|textures?|mandalas?|watercolou?rs?|"
                    + "bild(?:er)?|fotos?|zeichnung(?:en)?|gemalde|illustration(?:en)?|plakat|grafik|hintergrundbild|dessins?|peintures?|tableau|affiche|imagen(?:es)?|dibujos?|pinturas?|cuadro|ilustracion(?:es)?|cartel|logotipo";
    private static final Pattern NOUN =
            Pattern.compile(
                    "^ ?(?<det>"
                            + DET
                            + ")?(?<adjectives>(?:(?!(?:of|in|on|with|as|at|to|like|for|and|or|from|by|that|which|this|von|mit|im|als|de|en|avec|con) )[\\p{L}\\p{N}/:'-]+,? ){0,5}?)(?<kind>"
                            + KIND
                            + ")(?![\\p{L}\\p{N}-])(?<of> ?(?:d'|(?:of|that says?|that reads?|for|showing|with|that (?:shows?|depicts?|has)|where|in which|depicting|featuring|about|in|on|saying|which shows|from|by|von|vom|mit|fur|wo|das|auf dem|de|du|des|avec|representant|qui|sur|con|del?|que|donde|para|:|,)(?![\\p{L}])))?");

    /// Kinds that belong to what is to be seen: a logo is more than a picture of something.
    private static final Pattern KEPT_KIND =
            Pattern.compile(
                    "logos?|posters?|icons?|banners?|avatars?|stickers?|postcards?|murals?|greeting cards?|birthday cards?|book covers?|album covers?|cover art|flyers?|patterns?|textures?|mandalas?|portraits?|comics?|cartoons?|plakat|affiche|cartel|logotipo|scenes?|wallpapers?|hintergrundbild");

    /// Pictures of computing, and of the mind.
    private static final Pattern OTHER_IMAGES =
            Pattern.compile(
                    "\\b(?:docker|container|disk|iso|boot\\w*|base|vm|system|backup|mirror|public|brand|self|body|mental|clear(?:er)?|full|overall|bigger|complete|broader|balanced|realistic|html|svg|css|react|vue|git|er|uml|sequence|class|flow|entity)[ -](?:image|picture|icon|banner|portrait|pattern|sketch|scene)s?\\b"
                            + "|\\b(?:images?|pictures?|icons?|banners?|logos?|posters?|avatars?|photos?|patterns?|textures?)[ -](?:classif\\w*|recogni\\w*|process\\w*|galler\\w*|carousel|slider|upload\\w*|component|files?|path|urls?|maps?|viewer|tags?|element|server|model|dataset|format|compress\\w*|links?|captions?|description|prompts?|search|hosting|folder|matching|class|function|object|detection|generator|api|button|font|set|library|field|column|layout|tags?|frame)\\b"
                            + "|\\b(?:design pattern|pattern match|regex|singleton|comic timing|art history|art of)\\b");

    private static final Pattern CODE =
            Pattern.compile(
                    "\\b(?:(?:in|with|using|via|mit|en|con|avec) (?:python|javascript|java|js|css|html|svg|matplotlib|ggplot|r|d3(?:\\.js)?|canvas|c\\+\\+|c#|rust|go|latex|tikz|mermaid|plantuml|excel|powerpoint|figma|photoshop|pillow|opencv|bash|kotlin|swift|sql|react|ascii|turtle|pygame|words|code)|ascii[ -]?art|function|script|source code|algorithm|endpoint|unit test|database|schema|dockerfile)\\b");

    /// What is drawn, painted and sketched without a picture.
    private static final Pattern FIGURATIVE =
            Pattern.compile(
                    "^ ?(?:(?:a|an|the|some|any|your|my|our|their|me|us|up|out|few|clear|sharp|direct|quick|rough|strong|firm|own|valid|logical|interesting|general|final|key|main|important|useful|straight|thick|fine|red|hard|bright|detailed|short|brief|high-level|simple|basic|une|des|la|le|ein\\w*|una|un|el|los|las) )*"
                            + "(?:conclusions?|inferences?|lines? (?:between|under|in the sand|from)|lines?$|the line|distinctions?|comparisons?|parallels?|analog(?:y|ies)|attention|inspiration|lessons?|blanks?|breath|salary|blood|curtains?|winners?|lots?|lots for|names? (?:from|out of)|straws?|crowds?|cards?$|cards? from|numbers?|samples?|random|balls?|money|cash|"
                            + "charts?|graphs?|plots?|bar ?charts?|pie ?charts?|line ?charts?|box ?plots?|histograms?|scatter ?plots?|diagrams?|flow ?charts?|control charts?|xmr|mind ?maps?|org charts?|timelines?|tables?|wireframes?|uml|er diagrams?|sequence diagrams?|class diagrams?|state machine|decision trees?|tree diagrams?|venn|gantt|trend ?lines?|heat ?maps?|schematics?|floor plans? in|"
                            + "point|points|idea|plan|outline|proposal|strategy|roadmap|concept|concepts|difference|importance|how|why|what|when|whether|using|upon|from|on|near|inspiration|support|criticism|fire|benefits?|unemployment|contract|will|agreement|list|bath|plan|"
                            + "diagramm\\w*|tabelle|schluss\\w*|conclusions?|conclusion|grafico|diagrama|graphique|tableau de|fazit|linie zwischen|vergleich\\w*)(?![\\p{L}])");

    private static final Pattern IDIOM =
            Pattern.compile(
                    "^paint"
                            + TO
                            + " (?:a |an |the )?(?:\\w+ )?pictures? (?:of|for|about) (?:the |our |your |my |this |how |what |why |where )?(?:\\w+ )?(?:economy|situation|market|company|industry|state|future of|team|problem|role|impact|life (?:of|in|at|as)|how|what|why|who|where|sales|business|customer|landscape of|challenges?|history|process|project|numbers|political|job|finances?|state of)\\b.*"
                            + "|^paint (?:the|my|our|a|this|these|that) (?:town|fence|walls?|house|room|living room|bedroom|kitchen|ceiling|door|nails|car|deck|garage|bathroom|shed|furniture|cabinet\\w*|bike)(?![\\p{L}]).*|^sketch (?:out|up) .*|^draw (?:up|upon|out|back|near|away|on the|on your|on my|straws|lots|from).*|^illustrate (?:the|this|that|your|my|how|why|with|it with|by).*(?:point|concept|idea|difference|example|examples|principle|how|why|answer|argument|process|theorem|statement)\\b.*");
    private static final Pattern MISSING =
            Pattern.compile(
                    "^[\\s.!?]*(?:(?:something|anything|etwas|irgendwas|quelque chose|algo|one|it|nice|beautiful|cool|pretty|else|interesting|for me|me|please|bitte|schones|de beau|bonito|now|a|new|random|us|great|whatever you (?:like|want))[\\s.!?]*)*$");

    /// What is told of pictures is no wish for one.
    private static final Pattern NARRATED =
            Pattern.compile(
                    "\\b(?:i|he|she|we|they|you|it|my|our|his|her|their|your|the|that|this|took|saw|drew|made|has|have|had|was|is|hung|found|bought|sold|lost|like|love|\\w+ed)\\b");

    private static final Pattern ADJECTIVE_SHAPE =
            Pattern.compile(
                    "(?<![\\p{L}])(?:square|portrait|landscape|vertical|horizontal|wide|widescreen|panoramic|4k|2k|hd|high-res\\w*|high resolution)(?![\\p{L}])");

    Optional<Command> read(Utterance clause, boolean polite) {
        String folded = clause.folded();
        if (IDIOM.matcher(folded).matches()) {
            return Optional.empty();
        }
        Matcher strong = STRONG.matcher(folded);
        if (strong.find()) {
            return strong(clause, strong.end(), polite);
        }
        Matcher weak = WEAK.matcher(folded);
        boolean verb = weak.find();
        int start = verb ? weak.end() : 0;
        Matcher noun = NOUN.matcher(folded.substring(start));
        if (noun.find()) {
            return pictured(clause, start, noun, verb, polite);
        }
        return verb ? visible(clause, start) : Optional.empty();
    }

    /// Whether it begins as an order, not as a name for a picture.
    static boolean hasVerb(Utterance clause) {
        return clause.has(STRONG) || clause.has(WEAK);
    }

    /// Only what names a kind of picture and what is to be seen on it.
    Optional<Command> ofSomething(Utterance clause, boolean polite) {
        Matcher verb = STRONG.matcher(clause.folded());
        Matcher weak = WEAK.matcher(clause.folded());
        int start = verb.find() ? verb.end() : weak.find() ? weak.end() : -1;
        if (start < 0) {
            return Optional.empty();
        }
        String rest = clause.folded().substring(start);
        Matcher noun = NOUN.matcher(rest);
        boolean of =
                noun.find()
                        && noun.group("of") != null
                        && !OF_IT.matcher(rest.substring(noun.end())).find();
        return of ? read(clause, polite).filter(Command.Do.class::isInstance) : Optional.empty();
    }

    /// What follows where a picture is to be made of one that is there.
    private static final Pattern OF_IT =
            Pattern.compile(
                    "^ ?(?:it|this|that|the (?:"
                            + KIND
                            + "|original|first|second|third|last|same|style)|a (?:different|white|transparent)|style|higher|high res|2k|4k)(?![\\p{L}])");

    private Optional<Command> strong(Utterance clause, int end, boolean polite) {
        String rest = clause.folded().substring(end);
        if (FIGURATIVE.matcher(rest).find()
                || CODE.matcher(rest).find()
                || OTHER_IMAGES.matcher(rest).find()) {
            return Optional.empty();
        }
        if (rest.matches("^ (?:it|this|that|them|these|es|lo|la)(?![\\p{L}]).*")) {
            return Optional.empty();
        }
        Matcher noun = NOUN.matcher(rest);
        if (noun.find()
                && (noun.group("of") != null
                        || rest.substring(noun.end())
                                .matches("[\\s.!?]*(?:please|bitte|now)?[\\s.!?]*"))) {
            return pictured(clause, end, noun, true, polite);
        }
        if (MISSING.matcher(rest).matches()) {
            return (polite && rest.isBlank())
                            || clause.folded().matches("^(?:illustrate|visuali[sz]e|sketch)\\W*$")
                    ? Optional.empty()
                    : Optional.of(DrawnWish.missing());
        }
        boolean generic =
                polite
                        && !rest.matches("^ ?(?:" + DET + "|l'|d').*")
                        && rest.strip().split(" ").length <= 2;
        if (generic
                || clause.folded()
                        .matches(
                                "^(?:visuali[sz]e|illustrate) (?:the|this|my|our|these|sales|data|how).*")) {
            return Optional.empty();
        }
        return Optional.of(DrawnWish.of(clause.from(end), "", Edits.SURE));
    }

    private Optional<Command> pictured(
            Utterance clause, int start, Matcher noun, boolean verb, boolean polite) {
        String folded = clause.folded();
        String said = folded.substring(start);
        String head = said.substring(0, noun.end());
        if ((OTHER_IMAGES.matcher(said).find()
                        && OTHER_IMAGES
                                .matcher(
                                        said.substring(0, Math.min(said.length(), noun.end() + 14)))
                                .find())
                || CODE.matcher(head).find()
                || (CODE.matcher(said).find()
                        && !said.matches("^.{0,40} (?:of|showing) .*(?:writing|reading) code.*"))
                || FIGURATIVE.matcher(said).find()) {
            return Optional.empty();
        }
        String rest = said.substring(noun.end());
        String kind = noun.group("kind");
        boolean plural =
                noun.group("det") == null
                        && kind.matches(".*(?:s|bilder|imagenes)")
                        && noun.group("adjectives").isBlank();
        boolean of = noun.group("of") != null && !rest.isBlank();
        String determiner = noun.group("det") == null ? "" : noun.group("det").strip();
        if (determiner.matches("the|this|that|my|our|your|das|le|la|el") && !of) {
            return Optional.empty();
        }
        if (!verb && NARRATED.matcher(determiner + " " + noun.group("adjectives")).find()) {
            return Optional.empty();
        }
        if (!verb
                && !(of
                        && noun.group("of")
                                .strip()
                                .matches(
                                        "of|for|showing|with|from|von|de|du|d'|fur|mit|avec|con|para|del"))) {
            return Optional.empty();
        }
        if (!verb
                && (plural
                        || folded.matches(".*\\b(?:is|are|was|were|has|have|had|ist|est|es)\\b.*")
                        || folded.matches("^(?:the |this )?(?:art|scene|pattern|texture)\\b.*"))) {
            return Optional.empty();
        }
        if (!of) {
            String adjectives = noun.group("adjectives").strip();
            String subject =
                    adjectives
                            .replaceAll(
                                    "(?:new|nice|beautiful|cool|random|great|another|square|good|single|quick)",
                                    "")
                            .strip();
            boolean behind = !MISSING.matcher(rest).matches();
            if (behind
                    && !rest.matches(
                            "^(?: (?:as|at|under|over|im|in|on|by|inspired|like|titled|called|,).*|[,:;].*)")) {
                return Optional.empty();
            }
            if (subject.isEmpty() && !behind) {
                boolean able =
                        polite
                                && (plural
                                        || (determiner.matches("an?|")
                                                && !folded.matches(".*\\b(?:me|us|for me)\\b.*")));
                return able || plural || folded.matches("^(?:find|take|get|have|send)\\b.*")
                        ? Optional.empty()
                        : Optional.of(DrawnWish.missing());
            }
            if ((determiner.isEmpty() && plural)
                    || folded.matches("^(?:find|take|have|send|get|build|do|put together)\\b.*")) {
                return Optional.empty();
            }
            return Optional.of(
                    DrawnWish.of(
                            clause.part(
                                    start + (determiner.isEmpty() ? 0 : noun.end("det")),
                                    clause.folded().length()),
                            "",
                            Edits.LIKELY));
        }
        if ((plural && polite && rest.strip().split(" ").length <= 1)
                || folded.matches("^(?:find|take|send|have)\\b.*")) {
            return Optional.empty();
        }
        if (!folded.matches("^(?:paint|draw).*")
                && IDIOM.matcher("paint a picture of" + rest).matches()
                && folded.matches("^(?:give|show|get|paint).*")) {
            return Optional.empty();
        }
        boolean kept =
                KEPT_KIND.matcher(kind).matches()
                        || noun.group("of")
                                .strip()
                                .matches(
                                        "for|fur|para|with|mit|avec|con|in|on|:|saying|about|featuring");
        String adjectives = noun.group("adjectives");
        boolean telling =
                !ADJECTIVE_SHAPE
                        .matcher(adjectives)
                        .replaceAll("")
                        .replaceAll(
                                "(?:new|nice|beautiful|cool|random|great|another|good|single|quick|very|simple|,|and| )",
                                "")
                        .isBlank();
        int from =
                kept || telling
                        ? start + (noun.group("det") == null ? 0 : noun.end("det"))
                        : start + noun.end("of");
        boolean bare =
                kept
                        && !KEPT_KIND.matcher(kind).matches()
                        && noun.group("of").strip().matches("with|mit|avec|con|:|about|featuring")
                        && !telling;
        return Optional.of(
                DrawnWish.of(
                        clause.from(bare ? start + noun.end("of") : from),
                        head,
                        verb ? Edits.SURE : Edits.LIKELY));
    }

    /// "Generate a dragon over the sea": no noun for pictures, but something to look at.
    private Optional<Command> visible(Utterance clause, int start) {
        String folded = clause.folded();
        String rest = folded.substring(start);
        boolean verb =
                folded.matches(
                        "^(?:generat|creat|render|imagine|erzeug|generier|genere|cree|genera|crea|erstell).*");
        if (!verb
                || CODE.matcher(rest).find()
                || FIGURATIVE.matcher(rest).find()
                || OTHER_IMAGES.matcher(rest).find()
                || !rest.matches("^ ?" + DET + ".*")
                || !Visible.in(rest)
                || rest.matches(
                        ".*\\b(?:story|poem|name|names|list|character sheet|recipe|song|text|essay|class|function|game|app|plan|website|page|template|password|report|summary|title|quiz|script)\\b.*")) {
            return Optional.empty();
        }
        return Optional.of(DrawnWish.of(clause.from(start), "", 0.75));
    }

    static boolean isOtherImage(String folded) {
        return OTHER_IMAGES.matcher(folded).find();
    }
}
