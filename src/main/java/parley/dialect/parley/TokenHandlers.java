package parley.dialect.parley;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import parley.account.OwnAccount;
import parley.account.OwnToken;
import parley.dialect.AskedId;
import parley.dialect.Timestamps;
import parley.http.Exchange;
import parley.http.RequestFields;

/// Lists, makes and revokes the tokens of the account that asks.
final class TokenHandlers {
    private static final String SCHEME = "bearer ";

    private final OwnAccount own;

    TokenHandlers(OwnAccount own) {
        this.own = own;
    }

    record Tokens(List<Shown> tokens) {}

    /// @param token the secret; shown once, when it is made
    /// @param name empty for one made by a command
    /// @param current whether this request was sent with it
    record Shown(
            long id,
            String name,
            String preview,
            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String token,
            @JsonProperty("created_at") String createdAt,
            @JsonProperty("last_used_at") @Nullable String lastUsedAt,
            boolean current) {
        static Shown of(OwnToken token, @Nullable String secret, OptionalLong current) {
            return new Shown(
                    token.id(),
                    token.name(),
                    token.preview(),
                    secret,
                    Timestamps.iso(token.createdAt()),
                    token.lastUsedAt().map(Timestamps::iso).orElse(null),
                    current.isPresent() && current.getAsLong() == token.id());
        }
    }

    /// The answer to a deletion.
    record Deleted(long id, boolean deleted) {}

    void list(Exchange exchange) {
        OptionalLong current = current(exchange);
        exchange.respond(
                new Tokens(
                        own.tokens(exchange.caller().id()).stream()
                                .map(token -> Shown.of(token, null, current))
                                .toList()));
    }

    void create(Exchange exchange) {
        String name = new RequestFields(exchange.json()).requiredText("name");
        OwnAccount.NewOwnToken made = own.createToken(exchange.caller().id(), name);
        exchange.respond(Shown.of(made.token(), made.secret(), OptionalLong.empty()));
    }

    void delete(Exchange exchange) {
        String asked = exchange.pathParameter("token_id");
        long id = AskedId.parse(asked).orElseThrow(() -> OwnAccount.noToken(asked));
        own.revokeToken(exchange.caller().id(), id);
        exchange.respond(new Deleted(id, true));
    }

    /// The token of this request, which was found valid before.
    private OptionalLong current(Exchange exchange) {
        return exchange.header("Authorization")
                .filter(header -> header.toLowerCase(Locale.ROOT).startsWith(SCHEME))
                .map(header -> header.substring(SCHEME.length()))
                .or(() -> exchange.header("x-api-key"))
                .map(String::strip)
                .map(own::findToken)
                .orElse(OptionalLong.empty());
    }
}
