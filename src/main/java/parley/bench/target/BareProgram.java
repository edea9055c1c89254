package parley.bench.target;

import java.io.IOException;

/// The least that a Java program can be: says one line, and ends when its input does.
public final class BareProgram {
    private BareProgram() {}

    public static void main(String[] arguments) throws IOException {
        System.out.println("ready");
        while (System.in.read() >= 0) {
            // Nothing is said to it: only the end matters.
        }
    }
}
