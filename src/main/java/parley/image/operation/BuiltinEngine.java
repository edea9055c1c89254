package parley.image.operation;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import parley.image.ImageEngine;
import parley.image.ImageEngineException;
import parley.image.ImageFeature;

/// The engine that is always there: no key, no network, no weights.
public final class BuiltinEngine implements ImageEngine {
    public static final String NAME = "builtin";

    private final Map<ImageFeature, ImageOperation> operations = new EnumMap<>(ImageFeature.class);

    public BuiltinEngine() {
        this(
                List.of(
                        new Generation(),
                        new Upscaling(),
                        new BackgroundRemoval(),
                        new Relighting(),
                        new Reimagining(),
                        new Expansion(),
                        new StyleTransferring()));
    }

    BuiltinEngine(List<ImageOperation> operations) {
        operations.forEach(operation -> this.operations.put(operation.feature(), operation));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean can(ImageFeature feature) {
        return operations.containsKey(feature);
    }

    @Override
    public List<String> models(ImageFeature feature) {
        ImageOperation operation = operations.get(feature);
        return operation == null ? List.of() : operation.models();
    }

    @Override
    public Outcome run(Job job, Progress progress) throws InterruptedException {
        ImageOperation operation = operations.get(job.wish().feature());
        if (operation == null) {
            throw new ImageEngineException(
                    ImageEngineException.Kind.FAILED,
                    "The built-in engine cannot do %s.".formatted(job.wish().feature().intent()));
        }
        try {
            return operation.run(job, progress);
        } catch (CancellationException e) {
            if (Thread.interrupted()) {
                throw new InterruptedException("Interrupted in the middle of a picture");
            }
            throw e;
        }
    }
}
