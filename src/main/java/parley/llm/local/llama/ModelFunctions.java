package parley.llm.local.llama;

import static parley.llm.local.llama.Functions.BOOL;
import static parley.llm.local.llama.Functions.INT;
import static parley.llm.local.llama.Functions.POINTER;

import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;

/// The functions of llama.cpp for models, their vocabularies and contexts, under their C names.
final class ModelFunctions {
    private final MethodHandle load;
    private final MethodHandle freeModel;
    private final MethodHandle vocabulary;
    private final MethodHandle trainedContext;
    private final MethodHandle vectorLength;
    private final MethodHandle template;
    private final MethodHandle applyTemplate;
    private final MethodHandle vocabularySize;
    private final MethodHandle tokenize;
    private final MethodHandle piece;
    private final MethodHandle isEnd;
    private final MethodHandle newContext;
    private final MethodHandle freeContext;
    private final MethodHandle contextSize;
    private final MethodHandle memory;
    private final MethodHandle clear;
    private final MethodHandle remove;
    private final MethodHandle decode;
    private final MethodHandle logits;
    private final MethodHandle vector;
    private final MethodHandle hasEncoder;

    ModelFunctions(Functions functions) {
        load =
                functions.returning(
                        POINTER, "llama_model_load_from_file", POINTER, Layouts.MODEL_PARAMS);
        freeModel = functions.action("llama_model_free", POINTER);
        vocabulary = functions.returning(POINTER, "llama_model_get_vocab", POINTER);
        trainedContext = functions.returning(INT, "llama_model_n_ctx_train", POINTER);
        vectorLength = functions.returning(INT, "llama_model_n_embd_out", POINTER);
        template = functions.returning(POINTER, "llama_model_chat_template", POINTER, POINTER);
        applyTemplate =
                functions.returning(
                        INT,
                        "llama_chat_apply_template",
                        POINTER,
                        POINTER,
                        Functions.SIZE,
                        BOOL,
                        POINTER,
                        INT);
        vocabularySize = functions.returning(INT, "llama_vocab_n_tokens", POINTER);
        tokenize =
                functions.returning(
                        INT, "llama_tokenize", POINTER, POINTER, INT, POINTER, INT, BOOL, BOOL);
        piece =
                functions.returning(
                        INT, "llama_token_to_piece", POINTER, INT, POINTER, INT, INT, BOOL);
        isEnd = functions.returning(BOOL, "llama_vocab_is_eog", POINTER, INT);
        newContext =
                functions.returning(
                        POINTER, "llama_init_from_model", POINTER, Layouts.CONTEXT_PARAMS);
        freeContext = functions.action("llama_free", POINTER);
        contextSize = functions.returning(INT, "llama_n_ctx", POINTER);
        memory = functions.returning(POINTER, "llama_get_memory", POINTER);
        clear = functions.action("llama_memory_clear", POINTER, BOOL);
        remove = functions.returning(BOOL, "llama_memory_seq_rm", POINTER, INT, INT, INT);
        decode = functions.returning(INT, "llama_decode", POINTER, Layouts.BATCH);
        logits = functions.returning(POINTER, "llama_get_logits_ith", POINTER, INT);
        vector = functions.returning(POINTER, "llama_get_embeddings_seq", POINTER, INT);
        hasEncoder = functions.returning(BOOL, "llama_model_has_encoder", POINTER);
    }

    MemorySegment load(MemorySegment path, MemorySegment params) {
        try {
            return (MemorySegment) load.invokeExact(path, params);
        } catch (Throwable e) {
            throw Functions.broken(e);
        }
    }

    void freeModel(MemorySegment model) {
        try {
            freeModel.invokeExact(model);
        } catch (Throwable e) {
            throw Functions.broken(e);
        }
    }

    MemorySegment vocabulary(MemorySegment model) {
        try {
            return (MemorySegment) vocabulary.invokeExact(model);
        } catch (Throwable e) {
            throw Functions.broken(e);
        }
    }

