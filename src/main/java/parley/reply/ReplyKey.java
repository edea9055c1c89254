package parley.reply;

import parley.conversation.IdempotencyKey;

/// Under what a reply is kept: keys are apart for each account and contract.
public record ReplyKey(long accountId, String contract, IdempotencyKey key) {}
