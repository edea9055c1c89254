package parley.bench.target;

import java.io.IOException;

/// The scripted provider as a program: prints its port, and ends when its input does, so that it
/// never outlives whoever started it.
public final class UpstreamMain {
    private UpstreamMain() {}

    public static void main(String[] arguments) throws IOException {
        try (ScriptedUpstream upstream = ScriptedUpstream.start()) {
            System.out.println(upstream.address().getPort());
            while (System.in.read() >= 0) {
                // Nothing is said to it: only the end matters.
            }
        }
    }
}
