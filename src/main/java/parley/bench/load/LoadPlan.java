package parley.bench.load;

import java.net.InetSocketAddress;
import java.time.Duration;

/// What a load consists of: clients that each ask, wait for the whole answer, and ask again. It
/// ends when either limit is reached and what is under way has been answered.
///
/// @param clients how many ask at the same time, each on its own connection
/// @param mostRequests how many requests there are, over all clients
/// @param longest after this time no further request is made
/// @param patience how long one answer may take before it counts as failed
/// @param pace the time from one event of a stream to the next, if there is one; else zero
public record LoadPlan(
        InetSocketAddress target,
        Requests requests,
        int clients,
        long mostRequests,
        Duration longest,
        Duration patience,
        Duration pace) {
    private static final Duration USUAL_PATIENCE = Duration.ofSeconds(30);
    private static final Duration NO_LIMIT = Duration.ofMinutes(10);

    public LoadPlan {
        if (clients < 1) {
            throw new IllegalArgumentException("A load needs at least one client.");
        }
    }

    /// As many requests as go into a time.
    public static LoadPlan during(
            Duration time, InetSocketAddress target, int clients, Requests requests) {
        return new LoadPlan(
                target, requests, clients, Long.MAX_VALUE, time, USUAL_PATIENCE, Duration.ZERO);
    }

    /// As long as a number of requests takes.
    public static LoadPlan times(
            long number, InetSocketAddress target, int clients, Requests requests) {
        return new LoadPlan(
                target, requests, clients, number, NO_LIMIT, USUAL_PATIENCE, Duration.ZERO);
    }

    /// One stream for each client, at a steady pace.
    public LoadPlan paced(Duration newPace, Duration newPatience) {
        return new LoadPlan(target, requests, clients, clients, longest, newPatience, newPace);
    }
}
