package parley.image;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import parley.image.pixel.Size;

/// A picture that is kept. Its files are read with [Gallery].
///
/// @param id nobody can guess it
/// @param endUser the label under which it was made
/// @param taskId the task that made it; empty for one that was sent
/// @param intent what was wished for when it was made, as [ImageFeature#intent] has it; `upload`
///   for one that was sent
/// @param prompt the words it was made by; empty where there were none
/// @param mediaType `image/png`, `image/webp`, …
/// @param bytes how long its file is
/// @param parentIds the pictures it was made of
public record KeptImage(
        String id,
        long accountId,
        Optional<String> endUser,
        Optional<String> taskId,
        String intent,
        String prompt,
        Size size,
        String mediaType,
        long bytes,
        List<String> parentIds,
        Instant createdAt) {
    /// The intent of a picture that was sent to be worked on.
    public static final String UPLOAD = "upload";

    public KeptImage {
        parentIds = List.copyOf(parentIds);
    }
}
