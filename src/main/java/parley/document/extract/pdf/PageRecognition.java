package parley.document.extract.pdf;

import java.awt.image.BufferedImage;

/// Reads the text in the picture of a page.
@FunctionalInterface
public interface PageRecognition {
    /// What is used where nothing can read pictures.
    PageRecognition NONE = (_, _) -> "";

    /// @param resolution of the picture, in dots an inch
    /// @return paragraphs separated by empty lines; empty if nothing can be read in it, or not in
    ///   time
    String text(BufferedImage page, int resolution);
}
