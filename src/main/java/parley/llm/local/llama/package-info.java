/// llama.cpp, called through `java.lang.foreign`. Used only in the process that runs a model: what
/// goes wrong in here can end that process.
///
/// Everything in this package fits [parley.llm.local.llama.Llama#VERSION] and no other: the layouts
/// of the C structures change from one version to the next without a sign.
@NullMarked
package parley.llm.local.llama;

import org.jspecify.annotations.NullMarked;
