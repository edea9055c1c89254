package parley.cli;

import java.util.List;
import parley.account.TieredAccount;

/// The accounts of a home.
public interface Accounts extends AutoCloseable {
    /// All accounts, oldest first.
    List<TieredAccount> list();

    /// Gives the account of this name a tier. A running server notices within a second.
    ///
    /// @return whether there is such an account
    /// @throws parley.error.AppException if there is no such tier
    boolean setTier(String accountName, String tier);

    @Override
    void close();
}
