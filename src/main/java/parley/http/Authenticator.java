package parley.http;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import parley.account.Account;
import parley.error.AppException;
import parley.error.ErrorCode;

/// Finds out who calls. A token that is there is always checked, even where none is needed.
final class Authenticator {
    private static final String SCHEME = "Bearer ";

    private final Callers callers;
    private final boolean tokensRequired;

    Authenticator(Callers callers, boolean tokensRequired) {
        this.callers = callers;
        this.tokensRequired = tokensRequired;
    }

    /// Who calls; empty on a route that is open to everybody. May block.
    ///
    /// @throws AppException 401 for a wrong token, or for none where one is needed
    Optional<Account> authenticate(RequestHead head, Access access) {
        return switch (access) {
            case OPEN -> Optional.empty();
            case CALLER -> Optional.of(byToken(head).orElseGet(this::ownerWithoutToken));
            case TOKEN -> Optional.of(byToken(head).orElseThrow(Authenticator::tokenMissing));
        };
    }

    private Account ownerWithoutToken() {
        if (tokensRequired) {
            throw tokenMissing();
        }
        return callers.owner();
    }

    private Optional<Account> byToken(RequestHead head) {
        List<String> authorizations = head.all("Authorization");
        List<String> keys = head.all("x-api-key");
        if (authorizations.isEmpty() && keys.isEmpty()) {
            return Optional.empty();
        }
        if (authorizations.size() > 1 || keys.size() > 1) {
            throw unauthenticated("The request has more than one token; send one.");
        }
        Set<String> tokens = new HashSet<>();
        authorizations.forEach(value -> tokens.add(bearerToken(value)));
        keys.forEach(value -> tokens.add(value.strip()));
        if (tokens.size() > 1) {
            throw unauthenticated("Authorization and x-api-key hold different tokens; send one.");
        }
        return Optional.of(account(tokens.iterator().next()));
    }

    private Account account(String token) {
        if (token.isEmpty()) {
            throw unauthenticated("The token is empty.");
        }
        return callers.findByToken(token)
                .orElseThrow(() ->
                        unauthenticated(
                                "The token is not known, or was revoked. `parley token`"
                                        + " makes a new one."));
    }

    private static String bearerToken(String authorization) {
        if (!authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            throw unauthenticated("The Authorization header must have the form: Bearer <token>.");
        }
        return authorization.substring(SCHEME.length()).strip();
    }

    private static AppException tokenMissing() {
        return unauthenticated(
                "This needs a token, sent as Authorization: Bearer <token>. `parley token` makes"
                        + " one.");
    }

    private static AppException unauthenticated(String sentence) {
        return new AppException(ErrorCode.UNAUTHENTICATED, sentence);
    }
}
