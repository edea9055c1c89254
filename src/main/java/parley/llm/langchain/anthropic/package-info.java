/// Anthropic's Messages API, read and written as it is on the wire: LangChain4j's model of it puts
/// the parts of an answer in an order of its own, and joins what was signed apart
/// (docs/decisions/0011).
@NullMarked
package parley.llm.langchain.anthropic;

import org.jspecify.annotations.NullMarked;
