package parley.llm.local.llama;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.file.Path;

/// The functions of some native libraries, by name. They stay loaded for good. Everything that the
/// virtual machine only allows with `--enable-native-access` is in here.
@SuppressWarnings("restricted")
final class Functions {
    static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT;
    static final ValueLayout.OfLong SIZE = ValueLayout.JAVA_LONG;
    static final ValueLayout.OfFloat FLOAT = ValueLayout.JAVA_FLOAT;
    static final ValueLayout.OfBoolean BOOL = ValueLayout.JAVA_BOOLEAN;
    static final java.lang.foreign.AddressLayout POINTER = ValueLayout.ADDRESS;

    private final Linker linker = Linker.nativeLinker();
    private SymbolLookup symbols = _ -> java.util.Optional.empty();

    void load(Path library) {
        try {
            symbols = symbols.or(SymbolLookup.libraryLookup(library, Arena.global()));
        } catch (IllegalArgumentException e) {
            throw new LlamaException(
                    "The library %s cannot be loaded on this machine."
                            .formatted(library.getFileName()));
        }
    }

    /// A function that returns something.
    MethodHandle returning(MemoryLayout result, String name, MemoryLayout... parameters) {
        return find(name, FunctionDescriptor.of(result, parameters));
    }

    MethodHandle action(String name, MemoryLayout... parameters) {
        return find(name, FunctionDescriptor.ofVoid(parameters));
    }

    private MethodHandle find(String name, FunctionDescriptor descriptor) {
        return linker.downcallHandle(
                symbols.find(name)
                        .orElseThrow(() ->
                                new LlamaException(
                                        "The library has no %s: it is not llama.cpp %s."
                                                .formatted(name, Llama.VERSION))),
                descriptor);
    }

    /// What a pointer points to.
    static MemorySegment view(MemorySegment pointer, long bytes) {
        return pointer.reinterpret(bytes);
    }

    /// A native call does not throw; what comes here is a mistake in the call.
    static RuntimeException broken(Throwable thrown) {
        if (thrown instanceof Error error) {
            throw error;
        }
        return new IllegalStateException("A native call was made in a wrong way.", thrown);
    }
}
