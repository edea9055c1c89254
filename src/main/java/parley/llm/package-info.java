/// The contract between Parley and anything that can answer: providers, requests, events.
@NullMarked
package parley.llm;

import org.jspecify.annotations.NullMarked;
