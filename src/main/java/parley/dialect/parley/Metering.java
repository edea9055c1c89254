package parley.dialect.parley;

import java.time.InstantSource;
import parley.ledger.GroupedLedger;
import parley.limit.Limits;
import parley.llm.TokenCounter;

/// What tells an account what it used, has left, and would use.
public record Metering(
        GroupedLedger ledger, Limits limits, TokenCounter tokens, InstantSource clock) {}
