package parley.llm.builtin.skill;

import java.util.regex.Pattern;

/// Something that can be done to a text.
///
/// @param wanted what an instruction for it contains, in lower case
/// @param work what it does
record TextTool(Pattern wanted, Work work) {
    /// What a tool does to a text.
    @FunctionalInterface
    interface Work {
        /// @param text what it is done to, as it was written
        /// @param instruction what was asked for, in lower case
        String apply(String text, String instruction) throws InterruptedException;
    }

    static TextTool of(String wanted, Work work) {
        return new TextTool(Pattern.compile(wanted), work);
    }

    boolean isWanted(String instruction) {
        return wanted.matcher(instruction).find();
    }
}
