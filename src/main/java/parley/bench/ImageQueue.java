package parley.bench;

import java.util.Base64;
import java.util.Optional;
import parley.bench.images.SampleScene;
import parley.bench.load.RequestBytes;
import parley.bench.target.ServerOptions;
import parley.bench.target.ServerProcess;
import parley.image.ImageWish.FileForm;
import parley.image.intake.PictureCodec;
import parley.image.pixel.Size;

/// How long a client waits until its task is stored and has an id, with nothing to do and behind
/// other work; beside a turn of the built-in engine, which stores as much.
final class ImageQueue {
    private static final String TURN = "a turn of the built-in engine";
    private static final double NANOS_A_MILLI = 1e6;
    private static final Aim AIM = Aim.atMost(20);
    private static final int WARM_UPS = 8;
    private static final int WAITING = 12;

    /// How many more are sent behind those: an account may have 50 waiting.
    private static final int MOST_BEHIND = 30;

    private static final int PATIENCE_SECONDS = 20;

    private ImageQueue() {}

    static void measure(Workbench bench, Findings findings, PictureCodec codec)
            throws InterruptedException {
        bench.progress("queue");
        findings.group("queue");
        try (ServerProcess server = bench.start(bench.home(), ServerOptions.DEFAULT).awaitReady()) {
            byte[] small = upscale(codec, new Size(96, 64), 0);
            byte[] large = upscale(codec, new Size(1152, 864), 0);
            for (int i = 0; i < WARM_UPS; i++) {
                bench.call(server.address(), upscale(codec, new Size(96, 64), 20));
                bench.call(server.address(), Calls.turn());
            }
            Rounds rounds = new Rounds();
            int times = bench.scale().pick(10, 50);
            String idle = "until a task has its id, nothing waiting";
            String busy = "until a task has its id, %d before it".formatted(WAITING);
            for (int i = 0; i < times; i++) {
                rounds.add(idle, millis(bench, server, small));
                rounds.add(TURN, millis(bench, server, Calls.turn()));
            }
            // Answered when all before it are done.
            bench.call(server.address(), upscale(codec, new Size(96, 64), PATIENCE_SECONDS));
            for (int i = 0; i < WAITING; i++) {
                bench.call(server.address(), large);
            }
            for (int i = 0; i < Math.min(times, MOST_BEHIND); i++) {
                rounds.add(busy, millis(bench, server, small));
            }
            findings.add(
                    Row.of(idle, "ms", rounds.samples(idle))
                            .beside(TURN, rounds.samples(TURN))
                            .aiming(AIM));
            findings.add(Row.of(busy, "ms", rounds.samples(busy)));
        }
    }

    private static double millis(Workbench bench, ServerProcess server, byte[] request) {
        long begun = System.nanoTime();
        bench.call(server.address(), request);
        return (System.nanoTime() - begun) / NANOS_A_MILLI;
    }

    private static byte[] upscale(PictureCodec codec, Size size, int wait) {
        byte[] file = codec.write(SampleScene.of(1, size), FileForm.JPEG);
        String json =
                "{\"image\":\"%s\",\"scale_factor\":2,\"wait\":%d}"
                        .formatted(Base64.getEncoder().encodeToString(file), wait);
        return RequestBytes.postJson("/v1/features/upscale", Optional.empty(), json);
    }
}
