package parley.bench;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Optional;
import parley.bench.load.Call;
import parley.bench.load.Requests;
import parley.bench.target.ServerProcess;
import parley.bench.target.UpstreamProcess;

/// A way to the scripted provider.
///
/// @param whole asks for an answer in one piece
/// @param streamed asks for a stream
/// @param slow asks for an answer in one piece, which the provider sends after 20 ms
record RelayDoor(
        String name, InetSocketAddress target, Requests whole, Requests streamed, Requests slow) {

    /// Without the server.
    static RelayDoor direct(UpstreamProcess upstream) {
        return completions(
                "the provider alone", upstream.address(), Optional.empty(), Calls.SCRIPTED);
    }

    /// Through the server's own contract, which keeps question and answer.
    static RelayDoor stored(ServerProcess server) {
        String token = server.ownerToken();
        String slow = slow(Calls.RELAYED);
        return new RelayDoor(
                "stored (/v1/chat/stream)",
                server.address(),
                Requests.always(Calls.chat(token, Calls.RELAYED, false, "Hello")),
                Requests.always(Calls.chat(token, Calls.RELAYED, true, "Hello")),
                Requests.always(Calls.chat(token, slow, false, "Hello")));
    }

    /// Through OpenAI's contract, which keeps nothing.
    static RelayDoor unstored(ServerProcess server) {
        return completions(
                "not stored (/v1/chat/completions)",
                server.address(),
                Optional.of(server.ownerToken()),
                Calls.RELAYED);
    }

    private static RelayDoor completions(
            String name, InetSocketAddress target, Optional<String> token, String model) {
        return new RelayDoor(
                name,
                target,
                Requests.always(Calls.completion(token, model, false)),
                Requests.always(Calls.completion(token, model, true)),
                Requests.always(Calls.completion(token, slow(model), false)));
    }

    private static String slow(String model) {
        return model + "-wait-20";
    }

    /// Whether the server speaks this contract.
    boolean isThere() {
        try {
            return Call.send(target, whole.next(0, 0)).isGood();
        } catch (IOException e) {
            return false;
        }
    }
}
