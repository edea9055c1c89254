package parley.cli;

import java.util.List;
import parley.account.AccountContents;
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

    /// How much the account of this name has.
    ///
    /// @throws parley.error.AppException if there is none of that name, or it is the owner's
    AccountContents contents(String accountName);

    /// Deletes the account of this name and all that is its own, for good. A running server lets
    /// its tokens in no more.
    ///
    /// @throws parley.error.AppException if there is none of that name, or it is the owner's
    void delete(String accountName);

    @Override
    void close();
}
