package parley.conversation;

import java.util.OptionalLong;

/// Which of an account's complete turns are wanted, in the order in which they began.
///
/// @param contract only those that this contract asked for
/// @param newestFirst whether the order is turned round
/// @param after only those that come after this one in that order
/// @param limit the most to return
public record TurnQuery(
        long accountId, String contract, boolean newestFirst, OptionalLong after, int limit) {}
