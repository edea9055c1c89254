package parley.image.onnx;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A process that dies in the middle of its first job, as one does whose native code broke; started
/// again it runs models. Whether it died before is a file beside the models.
final class DiesOnceMain {
    private DiesOnceMain() {}

    public static void main(String[] words) throws IOException {
        Path died = Path.of(words[0]).resolve("died");
        if (Files.exists(died)) {
            ModelProcessMain.main(words);
            return;
        }
        Frame.read(new DataInputStream(System.in));
        Files.createFile(died);
        Runtime.getRuntime().halt(134);
    }
}
