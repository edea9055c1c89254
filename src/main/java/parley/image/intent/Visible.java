package parley.image.intent;

/// Things that are looked at.
final class Visible {
    private static final NamedWords<Boolean> THINGS =
            new NamedWords<Boolean>()
                    .add(
                            true,
                            "(?:lighthouse|castle|dragon|cat|kitten|dog|puppy|fox|wolf|bear|owl|horse|unicorn|elephant|lion|tiger|whale|dolphin|fish|bird|eagle|parrot|penguin|butterfly|robot|astronaut|spaceship|rocket|planet|galaxy|moon|sun|sunset|sunrise|mountain|forest|tree|flower|rose|tulip|garden|meadow|field|river|lake|waterfall|sea|ocean|beach|island|desert|village|city|skyline|street|bridge|house|cottage|cabin|barn|windmill|temple|church|cathedral|tower|ship|boat|sailboat|train|car|bicycle|balloon|landscape|seascape|cityscape|still life|portrait|knight|wizard|witch|princess|king|queen|pirate|ninja|samurai|angel|fairy|mermaid|monster|ghost|vampire|zombie|dinosaur|snowman|pumpkin|apple|banana|orange|pizza|cake|teapot|vase|bowl of fruit|fruit bowl|cloud|rainbow|storm|aurora|northern lights|volcano|cave|canyon|harbou?r|market square|cafe|owl|rabbit|bunny|hedgehog|squirrel|deer|swan|bee|frog|turtle|octopus|jellyfish|woman|man|girl|boy|child|old man|old woman|"
                                    + "leuchtturm|hund|katze|drache|berg|wald|haus|stadt|schloss|burg|blume|baum|meer|strand|sonnenuntergang|schiff|pferd|fuchs|roboter|"
                                    + "chat|chien|phare|chateau|dragon|montagne|foret|maison|ville|fleur|arbre|mer|plage|mouton|cheval|renard|bateau|"
                                    + "gato|perro|faro|castillo|montana|bosque|casa|ciudad|flor|arbol|mar|playa|caballo|zorro|barco)(?:s|es|n)?");

    private Visible() {}

    static boolean in(String folded) {
        return THINGS.in(folded);
    }
}
