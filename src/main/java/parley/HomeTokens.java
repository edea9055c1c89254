package parley;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import parley.account.AccountService;
import parley.account.Token;
import parley.cli.Tokens;
import parley.storage.OpenStores;

/// The tokens of a home, over stores of their own: a server may be running beside.
final class HomeTokens implements Tokens {
    private final OpenStores stores;
    private final AccountService accounts;

    HomeTokens(OpenStores stores, InstantSource clock) {
        this.stores = stores;
        this.accounts = new AccountService(stores.accounts(), new SecureRandom(), clock);
    }

    @Override
    public String create(String accountName, Optional<String> tier) {
        tier.ifPresent(HomeAccounts::check);
        String secret = accounts.createToken(accountName).secret();
        tier.ifPresent(name -> accounts.setTier(accountName, name));
        return secret;
    }

    @Override
    public List<Token> list(Optional<String> accountName) {
        return accounts.listTokens(accountName);
    }

    @Override
    public boolean revoke(long tokenId) {
        return accounts.revokeToken(tokenId);
    }

    @Override
    public void close() {
        stores.close();
    }
}
