package parley.image;

import java.nio.file.Path;
import java.util.concurrent.Semaphore;

/// A server whose engine never ends: takes three tasks, prints their ids once they are taken, says
/// that two are in work, and waits to be killed.
final class DrawsUntilKilled {
    static final String READY = "in work";

    private DrawsUntilKilled() {}

    public static void main(String[] args) throws InterruptedException {
        try (TaskBench bench = new TaskBench(Path.of(args[0]))) {
            PuppetEngine engine = new PuppetEngine("puppet").waitsFor(new Semaphore(0));
            ImageTasks tasks = bench.server(engine);
            for (int i = 1; i <= 3; i++) {
                ImageTask task =
                        bench.asking(TaskBench.upscaling(2))
                                .of(TaskBench.png(i, 4, i))
                                .sentTo(tasks);
                System.out.println(task.id());
            }
            engine.jobs.take();
            engine.jobs.take();
            System.out.println(READY);
            new Semaphore(0).acquire();
        }
    }
}
