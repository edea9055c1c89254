package parley.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import parley.image.Workshop;
import parley.settings.Setting;

/// The program behind the commands. Making one costs nothing: parts are made by the method that
/// needs them. Every method throws [parley.error.AppException] with a sentence for what goes wrong.
public interface Application {
    /// Every setting there is.
    List<Setting<?>> settings();

    /// Starts a server, and returns when it takes requests. A start that fails leaves nothing
    /// listening and nothing open; it makes no owner token, which would be lost unseen.
    RunningServer start(Start start) throws InterruptedException;

    /// Opens the tokens of a home, making its database if there is none.
    Tokens openTokens(Start start);

    /// Opens the accounts of a home.
    Accounts openAccounts(Start start);

    /// Copies everything the home holds into one new file, while a server may be running.
    ///
    /// @return one sentence on what was copied
    String backup(Start start, Path file);

    /// Fills the home from a backup. No server is running in it.
    ///
    /// @param replace whether what the home holds may be replaced; if not, a home that holds
    ///   anything is refused
    /// @return one sentence on what was restored
    String restore(Start start, Path file, boolean replace);

    /// Looks at the database, the providers and whatever else only the program knows. Changes
    /// nothing: a database that is not there yet is not made.
    List<Check> checks(Start start) throws InterruptedException;

    /// What makes pictures without a server, with the engines that the settings name.
    Workshop workshop(Start start);

    /// What to ask a server in training for, so that the code for it is ready in the cache.
    List<TrainingRequest> training();

    /// Further commands by their names. What is made is annotated with picocli's `@Command`, and
    /// only made when it is asked for, since reading annotations costs time at every start.
    Map<String, Supplier<Object>> commands();
}
