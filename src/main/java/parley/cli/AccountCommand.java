package parley.cli;

import java.util.ArrayList;
import java.util.List;
import parley.account.AccountContents;
import parley.account.TieredAccount;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `parley account`: who may use the server, and how much; and who no longer.
@Command(
        name = "account",
        synopsisSubcommandLabel = "COMMAND",
        description = "Lists the accounts, says how much each may use, and deletes them.",
        footer = {
            "",
            "Examples:",
            "  parley account list",
            "  parley account tier anna free",
            "  parley account delete anna"
        })
final class AccountCommand {
    static CommandLine commandLine(CommandContext context) {
        return new CommandLine(new AccountCommand())
                .addSubcommand(new ListAll(context))
                .addSubcommand(new SetTier(context))
                .addSubcommand(new Delete(context));
    }

    @Command(
            name = "list",
            description = "Lists the accounts and their tiers.",
            footer = {"", "Example:", "  parley account list"})
    private static final class ListAll extends HomeCommand {
        ListAll(CommandContext context) {
            super(context);
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
    private static final class SetTier extends HomeCommand {
        @Parameters(index = "0", paramLabel = "NAME", description = "The account.")
        private String name = "";

        @Parameters(index = "1", paramLabel = "TIER", description = "free, pro or unlimited.")
        private String tier = "";

        SetTier(CommandContext context) {
            super(context);
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

    @Command(
            name = "delete",
            description = {
                "Deletes an account for good, with all that is its own: conversations, documents,",
                "pictures, data, prompts, tokens, usage. Says first what that is; --yes deletes it.",
                "The server may be running. Backups made before still have it."
            },
            footer = {
                "",
                "Examples:",
                "  parley account delete anna",
                "  parley account delete anna --yes"
            })
    private static final class Delete extends HomeCommand {
        @Parameters(paramLabel = "NAME", description = "The account.")
        private String name = "";

        @Option(names = "--yes", description = "Deletes it. Without, it is only said what it has.")
        private boolean yes;

        Delete(CommandContext context) {
            super(context);
        }

        @Override
        public Integer call() {
            Start start = options.start(context);
            options.home(context).requireExisting();
            try (Accounts accounts = context.application().openAccounts(start)) {
                AccountContents contents = accounts.contents(name);
                if (!yes) {
                    throw new CommandFailure(
                            "Account %s has %s. Nothing was deleted. To delete all of it for good, add --yes."
                                    .formatted(name, words(contents)));
                }
                accounts.delete(name);
                context.console()
                        .say("Account %s is deleted, with %s.".formatted(name, words(contents)));
            }
            return 0;
        }

        private static String words(AccountContents contents) {
            return "%s, %s, %s, %s and %s"
                    .formatted(
                            count(contents.conversations(), "conversation"),
                            count(contents.documents(), "document"),
                            count(contents.pictures(), "picture"),
                            count(contents.dataSources(), "data source"),
                            count(contents.tokens(), "token"));
        }

        private static String count(long number, String thing) {
            return number + " " + thing + (number == 1 ? "" : "s");
        }
    }
}
