package parley.dialect;

import parley.completion.Completion;
import parley.http.Exchange;
import parley.http.RateHeaders;

/// What the head of an answer tells that no conversation keeps: the one place for it.
public final class AnswerHeaders {
    private AnswerHeaders() {}

    /// `X-Model-Used`: the model that answers, or is asked as long as none does; and what the
    /// account has left.
    public static void set(Exchange exchange, Completion completion, RateHeaders.Family family) {
        RateHeaders.set(exchange, completion.limits(), family);
        exchange.setHeader("X-Model-Used", completion.call().model().fullName());
    }
}
