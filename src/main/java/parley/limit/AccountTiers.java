package parley.limit;

import java.util.function.LongFunction;
import parley.account.Account;
import parley.account.AccountService;

/// Which tier an account has: the one it was given, else that of the settings. The owner of a
/// server that was set up for oneself is not limited by surprise.
final class AccountTiers implements LongFunction<Tier> {
    private final AccountService accounts;
    private final LimitSettings settings;
    private final Tier fallback;

    AccountTiers(AccountService accounts, LimitSettings settings) {
        this.accounts = accounts;
        this.settings = settings;
        this.fallback = settings.tiers().getOrDefault(settings.fallback(), Tier.UNLIMITED);
    }

    @Override
    public Tier apply(long accountId) {
        Tier ungiven = accountId == Account.OWNER_ID ? Tier.UNLIMITED : fallback;
        return accounts.tierOf(accountId)
                .map(name -> settings.tiers().getOrDefault(name, ungiven))
                .orElse(ungiven);
    }
}
