package parley;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import parley.account.AccountContents;
import parley.account.AccountService;
import parley.account.TieredAccount;
import parley.cli.Accounts;
import parley.error.AppException;
import parley.limit.LimitSettings;
import parley.storage.OpenStores;

/// The accounts of a home, over stores of their own: a server may be running beside.
final class HomeAccounts implements Accounts {
    private final OpenStores stores;
    private final AccountService accounts;

    HomeAccounts(OpenStores stores, InstantSource clock) {
        this.stores = stores;
        this.accounts = new AccountService(stores.accounts(), new SecureRandom(), clock);
    }

    @Override
    public List<TieredAccount> list() {
        return accounts.listAccounts();
    }

    @Override
    public boolean setTier(String accountName, String tier) {
        check(tier);
        return accounts.setTier(accountName, tier);
    }

    @Override
    public AccountContents contents(String accountName) {
        return accounts.contents(accountName);
    }

    @Override
    public void delete(String accountName) {
        accounts.deleteAccount(accountName);
    }

    @Override
    public void close() {
        stores.close();
    }

    /// @throws AppException if there is no such tier
    static void check(String tier) {
        if (!LimitSettings.names().contains(tier)) {
            throw AppException.invalid(
                    "tier",
                    "There is no tier %s; there are %s."
                            .formatted(tier, String.join(", ", LimitSettings.names())));
        }
    }
}
