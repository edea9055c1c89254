package parley;

import parley.cli.Program;

/// The program's entry.
public final class Main {
    private Main() {}

    public static void main(String[] words) {
        System.exit(Program.ofProcess(new ParleyApplication()).run(words));
    }
}
