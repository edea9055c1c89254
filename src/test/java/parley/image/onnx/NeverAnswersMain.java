package parley.image.onnx;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/// A process that takes everything and does nothing, not even stop.
final class NeverAnswersMain {
    private NeverAnswersMain() {}

    public static void main(String[] words) throws IOException, InterruptedException {
        Files.createFile(Path.of(words[0]).resolve("started"));
        Thread.ofPlatform().daemon().start(NeverAnswersMain::swallow);
        new CountDownLatch(1).await();
    }

    private static void swallow() {
        try {
            System.in.transferTo(java.io.OutputStream.nullOutputStream());
            Runtime.getRuntime().halt(0);
        } catch (IOException e) {
            Runtime.getRuntime().halt(1);
        }
    }
}
