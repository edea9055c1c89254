/// Models behind OpenAI's API, wherever it is spoken. LangChain4j knows the wire format; the
/// transport below it is a small blocking HTTP/1.1 client of this package, because a provider's
/// call has to run on the thread that asks, deliver each event as it arrives, and end at once when
/// that thread is interrupted.
@NullMarked
package parley.llm.langchain;

import org.jspecify.annotations.NullMarked;
