package parley.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import parley.account.Account;
import parley.account.Token;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `parley token`: the tokens by which clients say who they are.
@Command(
        name = "token",
        synopsisSubcommandLabel = "COMMAND",
        description = "Makes, lists and revokes the tokens of clients.",
        footer = {
            "",
            "Examples:",
            "  parley token create",
            "  parley token create --account anna",
            "  parley token list",
            "  parley token revoke 3"
        })
final class TokenCommand {
    static CommandLine commandLine(CommandContext context) {
        return new CommandLine(new TokenCommand())
                .addSubcommand(new Create(context))
                .addSubcommand(new ListAll(context))
                .addSubcommand(new Revoke(context));
    }

    @Command(
            name = "create",
            description =
                    "Makes a token and prints it, alone on the last line. It is shown only once.",
            footer = {
                "",
                "Examples:",
                "  parley token create",
                "  parley token create --account anna --tier free",
                "  TOKEN=$(parley token create --account anna | tail -n 1)"
            })
    private static final class Create extends HomeCommand {
        @Option(
                names = "--account",
                paramLabel = "NAME",
                description = "Whose token it is; made if new. Default: ${DEFAULT-VALUE}.",
                defaultValue = Account.OWNER_NAME)
        private String account = Account.OWNER_NAME;

        @Option(
                names = "--tier",
                paramLabel = "TIER",
                description = "What the account may use from now on: free, pro or unlimited.")
        private @Nullable String tier;

        Create(CommandContext context) {
            super(context);
        }

        @Override
        public Integer call() {
            Start start = options.start(context);
            if (account.isBlank()) {
                throw new CommandFailure("--account needs a name that is not empty.");
            }
            options.home(context).create();
            try (Tokens tokens = context.application().openTokens(start)) {
                context.console().say(tokens.create(account.strip(), Optional.ofNullable(tier)));
            }
            return 0;
        }
    }

    @Command(
            name = "list",
            description = "Lists the tokens: never the tokens themselves, only how they begin.",
            footer = {"", "Example:", "  parley token list --account anna"})
    private static final class ListAll extends HomeCommand {
        @Option(
                names = "--account",
                paramLabel = "NAME",
                description = "Only the tokens of this account.")
        private @Nullable String account;

        ListAll(CommandContext context) {
            super(context);
        }

        @Override
        public Integer call() {
            Start start = options.start(context);
            options.home(context).requireExisting();
            try (Tokens tokens = context.application().openTokens(start)) {
                print(tokens.list(Optional.ofNullable(account)));
            }
            return 0;
        }

        private void print(List<Token> tokens) {
            List<List<String>> rows = new ArrayList<>();
            rows.add(List.of("ID", "ACCOUNT", "BEGINS WITH", "CREATED", "STATE"));
            for (Token token : tokens) {
                rows.add(
                        List.of(
                                String.valueOf(token.id()),
                                token.accountName(),
                                token.preview(),
                                token.createdAt().toString(),
                                token.revokedAt().map(at -> "revoked " + at).orElse("valid")));
            }
            TextTable.lines(rows).forEach(line -> context.console().say(line));
        }
    }

    @Command(
            name = "revoke",
            description = "Revokes a token for good.",
            footer = {"", "Example:", "  parley token revoke 3"})
    private static final class Revoke extends HomeCommand {
        @Parameters(paramLabel = "ID", description = "Its number in: parley token list.")
        private long id;

        Revoke(CommandContext context) {
            super(context);
        }

        @Override
        public Integer call() {
            Start start = options.start(context);
            options.home(context).requireExisting();
            try (Tokens tokens = context.application().openTokens(start)) {
                if (!tokens.revoke(id)) {
                    throw new CommandFailure(
                            "There is no valid token %s; \"parley token list\" shows them all."
                                    .formatted(id));
                }
            }
            context.console().say("Token %s is revoked.".formatted(id));
            return 0;
        }
    }
}
