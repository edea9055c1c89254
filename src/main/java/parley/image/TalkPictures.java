package parley.image;

import java.util.Map;
import parley.image.intent.IntentReader.PictureState;

/// The pictures that a message is read in front of.
interface TalkPictures {
    PictureState state();

    /// The id of the picture of this name, in the gallery from now on if it was not yet.
    String inGallery(String name) throws InterruptedException;

    /// The names of pictures that came into the gallery, with the ids they have there.
    Map<String, String> kept();
}
