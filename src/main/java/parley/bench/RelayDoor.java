package parley.bench;

import java.net.InetSocketAddress;
import java.util.Optional;
import parley.bench.load.Requests;
import parley.bench.target.UpstreamProcess;

/// A way to the scripted provider.
///
/// @param whole asks for an answer in one piece
/// @param streamed asks for a stream, where the contract has streams
/// @param slow asks for an answer in one piece, which the provider sends after 20 ms; only where
///   that is measured
record RelayDoor(
        String name,
        InetSocketAddress target,
        Requests whole,
        Optional<Requests> streamed,
        Optional<Requests> slow) {

    /// Without the server.
    static RelayDoor direct(UpstreamProcess upstream) {
        return new RelayDoor(
                "the provider alone",
                upstream.address(),
                Requests.always(Calls.completion(Optional.empty(), Calls.SCRIPTED, false)),
                Optional.of(
                        Requests.always(Calls.completion(Optional.empty(), Calls.SCRIPTED, true))),
                Optional.of(
                        Requests.always(
                                Calls.completion(
                                        Optional.empty(), Calls.slow(Calls.SCRIPTED), false))));
    }
}
