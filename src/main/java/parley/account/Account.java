package parley.account;

import java.time.Instant;

/// Whoever owns conversations. The account with id 1 is the owner, made at first start.
public record Account(long id, String name, Instant createdAt) {
    public static final long OWNER_ID = 1;
    public static final String OWNER_NAME = "owner";
}
