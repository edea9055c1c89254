package parley.llm.local.llama;

import static parley.llm.local.llama.Functions.INT;
import static parley.llm.local.llama.Functions.POINTER;
import static parley.llm.local.llama.Layouts.CONTEXT_PARAMS;
import static parley.llm.local.llama.Layouts.MODEL_PARAMS;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SegmentAllocator;
import java.lang.invoke.MethodHandle;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// llama.cpp, loaded into this process once and for good.
public final class Llama {
    /// The one version this binding fits.
    public static final String VERSION = "0.5.0";

    private static final int LONGEST_VERSION = 64;

    private final Functions functions = new Functions();
    private final MethodHandle modelDefaults;
    private final MethodHandle contextDefaults;
    private final ModelFunctions models;
    private final SamplerFunctions samplers;

    /// Loads the libraries of a folder, and checks that they are of the right version.
    ///
    /// @throws LlamaException if they cannot be used
    public Llama(Path folder) {
        LibraryFiles files = LibraryFiles.in(folder);
        files.all().forEach(functions::load);
        checkVersion();
        modelDefaults = functions.returning(MODEL_PARAMS, "llama_model_default_params");
        contextDefaults = functions.returning(CONTEXT_PARAMS, "llama_context_default_params");
        checkLayouts();
        models = new ModelFunctions(functions);
        samplers = new SamplerFunctions(functions);
        loadBackends(folder);
    }

    /// Loads a model.
    ///
    /// @throws LlamaException if llama.cpp cannot load it
    public LlamaModel load(Path file) {
        return new LlamaModel(this, file);
    }

    ModelFunctions models() {
        return models;
    }

    SamplerFunctions samplers() {
        return samplers;
    }

    MemorySegment modelDefaults(SegmentAllocator memory) {
        try {
            return (MemorySegment) modelDefaults.invokeExact(memory);
        } catch (Throwable e) {
            throw Functions.broken(e);
        }
    }

    MemorySegment contextDefaults(SegmentAllocator memory) {
        try {
            return (MemorySegment) contextDefaults.invokeExact(memory);
        } catch (Throwable e) {
            throw Functions.broken(e);
        }
    }

    private void checkVersion() {
        String found;
        try {
            MemorySegment text =
                    (MemorySegment) functions.returning(POINTER, "llama_version").invokeExact();
            found = Functions.view(text, LONGEST_VERSION).getString(0);
        } catch (Throwable e) {
            throw e instanceof LlamaException known ? known : Functions.broken(e);
        }
        if (!found.equals(VERSION) && !found.equals(VERSION + "-dev")) {
            throw new LlamaException(
                    "The library is llama.cpp %s; it must be %s.".formatted(found, VERSION));
        }
    }

    /// The defaults are known; if they do not stand where they should, the structures differ.
    private void checkLayouts() {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment model = modelDefaults(arena);
            MemorySegment context = contextDefaults(arena);
            boolean asExpected =
                    Layouts.getInt(MODEL_PARAMS, model, "n_gpu_layers") == -1
                            && Layouts.getInt(MODEL_PARAMS, model, "split_mode") == 1
                            && Layouts.getInt(MODEL_PARAMS, model, "load_mode") == -1
                            && Layouts.getInt(MODEL_PARAMS, model, "main_gpu") == 0
                            && !Layouts.getBoolean(MODEL_PARAMS, model, "vocab_only")
                            && Layouts.getBoolean(MODEL_PARAMS, model, "use_extra_bufts")
                            && Layouts.getInt(CONTEXT_PARAMS, context, "n_ctx") == 512
                            && Layouts.getInt(CONTEXT_PARAMS, context, "n_batch") == 2048
                            && Layouts.getInt(CONTEXT_PARAMS, context, "n_ubatch") == 512
                            && Layouts.getInt(CONTEXT_PARAMS, context, "n_seq_max") == 1
                            && Layouts.getInt(CONTEXT_PARAMS, context, "pooling_type") == -1
                            && Layouts.getInt(CONTEXT_PARAMS, context, "flash_attn_type") == -1
                            && Layouts.getInt(CONTEXT_PARAMS, context, "type_k") == 1
                            && Layouts.getInt(CONTEXT_PARAMS, context, "type_v") == 1
                            && !Layouts.getBoolean(CONTEXT_PARAMS, context, "embeddings")
                            && Layouts.getBoolean(CONTEXT_PARAMS, context, "offload_kqv")
                            && Layouts.getBoolean(CONTEXT_PARAMS, context, "swa_full");
            if (!asExpected) {
                throw new LlamaException(
                        "The library says that it is llama.cpp %s, and is built differently."
                                .formatted(VERSION));
            }
        }
    }

    /// The processor's variants lie beside the library; the best one is chosen by llama.cpp.
    private void loadBackends(Path folder) {
        try (Arena arena = Arena.ofConfined()) {
            functions
                    .action("ggml_backend_load_all_from_path", POINTER)
                    .invokeExact(arena.allocateFrom(folder.toString()));
            functions.action("llama_backend_init").invokeExact();
            MemorySegment processor =
                    (MemorySegment)
                            functions
                                    .returning(POINTER, "ggml_backend_dev_by_type", INT)
                                    .invokeExact(0);
            if (processor.equals(MemorySegment.NULL)) {
                throw new LlamaException(
                        "The library has nothing that runs on this machine's processor.");
            }
        } catch (Throwable e) {
            throw e instanceof LlamaException known ? known : Functions.broken(e);
        }
    }

    /// The files of the library, in the order in which they are loaded.
    public record LibraryFiles(List<Path> all) {
        private static final List<String> PARTS = List.of("ggml-base", "ggml", "llama");

        public LibraryFiles {
            all = List.copyOf(all);
        }

        /// Whether a folder holds the library.
        public static boolean areIn(Path folder) {
            return PARTS.stream().allMatch(part -> !named(part, folder).isEmpty());
        }

        static LibraryFiles in(Path folder) {
            return new LibraryFiles(
                    PARTS.stream()
                            .map(part ->
                                    named(part, folder).stream()
                                            .findFirst()
                                            .orElseThrow(() ->
                                                    new LlamaException(
                                                            "The folder of the library has no %s."
                                                                    .formatted(part))))
                            .toList());
        }

        /// `libllama.so`, `libllama.so.0.5.0`, `libllama.v0.5.0.so`, `llama.dll`, …
        private static List<Path> named(String part, Path folder) {
            String pattern = "(lib)?%s(\\.v[0-9.]+)?\\.(so(\\.[0-9.]+)?|dylib|dll)".formatted(part);
            try (Stream<Path> files = Files.list(folder)) {
                return files.filter(file -> String.valueOf(file.getFileName()).matches(pattern))
                        .sorted()
                        .toList();
            } catch (IOException e) {
                return List.of();
            }
        }
    }
}
