package parley.image.operation;

import java.util.List;
import parley.image.ImageEngine;
import parley.image.ImageFeature;

/// How the built-in engine does one thing. The same job gives the same picture, on however many
/// cores. Safe for use by many threads.
interface ImageOperation {
    ImageFeature feature();

    /// What tasks call the way it is done, where there is one way alone.
    default List<String> models() {
        return List.of();
    }

    /// Does the work; see [ImageEngine#run]. The wish of the job is of this feature.
    ImageEngine.Outcome run(ImageEngine.Job job, ImageEngine.Progress progress)
            throws InterruptedException;
}
