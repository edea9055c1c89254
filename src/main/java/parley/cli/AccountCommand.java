package parley.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import parley.account.TieredAccount;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `parley account`: who may use the server, and how much.
@Command(
        name = "account",
        synopsisSubcommandLabel = "COMMAND",
        description = "Lists the accounts, and says how much each may use.",
        footer = {"", "Examples:", "  parley account list", "  parley account tier anna free"})
final class AccountCommand {
    static CommandLine commandLine(CommandContext context) {
        return new CommandLine(new AccountCommand())
                .addSubcommand(new ListAll(context))
                .addSubcommand(new SetTier(context));
    }

    @Command(
            name = "list",
            description = "Lists the accounts and their tiers.",
            footer = {"", "Example:", "  parley account list"})
    private static final class ListAll implements Callable<Integer> {
        private final CommandContext context;

        @Mixin private final HomeOptions options = new HomeOptions();

        ListAll(CommandContext context) {
            this.context = context;
        }

        @Override
        public Integer call() {
            Start start = options.start(context);
            options.home(context).requireExisting();
            try (Accounts accounts = context.application().openAccounts(start)) {
                print(accounts.list());
            }
            return 0;
        }

        private void print(List<TieredAccount> accounts) {
            List<List<String>> rows = new ArrayList<>();
            rows.add(List.of("ID", "ACCOUNT", "TIER", "CREATED"));
            for (TieredAccount account : accounts) {
                rows.add(
                        List.of(
                                String.valueOf(account.account().id()),
                                account.account().name(),
                                account.tier().orElse("(default)"),
                                account.account().createdAt().toString()));
            }
            TextTable.lines(rows).forEach(line -> context.console().say(line));
        }
    }

    @Command(
            name = "tier",
            description = {
                "Gives an account a tier: free, pro or unlimited. What each may use is in the settings.",
                "Holds within a second, also in a server that is running."
            },
            footer = {"", "Example:", "  parley account tier anna free"})
    private static final class SetTier implements Callable<Integer> {
        private final CommandContext context;

        @Mixin private final HomeOptions options = new HomeOptions();

        @Parameters(index = "0", paramLabel = "NAME", description = "The account.")
        private String name = "";

        @Parameters(index = "1", paramLabel = "TIER", description = "free, pro or unlimited.")
        private String tier = "";

        SetTier(CommandContext context) {
            this.context = context;
        }

        @Override
        public Integer call() {
            Start start = options.start(context);
            options.home(context).requireExisting();
            try (Accounts accounts = context.application().openAccounts(start)) {
                if (!accounts.setTier(name, tier)) {
                    throw new CommandFailure(
                            "There is no account %s; \"parley account list\" shows them all."
                                    .formatted(name));
                }
            }
            context.console().say("Account %s has the tier %s.".formatted(name, tier));
            return 0;
        }
    }
}
