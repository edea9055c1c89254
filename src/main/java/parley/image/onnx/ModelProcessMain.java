package parley.image.onnx;

import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.error.AppException;
import parley.image.ImageEngineException;
import parley.image.ImageEngineException.Kind;

/// The entry of the process that runs models: jobs come in one after the other, what is made goes
/// out. It ends at once when nobody speaks to it any more, also in the middle of a job.
public final class ModelProcessMain {
    private static final Logger LOG = LoggerFactory.getLogger(ModelProcessMain.class);

    private final LoadedModels models;
    private final DataOutputStream out;
    private final BlockingQueue<Frame> jobs = new LinkedBlockingQueue<>();

    private ModelProcessMain(LoadedModels models, DataOutputStream out) {
        this.models = models;
        this.out = out;
    }

    /// @param words the folder of the models, the largest file in bytes, threads
    public static void main(String[] words) {
        // Frames alone go out; whatever prints goes where errors go.
        DataOutputStream frames =
                new DataOutputStream(
                        new BufferedOutputStream(new FileOutputStream(FileDescriptor.out)));
        System.setOut(System.err);
        LoadedModels models =
                new LoadedModels(
                        Path.of(words[0]), Long.parseLong(words[1]), Integer.parseInt(words[2]));
        new ModelProcessMain(models, frames).serve();
    }

    private void serve() {
        Thread worker = Thread.currentThread();
        Thread.ofPlatform().daemon().name("orders").start(() -> listen(worker));
        while (true) {
            say(answer(next()));
        }
    }

    private Frame next() {
        while (true) {
            try {
                Frame frame = jobs.take();
                // A stop that came too late is not for the next job.
                boolean _ = Thread.interrupted();
                return frame;
            } catch (InterruptedException e) {
                LOG.debug("Told to stop when there was nothing to stop");
            }
        }
    }

    private void listen(Thread worker) {
        try (DataInputStream in = new DataInputStream(new FileInputStream(FileDescriptor.in))) {
            while (true) {
                Frame frame = Frame.read(in);
                if (frame.kind() == Frame.Kind.CANCEL) {
                    worker.interrupt();
                } else {
                    jobs.add(frame);
                }
            }
        } catch (IOException e) {
            // The server is gone, or wants it to end: nothing is kept here.
            Runtime.getRuntime().halt(0);
        }
    }

    private Frame answer(Frame frame) {
        try {
            return JobFrames.done(
                    models.run(JobFrames.job(frame), at -> say(JobFrames.progress(at))));
        } catch (InterruptedException e) {
            return Frame.of(Frame.Kind.STOPPED);
        } catch (ImageEngineException e) {
            LOG.info("A model failed: {}", e.sentence(), e);
            return JobFrames.failed(e);
        } catch (AppException e) {
            return JobFrames.refused(e);
        } catch (OutOfMemoryError e) {
            return JobFrames.failed(
                    new ImageEngineException(
                            Kind.FAILED,
                            "The process that runs models has not enough memory for this picture."));
        } catch (RuntimeException | StackOverflowError | LinkageError e) {
            LOG.error("A model failed", e);
            return JobFrames.failed(
                    new ImageEngineException(
                            Kind.FAILED, "The engine onnx failed. The server's log says more."));
        }
    }

    private synchronized void say(Frame frame) {
        try {
            frame.write(out);
        } catch (IOException e) {
            Runtime.getRuntime().halt(0);
        }
    }
}
