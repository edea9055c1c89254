package parley.bench.load;

/// Says what each client asks next.
@FunctionalInterface
public interface Requests {
    /// @param client the client's number, from 0
    /// @param number the request's number among all of this load, from 0
    /// @return the request, head and body; it is only read
    byte[] next(int client, long number);

    /// The same request again and again.
    static Requests always(byte[] request) {
        return (client, number) -> request;
    }
}
