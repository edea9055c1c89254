package parley.image.intake;

import java.net.URI;
import java.util.Locale;
import java.util.Map;
import parley.error.AppException;

/// Fetches files from public addresses, and tells them things. What an address resolves to is
/// looked at once, and that is what is connected to. Safe for use by many threads.
public interface Fetcher {
    /// @param field what the address is called in sentences
    /// @param most how many bytes are taken
    /// @throws AppException (400) the address is not public, or of no kind that is fetched; (413)
    ///   there is more; (422) nothing comes, or an error
    byte[] get(String field, URI address, long most) throws InterruptedException;

    /// Looks at an address that is to be told something later. Connects to nothing. Where names are
    /// resolved, one that is not public is refused too.
    ///
    /// @throws AppException (400) the address is of no kind that is fetched, or names nobody
    default void check(String field, URI address) throws InterruptedException {
        String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
        boolean isWeb = scheme.equals("http") || scheme.equals("https");
        if (!isWeb || address.getHost() == null || address.getUserInfo() != null) {
            throw AppException.invalid(
                    field, "%s must be an http or https address without a user.".formatted(field));
        }
    }

    /// Sends JSON to an address, once.
    ///
    /// @return the status
    /// @throws AppException as [#get]
    int post(String field, URI address, Map<String, String> headers, byte[] json)
            throws InterruptedException;
}
