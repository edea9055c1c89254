package parley.image.operation.scene.words;

/// Words that a picture cannot show, or shows anyway: nobody misses them.
final class Fillers {
    static final String WORDS =
            ("a|an|the|to|from|for|is|are|it|its|that|this|these|those|there|be|as|or|but|his|her|their|my|me|i|we|you|us|"
                    + "through|between|across|along|around|off|out|up|down|among|toward|towards|while|where|which|who|"
                    + "draw|paint|create|generate|make|show|render|design|please|picture|image|scene|view|photo of|picture of|image of|"
                    + "drawing of|painting of|illustration of|depicting|showing|featuring|filled|made|having|"
                    + "beautiful|stunning|gorgeous|lovely|nice|amazing|pretty|handsome|great|wonderful|breathtaking|majestic|"
                    + "detailed|highly detailed|high quality|best quality|masterpiece|high resolution|4k|8k|hd|uhd|sharp focus|"
                    + "very|really|quite|so|just|only|style|styled|in the style of|art|artwork|artistic|composition|color|colour|"
                    + "colors|colours|colored|coloured|palette|tone|tones|standing|sitting|flying|floating|swimming|sailing|"
                    + "shining|glowing|growing|rising|lying|resting|hanging|moving|driving|looking|walking|parked|moored|leaning|"
                    + "quiet|calm|peaceful|serene|tranquil|side|left|right|top|bottom|foreground|distance|middle|center|centre|"
                    + "horizon|atmosphere|mood|lights|lit|reflection|reflections|shadow|shadows|time|hour|"
                    + "ein|eine|einen|einem|einer|der|die|das|den|dem|und|mit|von|im|am|auf|bei|zwischen|zeichne|male|bild|"
                    + "un|une|le|la|les|des|du|de|et|avec|dans|sur|dessine|el|los|las|una|con|y|en|al|del|dibuja|sobre|"
                    + "wide|wide shot|aerial|panorama|panoramic|scenic|new|full|says|saying|reads|reading|labeled|written|"
                    + "all|every|each|no people|it's|let's|can|could|would|should|like|want|need|give|here|then|also|too");

    private Fillers() {}
}
