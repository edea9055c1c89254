package parley.llm.local.llama;

import static parley.llm.local.llama.Functions.BOOL;
import static parley.llm.local.llama.Functions.FLOAT;
import static parley.llm.local.llama.Functions.INT;
import static parley.llm.local.llama.Functions.POINTER;
import static parley.llm.local.llama.Functions.SIZE;

import java.lang.foreign.GroupLayout;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemoryLayout.PathElement;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/// The C structures of llama.cpp, as its `include/llama.h` of [Llama#VERSION] has them.
final class Layouts {
    static final GroupLayout MODEL_PARAMS =
            MemoryLayout.structLayout(
                    POINTER.withName("devices"),
                    POINTER.withName("tensor_buft_overrides"),
                    INT.withName("n_gpu_layers"),
                    INT.withName("split_mode"),
                    INT.withName("load_mode"),
                    INT.withName("lazy_mode"),
                    INT.withName("main_gpu"),
                    MemoryLayout.paddingLayout(4),
                    POINTER.withName("tensor_split"),
                    POINTER.withName("progress_callback"),
                    POINTER.withName("progress_callback_user_data"),
                    POINTER.withName("kv_overrides"),
                    BOOL.withName("vocab_only"),
                    BOOL.withName("check_tensors"),
                    BOOL.withName("use_extra_bufts"),
                    BOOL.withName("no_host"),
                    BOOL.withName("no_alloc"),
                    BOOL.withName("load_mtp"),
                    MemoryLayout.paddingLayout(2));

    static final GroupLayout CONTEXT_PARAMS =
            MemoryLayout.structLayout(
                    INT.withName("n_ctx"),
                    INT.withName("n_batch"),
                    INT.withName("n_ubatch"),
                    INT.withName("n_seq_max"),
                    INT.withName("n_rs_seq"),
                    INT.withName("n_outputs_max"),
                    INT.withName("n_outputs_max_per_seq"),
                    INT.withName("n_threads"),
                    INT.withName("n_threads_batch"),
                    INT.withName("ctx_type"),
                    INT.withName("rope_scaling_type"),
                    INT.withName("pooling_type"),
                    INT.withName("attention_type"),
                    INT.withName("flash_attn_type"),
                    FLOAT.withName("rope_freq_base"),
                    FLOAT.withName("rope_freq_scale"),
                    FLOAT.withName("yarn_ext_factor"),
                    FLOAT.withName("yarn_attn_factor"),
                    FLOAT.withName("yarn_beta_fast"),
                    FLOAT.withName("yarn_beta_slow"),
                    INT.withName("yarn_orig_ctx"),
                    FLOAT.withName("defrag_thold"),
                    POINTER.withName("cb_eval"),
                    POINTER.withName("cb_eval_user_data"),
                    INT.withName("type_k"),
                    INT.withName("type_v"),
                    POINTER.withName("abort_callback"),
                    POINTER.withName("abort_callback_data"),
                    BOOL.withName("embeddings"),
                    BOOL.withName("offload_kqv"),
                    BOOL.withName("no_perf"),
                    BOOL.withName("op_offload"),
                    BOOL.withName("swa_full"),
                    BOOL.withName("kv_unified"),
                    MemoryLayout.paddingLayout(2),
                    POINTER.withName("samplers"),
                    SIZE.withName("n_samplers"),
                    POINTER.withName("ctx_other"));

    static final GroupLayout BATCH =
            MemoryLayout.structLayout(
                    INT.withName("n_tokens"),
                    MemoryLayout.paddingLayout(4),
                    POINTER.withName("token"),
                    POINTER.withName("embd"),
                    POINTER.withName("pos"),
                    POINTER.withName("n_seq_id"),
                    POINTER.withName("seq_id"),
                    POINTER.withName("logits"));

    static final GroupLayout CHAIN_PARAMS = MemoryLayout.structLayout(BOOL.withName("no_perf"));

    static final GroupLayout CHAT_MESSAGE =
            MemoryLayout.structLayout(POINTER.withName("role"), POINTER.withName("content"));

    static final GroupLayout TOKEN_DATA =
            MemoryLayout.structLayout(
                    INT.withName("id"), FLOAT.withName("logit"), FLOAT.withName("p"));

    static final GroupLayout TOKEN_DATA_ARRAY =
            MemoryLayout.structLayout(
                    POINTER.withName("data"),
                    SIZE.withName("size"),
                    SIZE.withName("selected"),
                    BOOL.withName("sorted"),
                    MemoryLayout.paddingLayout(7));

    private Layouts() {}

    static int getInt(GroupLayout layout, MemorySegment struct, String field) {
        return struct.get(INT, offset(layout, field));
    }

    static boolean getBoolean(GroupLayout layout, MemorySegment struct, String field) {
        // As a byte: in a wrong layout it may be neither 0 nor 1.
        return struct.get(ValueLayout.JAVA_BYTE, offset(layout, field)) == 1;
    }

    static void setInt(GroupLayout layout, MemorySegment struct, String field, int value) {
        struct.set(INT, offset(layout, field), value);
    }

    static void setBoolean(GroupLayout layout, MemorySegment struct, String field, boolean value) {
        struct.set(BOOL, offset(layout, field), value);
    }

    static void setPointer(
            GroupLayout layout, MemorySegment struct, String field, MemorySegment value) {
        struct.set(POINTER, offset(layout, field), value);
    }

    private static long offset(GroupLayout layout, String field) {
        return layout.byteOffset(PathElement.groupElement(field));
    }
}
