package parley.llm.builtin.skill;

import java.util.List;
import java.util.Set;

/// Something the engine can explain.
///
/// @param id its heading: `backup`
/// @param phraseStems what it is asked for by: the stems of each phrase
/// @param stems the stems of all phrases
/// @param text the explanation, in Markdown
record HelpTopic(String id, List<Set<String>> phraseStems, Set<String> stems, String text) {}
