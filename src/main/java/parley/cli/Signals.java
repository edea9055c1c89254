package parley.cli;

import java.lang.reflect.Proxy;
import java.util.function.IntConsumer;

/// Hears the signals of the operating system. The class that does it, `sun.misc.Signal`, is
/// supported by every JDK but not visible to a compiler that is told a release: hence reflection.
final class Signals {
    /// What Ctrl-C sends.
    static final String INTERRUPT = "INT";

    /// What service managers send to ask for the end.
    static final String TERMINATE = "TERM";

    private Signals() {}

    /// Calls the handler with the signal's number, on a new thread, each time the signal arrives.
    /// Where a Java has no such thing, the signal keeps its usual effect.
    static void handle(String name, IntConsumer handler) {
        try {
            Class<?> signal = Class.forName("sun.misc.Signal");
            Class<?> signalHandler = Class.forName("sun.misc.SignalHandler");
            Object proxy =
                    Proxy.newProxyInstance(
                            Signals.class.getClassLoader(),
                            new Class<?>[] {signalHandler},
                            (self, method, arguments) -> {
                                handler.accept(
                                        (int) signal.getMethod("getNumber").invoke(arguments[0]));
                                return null;
                            });
            signal.getMethod("handle", signal, signalHandler)
                    .invoke(null, signal.getConstructor(String.class).newInstance(name), proxy);
        } catch (ReflectiveOperationException e) {
            // Documented above: the signal then ends the process as it always did.
        }
    }
}
