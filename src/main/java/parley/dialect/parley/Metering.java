package parley.dialect.parley;

import java.time.InstantSource;
import parley.document.DocumentContext;
import parley.ledger.GroupedLedger;
import parley.limit.Limits;
import parley.llm.TokenCounter;

/// What tells an account what it used, has left, and would use.
///
/// @param documents what a conversation's documents add to what is asked in it
public record Metering(
        GroupedLedger ledger,
        Limits limits,
        TokenCounter tokens,
        DocumentContext documents,
        InstantSource clock) {}
