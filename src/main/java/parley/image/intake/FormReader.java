package parley.image.intake;

import parley.image.pixel.Picture;

/// Reads files of one form. What is thrown beside what is declared, because a file lies, counts as
/// damage too. Safe for use by many threads.
interface FormReader {
    /// What the file says of itself. Takes time for the file's bytes, never for its pixels.
    Header header(byte[] file) throws DamagedFileException;

    /// Its pixels as they lie in the file. Only called when the header was found to be in order.
    ///
    /// @throws InterruptedException if the thread was interrupted
    Picture pixels(byte[] file) throws DamagedFileException, InterruptedException;

    /// How many pixels of this file it can read in good time and little memory; a number beyond all
    /// where any will do. Only called for a file that has a header.
    default long most(byte[] file) throws DamagedFileException {
        return Long.MAX_VALUE;
    }

    /// Ends work that nobody waits for any more.
    static void requireWanted() throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException("Interrupted while a picture was read");
        }
    }
}
