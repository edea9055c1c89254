package parley.export.archive;

import java.io.IOException;
import java.util.Optional;
import parley.account.Account;
import parley.account.AccountStore;
import parley.export.ArchiveInput;
import parley.export.ArchiveOutput;
import parley.export.ArchiveSection;
import parley.export.ImportReport;
import tools.jackson.databind.json.JsonMapper;

/// Who the account is, and its tier. It is for reading: an account that imports stays who it is.
public final class AccountSection implements ArchiveSection {
    private final AccountStore accounts;

    public AccountSection(AccountStore accounts) {
        this.accounts = accounts;
    }

    @Override
    public String kind() {
        return "account";
    }

    @Override
    public void write(long accountId, ArchiveOutput archive)
            throws IOException, InterruptedException {
        Optional<Account> account = accounts.findAccount(accountId);
        Optional<String> tier = accounts.findTier(accountId);
        archive.add(
                "account.json",
                out ->
                        Lines.write(
                                out,
                                JsonMapper.shared()
                                        .createObjectNode()
                                        .put("name", account.map(Account::name).orElse(""))
                                        .put("tier", tier.orElse(null))
                                        .put(
                                                "created_at",
                                                account.map(found -> found.createdAt().toString())
                                                        .orElse(null))));
    }

    @Override
    public void read(long accountId, ArchiveInput archive, ImportReport report) {
        // Nobody becomes somebody else, or gets another tier, by importing a file.
    }
}
