package parley.bench.load;

/// An answer to one call.
///
/// @param text the body
public record Reply(int status, String text) {
    public boolean isGood() {
        return status >= 200 && status <= 299;
    }
}
