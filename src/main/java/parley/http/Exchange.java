package parley.http;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import parley.account.Account;
import tools.jackson.databind.JsonNode;

/// One request and its answer. Used by one thread.
public interface Exchange {
    String method();

    /// The decoded path, without a trailing slash.
    String path();

    /// What filled `{name}` in the route's path, decoded.
    String pathParameter(String name);

    /// A query parameter, decoded.
    ///
    /// @throws parley.error.AppException (400) if it is there more than once
    Optional<String> query(String name);

    Map<String, List<String>> queries();

    /// A request header, by its name in any case.
    Optional<String> header(String name);

    /// An id for this request: the client's `X-Request-Id` where it is well-formed, else one of
    /// ours.
    String requestId();

    /// Who calls.
    ///
    /// @throws IllegalStateException on a route that is open to everybody
    Account caller();

    /// The body as it came.
    byte[] body();

    /// The body as JSON: an object, without duplicate keys, without NUL or lone surrogates in its
    /// strings.
    ///
    /// @throws parley.error.AppException (400) if it is not
    JsonNode json();

    /// Whether the body is a form with files, on a route that takes other bodies too.
    boolean isForm();

    /// The body as a form with files, on a route that takes such. It is read now, while it arrives.
    /// On a route that takes files as they are ([BodyType#FILE]), one that is no form is the file
    /// of the field `file`.
    ///
    /// @throws parley.error.AppException (400) if it is not one; (413) if it is too long; (507) if
    ///   the disk is full
    Upload upload() throws InterruptedException;

    /// From now on what goes wrong is told as this dialect tells it, whoever's route this is: the
    /// body showed that its client speaks that one.
    void failAs(Dialect dialect);

    /// Sets a header of the answer, in place of one of that name. Must come before the answer
    /// begins.
    ///
    /// @throws IllegalArgumentException if the value holds line breaks, other control characters,
    ///   or anything beyond ISO 8859-1
    void setHeader(String name, String value);

    /// Answers 200 with JSON.
    void respond(Object json);

    /// Answers with JSON.
    void respond(int status, Object json);

    /// Answers with bytes. A long answer waits while the client reads slowly.
    ///
    /// @throws ClientGoneException if the client leaves during a long answer
    void respond(int status, String contentType, byte[] body);

    /// Answers 200 with bytes that are made while they are sent. What fails before the first of
    /// them is sent is answered as any failure; later the connection is broken off, so that nobody
    /// takes a part for the whole.
    ///
    /// @throws ClientGoneException if the client leaves
    void respond(String contentType, Download download) throws InterruptedException;

    /// Begins an answer of server-sent events with status 200. Nothing leaves before the first
    /// event.
    EventStream startEventStream();

    /// Runs the action once, on a virtual thread of its own, if the client goes away before the
    /// answer is complete; at once if it has gone already.
    void onDisconnect(Runnable action);
}
