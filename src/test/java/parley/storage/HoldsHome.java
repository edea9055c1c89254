package parley.storage;

import java.io.IOException;
import java.nio.file.Path;

/// Takes a home, says so, and keeps it until its input ends.
final class HoldsHome {
    private HoldsHome() {}

    public static void main(String[] args) throws IOException {
        try (HomeLock _ = HomeLock.acquire(Path.of(args[0]))) {
            System.out.println("held");
            System.in.transferTo(System.out);
        }
    }
}
