/// Fetches what models on this machine need: their files from a hub, and llama.cpp from a registry
/// of packages. What was fetched is checked before it gets its name.
@NullMarked
package parley.llm.local.download;

import org.jspecify.annotations.NullMarked;
