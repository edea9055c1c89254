package parley.image;

import java.util.List;
import java.util.Optional;
import parley.error.AppException;

/// The pictures of accounts. Safe for use by many threads.
public interface Gallery {
    /// What was made, newest first.
    Page list(long accountId, Filter filter, int limit, int offset);

    /// A picture that was made, or sent.
    ///
    /// @throws AppException (404) if the account has no such picture
    KeptImage load(long accountId, String imageId);

    /// Its file, in the form it is kept in.
    ///
    /// @throws AppException (404) as [#load]
    byte[] file(KeptImage image);

    /// A small PNG of it, at most 320 pixels wide and high.
    byte[] thumbnail(KeptImage image);

    /// The picture with what it was made of and what was made of it, oldest first.
    List<KeptImage> family(KeptImage image);

    /// Deletes a picture and its files. What was made of it stays.
    ///
    /// @throws AppException (404) if the account has no such picture
    void delete(long accountId, String imageId);

    /// Which pictures are meant.
    ///
    /// @param endUser only those of this label; empty for all of the account
    /// @param intent only those made by this feature
    /// @param words only those whose prompt holds all of these, whatever their case and accents
    record Filter(Optional<String> endUser, Optional<ImageFeature> intent, List<String> words) {
        public static final Filter ALL = new Filter(Optional.empty(), Optional.empty(), List.of());

        public Filter {
            words = List.copyOf(words);
        }
    }

    /// @param count all that match
    record Page(List<KeptImage> images, long count) {
        public Page {
            images = List.copyOf(images);
        }
    }
}
