package parley.reply;

/// What has to be done with a request that brings a key.
public sealed interface ReplyBeginning {
    /// The key was free, and is now taken: the work is to be done.
    record Taken() implements ReplyBeginning {}

    /// The same request was answered before.
    record Kept(Reply reply) implements ReplyBeginning {}

    /// The same request is being answered.
    record Running() implements ReplyBeginning {}

    /// The key belongs to another request.
    record OtherRequest() implements ReplyBeginning {}
}
