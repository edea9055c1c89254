package parley.image.intake;

import java.io.IOException;
import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import parley.error.AppException;
import parley.error.ErrorCode;
import parley.net.AddressKind;
import parley.net.DirectHttp;
import parley.net.DirectHttp.Answer;
import parley.net.DirectHttp.Request;
import parley.net.HostLookup;
import parley.net.LargeAnswerException;

/// Fetches from public addresses alone: a name is looked up once, every address it has is looked
/// at, and what is connected to is what was looked at. Redirects are followed as if they had been
/// asked for.
public final class PublicFetcher implements Fetcher {
    private static final int MOST_REDIRECTS = 3;

    /// Nobody reads what answers to a message say, but their end must be found.
    private static final long MOST_OF_REPLY = 1 << 20;

    private static final Duration CONNECT_PATIENCE = Duration.ofSeconds(5);
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);
    private static final Map<String, String> HEADERS =
            Map.of(
                    "Accept",
                    "image/*, */*;q=0.1",
                    "Accept-Encoding",
                    "identity",
                    "User-Agent",
                    "Parley");

    private final Set<Integer> ports;
    private final HostLookup lookup;
    private final Predicate<InetAddress> isAllowed;
    private final DirectHttp http;

    public PublicFetcher(IntakeSettings settings) {
        this(
                settings.ports(),
                HostLookup.SYSTEM,
                address -> AddressKind.of(address) == AddressKind.PUBLIC,
                DirectHttp.usual(CONNECT_PATIENCE, PATIENCE));
    }

    PublicFetcher(
            Set<Integer> ports,
            HostLookup lookup,
            Predicate<InetAddress> isAllowed,
            DirectHttp http) {
        this.ports = Set.copyOf(ports);
        this.lookup = lookup;
        this.isAllowed = isAllowed;
        this.http = http;
    }

    @Override
    public byte[] get(String field, URI address, long most) throws InterruptedException {
        URI next = address;
        for (int redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
            Answer answer = send(field, "GET", next, HEADERS, new byte[0], most);
            if (answer.status() == 200) {
                return answer.body();
            }
            @Nullable String location = answer.headers().get("location");
            if (!REDIRECTS.contains(answer.status()) || location == null) {
                throw failed(
                        field, next, "it answered with status %d".formatted(answer.status()), null);
            }
            next = redirected(field, next, location);
        }
        throw failed(
                field, address, "it sends on more than %d times".formatted(MOST_REDIRECTS), null);
    }

    private static URI redirected(String field, URI from, String location) {
        try {
            return from.resolve(location);
        } catch (IllegalArgumentException e) {
            throw failed(field, from, "it sends on to something that is no address", e);
        }
    }

    @Override
    public int post(String field, URI address, Map<String, String> headers, byte[] json)
            throws InterruptedException {
        Map<String, String> all = new HashMap<>(headers);
        all.put("Content-Type", "application/json");
        all.put("User-Agent", "Parley");
        return send(field, "POST", address, all, json, MOST_OF_REPLY).status();
    }

    private Answer send(
            String field,
            String method,
            URI address,
            Map<String, String> headers,
            byte[] body,
            long most)
            throws InterruptedException {
        String host = PublicAddress.host(field, address, ports);
        try {
            List<InetAddress> targets = publicTargets(field, host);
            return http.send(new Request(method, address, headers, body), targets, most);
        } catch (LargeAnswerException e) {
            throw AppException.invalid(
                            field,
                            "%s has more than %.1f MB at \"%s\"; give a smaller one."
                                    .formatted(field, most / (double) (1 << 20), host))
                    .as(ErrorCode.TOO_LARGE);
        } catch (UnknownHostException e) {
            throw failed(field, address, "there is no such host", e);
        } catch (SocketTimeoutException e) {
            throw failed(field, address, "it took too long", e);
        } catch (SSLException e) {
            throw failed(field, address, "its certificate is not in order", e);
        } catch (IOException e) {
            throw failed(field, address, "the connection failed", e);
        }
    }

    @Override
    public void check(String field, URI address) throws InterruptedException {
        String host = PublicAddress.host(field, address, ports);
        try {
            List<InetAddress> _ = publicTargets(field, host);
        } catch (IOException e) {
            throw AppException.invalid(
                    field, "%s names the host \"%s\", which there is not.".formatted(field, host));
        }
    }

    private List<InetAddress> publicTargets(String field, String host)
            throws IOException, InterruptedException {
        List<InetAddress> targets = lookUp(host);
        if (targets.isEmpty() || !targets.stream().allMatch(isAllowed)) {
            throw AppException.invalid(
                    field,
                    "%s cannot be fetched from \"%s\", which is not on the public internet."
                            .formatted(field, host));
        }
        return targets;
    }

    /// The look-up of the machine can be neither interrupted nor bounded, so it gets a thread.
    private List<InetAddress> lookUp(String host) throws IOException, InterruptedException {
        FutureTask<List<InetAddress>> work = new FutureTask<>(() -> lookup.addresses(host));
        Thread.ofVirtual().name("look up a host").start(work);
        try {
            return work.get(CONNECT_PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new SocketTimeoutException("The look-up took too long.");
        } catch (ExecutionException e) {
            throw new UnknownHostException(host);
        }
    }

    private static AppException failed(
            String field, URI address, String reason, @Nullable Throwable cause) {
        return new AppException(
                ErrorCode.UNPROCESSABLE,
                "%s could not be fetched from \"%s\": %s."
                        .formatted(field, address.getHost(), reason),
                cause);
    }
}
