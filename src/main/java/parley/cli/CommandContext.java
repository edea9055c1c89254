package parley.cli;

/// What every command is given.
record CommandContext(Application application, Surroundings surroundings, Console console) {}
