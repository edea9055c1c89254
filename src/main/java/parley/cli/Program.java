package parley.cli;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/// The command line of Parley: reads the words, runs the command, explains failures.
///
/// Exit codes: 0 done; 1 not done, with one sentence on standard error; 2 the words make no sense.
public final class Program {
    private final Map<String, Supplier<Object>> commands = new LinkedHashMap<>();
    private final CommandContext context;

    public Program(
            Application application, Surroundings surroundings, PrintWriter out, PrintWriter err) {
        context =
                new CommandContext(application, surroundings, new Console(out, err, surroundings));
        commands.put("serve", () -> new ServeCommand(context));
        commands.put("chat", () -> new ChatCommand(context));
        commands.put("models", () -> ModelsCommand.commandLine(context));
        commands.put("token", () -> TokenCommand.commandLine(context));
        commands.put("account", () -> AccountCommand.commandLine(context));
        commands.put("doctor", () -> new DoctorCommand(context));
        commands.put("settings", () -> new SettingsCommand(context));
        commands.put("backup", () -> new BackupCommand(context));
        commands.put("restore", () -> new RestoreCommand(context));
        commands.put("export", () -> new ExportCommand(context));
        commands.put("import", () -> new ImportCommand(context));
        commands.put("test", TestCommand::new);
        commands.putAll(application.commands());
        commands.put("version", () -> new VersionCommand(context.console()));
        commands.put("train", () -> new TrainCommand(context));
        commands.put("ask", () -> new AskCommand(context));
        commands.put("xmr", () -> new XmrCommand(context));
        commands.put("image", () -> ImageCommand.commandLine(context));
    }

    /// The program of this process.
    public static Program ofProcess(Application application) {
        return new Program(
                application,
                Surroundings.ofProcess(),
                new PrintWriter(System.out, false, System.out.charset()),
                new PrintWriter(System.err, false, System.err.charset()));
    }

    /// Runs one command.
    ///
    /// @return the exit code
    public int run(String... words) {
        String first = words.length == 0 ? "--help" : words[0];
        CommandLine commandLine = commandLine(first);
        int code = commandLine.execute(words.length == 0 ? new String[] {first} : words);
        commandLine.getOut().flush();
        commandLine.getErr().flush();
        return code;
    }

    /// The command line as far as this first word needs it: picocli takes some 10 ms to read the
    /// annotations of a command, and no start-up cache helps with that.
    private CommandLine commandLine(String first) {
        Console console = context.console();
        var commandLine = new CommandLine(root());
        Supplier<Object> asked = commands.get(first);
        if (asked == null) {
            commands.forEach((name, command) -> commandLine.addSubcommand(name, command.get()));
        } else {
            commandLine.addSubcommand(first, asked.get());
        }
        addHelp(commandLine);
        Ansi ansi = console.hasColour() ? Ansi.ON : Ansi.OFF;
        return commandLine
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setOut(console.out())
                .setErr(console.err())
                .setColorScheme(CommandLine.Help.defaultColorScheme(ansi))
                .setParameterExceptionHandler(new Misunderstanding())
                .setExecutionExceptionHandler(new Explanation(context));
    }

    private static CommandSpec root() {
        CommandSpec root =
                CommandSpec.create()
                        .name("parley")
                        .addOption(
                                OptionSpec.builder("-V", "--version")
                                        .versionHelp(true)
                                        .description("Prints the version.")
                                        .build())
                        .version("parley " + Version.parley());
        root.usageMessage()
                .synopsisSubcommandLabel("COMMAND")
                .description("A self-hosted conversation server.")
                .footer(
                        "",
                        "Begin with:",
                        "  parley serve               start the server",
                        "  parley chat                talk to it here",
                        "  parley COMMAND --help      what a command takes, with examples");
        return root;
    }

    private static void addHelp(CommandLine command) {
        CommandSpec spec = command.getCommandSpec();
        if (spec.findOption("--help") == null) {
            spec.addOption(
                    OptionSpec.builder("-h", "--help")
                            .usageHelp(true)
                            .description("Shows this help.")
                            .build());
        }
        command.getSubcommands().values().forEach(Program::addHelp);
    }
}
