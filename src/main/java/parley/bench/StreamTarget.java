package parley.bench;

import java.net.InetSocketAddress;
import java.util.Optional;
import parley.bench.target.ProcessFigures;
import parley.bench.target.ServerProcess;
import parley.bench.target.UpstreamProcess;

/// Something that streams at a pace it is asked for.
///
/// @param extraEvents how many events a stream has beside one for each token
record StreamTarget(
        InetSocketAddress address, ProcessFigures figures, int extraEvents, PacedRequest request) {

    /// Asks for an exact number of tokens.
    @FunctionalInterface
    interface PacedRequest {
        byte[] bytes(int tokens, long millisApart);
    }

    static StreamTarget of(ServerProcess server) {
        String token = server.ownerToken();
        return new StreamTarget(
                server.address(),
                server.figures(),
                0,
                (tokens, millisApart) ->
                        Calls.chat(
                                token,
                                Calls.BUILT_IN,
                                true,
                                Calls.tokensAtPace(tokens, millisApart)));
    }

    /// A bare server, which sends the finish and the usage as events of their own.
    static StreamTarget of(UpstreamProcess upstream) {
        return new StreamTarget(
                upstream.address(),
                upstream.figures(),
                2,
                (tokens, millisApart) ->
                        Calls.completion(
                                Optional.empty(),
                                "bench-pace-%d-%d".formatted(millisApart, tokens),
                                true));
    }
}
