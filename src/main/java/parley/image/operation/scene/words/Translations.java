package parley.image.operation.scene.words;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The commonest words of German, French and Spanish.
final class Translations {
    private static final String TABLE =
            """
            lighthouse leuchtturm phare faro
            boat boot,boote bateau,barque barco,bote
            sailboat segelboot,segelschiff voilier velero
            ship schiff navire buque
            house haus,häuser maison casa
            cabin hütte,blockhütte cabane cabaña
            castle schloss,burg château castillo
            church kirche église iglesia
            bridge brücke pont puente
            tower turm tour torre
            windmill windmühle moulin molino
            barn scheune grange granero
            tent zelt tente tienda
            car auto,wagen voiture coche
            bicycle fahrrad,rad vélo bicicleta
            train zug train tren
            airplane flugzeug avion avión
            balloon ballon ballon globo
            rocket rakete fusée cohete
            planet planet planète planeta
            sun sonne soleil sol
            moon mond lune luna
            stars sterne étoiles estrellas
            tree baum,bäume arbre árbol
            pine kiefer,tanne,fichte pin,sapin pino
            palm palme palmier palmera
            birch birke bouleau abedul
            flower blume,blumen fleur flor
            rose rose rose rosa
            tulip tulpe,tulpen tulipe tulipán
            sunflower sonnenblume,sonnenblumen tournesol girasol
            mushroom pilz,pilze champignon seta
            cactus kaktus cactus cacto
            leaf blatt,blätter feuille hoja
            rock fels,felsen,stein rocher roca
            waterfall wasserfall cascade cascada
            volcano vulkan volcan volcán
            dog hund,hunde chien perro
            cat katze,katzen chat gato
            horse pferd,pferde cheval caballo
            cow kuh,kühe vache vaca
            sheep schaf,schafe mouton oveja
            bird vogel,vögel oiseau,oiseaux pájaro,pájaros
            owl eule hibou búho
            eagle adler aigle águila
            duck ente,enten canard pato
            fish fisch,fische poisson pez,peces
            whale wal,wale baleine ballena
            dolphin delfin dauphin delfín
            shark hai requin tiburón
            turtle schildkröte tortue tortuga
            butterfly schmetterling papillon mariposa
            bee biene abeille abeja
            fox fuchs renard zorro
            rabbit hase,kaninchen lapin conejo
            bear bär ours oso
            deer hirsch,reh cerf ciervo
            elephant elefant éléphant elefante
            giraffe giraffe girafe jirafa
            lion löwe lion león
            penguin pinguin,pinguine pingouin,manchot pingüino
            person mensch,person personne persona
            man mann homme hombre
            woman frau femme mujer
            child kind,kinder enfant niño,niña
            knight ritter chevalier caballero
            astronaut astronaut,raumfahrer astronaute astronauta
            robot roboter robot robot
            heart herz coeur,cœur corazón
            apple apfel,äpfel pomme manzana
            pear birne,birnen poire pera
            lemon zitrone,zitronen citron limón,limones
            banana banane,bananen banane plátano
            cherry kirsche,kirschen cerise cereza
            grape traube,trauben raisin uva
            bread brot pain pan
            cake kuchen,torte gâteau pastel
            cup tasse tasse taza
            coffee kaffee café café
            bottle flasche bouteille botella
            vase vase vase jarrón
            bowl schale,schüssel bol cuenco
            candle kerze,kerzen bougie vela
            book buch,bücher livre libro
            lamp lampe lampe lámpara
            chair stuhl chaise silla
            table tisch table mesa
            window fenster fenêtre ventana
            clock uhr horloge reloj
            key schlüssel clé llave
            umbrella regenschirm,schirm parapluie paraguas
            guitar gitarre guitare guitarra
            piano klavier piano piano
            sea meer,see mer mar
            ocean ozean océan océano
            beach strand plage playa
            lake see,bergsee lac lago
            river fluss rivière,fleuve río
            mountain berg,berge,gebirge montagne montaña,montañas
            hill hügel colline colina
            forest wald forêt bosque
            desert wüste désert desierto
            city stadt ville ciudad
            street straße,strasse rue calle
            village dorf village pueblo
            garden garten jardin jardín
            meadow wiese prairie,pré prado
            island insel île isla
            harbour hafen port puerto
            sky himmel ciel cielo
            cloud wolke,wolken nuage nube
            rain regen pluie lluvia
            snow schnee neige nieve
            storm sturm tempête tormenta
            fog nebel brouillard niebla
            rainbow regenbogen arc-en-ciel arcoíris
            sunset sonnenuntergang,abendrot crépuscule atardecer
            sunrise sonnenaufgang aube amanecer
            dusk dämmerung,abenddämmerung crépuscule anochecer
            night nacht,nachts nuit noche
            spring frühling printemps primavera
            summer sommer été verano
            autumn herbst automne otoño
            winter winter hiver invierno
            red rot,rote,roter,rotes,roten rouge rojo,roja
            blue blau,blaue,blauer,blaues,blauen bleu,bleue azul
            green grün,grüne,grüner,grünes,grünen vert,verte verde
            yellow gelb,gelbe,gelber,gelbes,gelben jaune amarillo,amarilla
            white weiß,weiss,weiße,weißer,weißes blanc,blanche blanco,blanca
            black schwarz,schwarze,schwarzer,schwarzes noir,noire negro,negra
            brown braun,braune,brauner,braunes brun,marron marrón
            gray grau,graue,grauer,graues gris gris
            pink rosa rosé rosado
            purple lila,violett violet morado
            small klein,kleine,kleiner,kleines petit,petite pequeño,pequeña
            big groß,große,großer,großes grand,grande grande
            two zwei deux dos
            three drei trois tres
            four vier quatre cuatro
            five fünf cinq cinco
            poster plakat affiche cartel
            portrait porträt,portrait portrait retrato
            """;

    private static final Map<String, String> ENGLISH = read();

    private Translations() {}

    /// The English for a word of another language.
    static @Nullable String english(String word) {
        return ENGLISH.get(word);
    }

    private static Map<String, String> read() {
        Map<String, String> english = new HashMap<>();
        TABLE.lines()
                .forEach(line -> {
                    String[] columns = line.split(" ");
                    for (int column = 1; column < columns.length; column++) {
                        for (String word : columns[column].split(",")) {
                            english.putIfAbsent(word, columns[0]);
                        }
                    }
                });
        return Map.copyOf(english);
    }
}