    int trainedContext(MemorySegment model) {
        return number(trainedContext, model);
    }

    int vectorLength(MemorySegment model) {
        return number(vectorLength, model);
    }

    int vocabularySize(MemorySegment vocabulary) {
        return number(vocabularySize, vocabulary);
    }

    int contextSize(MemorySegment context) {
        return number(contextSize, context);
    }

    boolean hasEncoder(MemorySegment model) {
        try {
            return (boolean) hasEncoder.invokeExact(model);
        } catch (Throwable e) {
            throw Functions.broken(e);
        }
    }

    private static int number(MethodHandle function, MemorySegment of) {
        try {
            return (int) function.invokeExact(of);
        } catch (Throwable e) {
            throw Functions.broken(e);
        }
    }

    /// The model's own template, or NULL.
    MemorySegment template(MemorySegment model) {
        try {
            return (MemorySegment) template.invokeExact(model, MemorySegment.NULL);
        } catch (Throwable e) {
            throw Functions.broken(e);
        }
    }

    int applyTemplate(
            MemorySegment templateText,
            MemorySegment messages,
            long count,
            MemorySegment buffer,
            int length) {
        try {
            return (int)
                    applyTemplate.invokeExact(templateText, messages, count, true, buffer, length);
        } catch (Throwable e) {
            throw Functions.broken(e);
        }
    }

    int tokenize(
            MemorySegment vocabularyOf,
            MemorySegment text,
            int bytes,
            MemorySegment tokens,
            int most) {
        try {
            return (int) tokenize.invokeExact(vocabularyOf, text, bytes, tokens, most, true, true);
        } catch (Throwable e) {
            throw Functions.broken(e);
        }
    }

    int piece(MemorySegment vocabularyOf, int token, MemorySegment buffer, int length) {
        try {
            return (int) piece.invokeExact(vocabularyOf, token, buffer, length, 0, false);
        } catch (Throwable e) {
            throw Functions.broken(e);
        }
    }

    boolean isEnd(MemorySegment vocabularyOf, int token) {
        try {
            return (boolean) isEnd.invokeExact(vocabularyOf, token);
        } catch (Throwable e) {
            throw Functions.broken(e);
        }
    }

    MemorySegment newContext(MemorySegment model, MemorySegment params) {
        try {
            return (MemorySegment) newContext.invokeExact(model, params);
        } catch (Throwable e) {
            throw Functions.broken(e);
        }
    }

    void freeContext(MemorySegment context) {
        try {
            freeContext.invokeExact(context);
        } catch (Throwable e) {
            throw Functions.broken(e);
        }
    }

    /// Forgets everything.
    void clear(MemorySegment context) {
        try {
            MemorySegment known = (MemorySegment) memory.invokeExact(context);
            if (!known.equals(MemorySegment.NULL)) {
                clear.invokeExact(known, true);
            }
        } catch (Throwable e) {
            throw Functions.broken(e);
        }
    }

    /// Forgets what stands at a position and after it.
    ///
    /// @return false if this kind of model cannot forget a part
    boolean removeFrom(MemorySegment context, int position) {
        try {
            MemorySegment known = (MemorySegment) memory.invokeExact(context);
            return (boolean) remove.invokeExact(known, 0, position, -1);
        } catch (Throwable e) {
            throw Functions.broken(e);
        }
    }

    int decode(MemorySegment context, MemorySegment batch) {
        try {
            return (int) decode.invokeExact(context, batch);
        } catch (Throwable e) {
            throw Functions.broken(e);
        }
    }

    /// The scores of the last token's successors.
    MemorySegment logits(MemorySegment context) {
        try {
            return (MemorySegment) logits.invokeExact(context, -1);
        } catch (Throwable e) {
            throw Functions.broken(e);
        }
    }

    /// The vector of the text that was read last, or NULL.
    MemorySegment vector(MemorySegment context) {
        try {
            return (MemorySegment) vector.invokeExact(context, 0);
        } catch (Throwable e) {
            throw Functions.broken(e);
        }
    }
}
