package parley.llm.local.gguf;

import java.util.Map;

/// How many bytes the numbers of a tensor take (`ggml_type` in llama.cpp's `ggml.h`, sizes in
/// `ggml-common.h`).
///
/// @param block how many numbers are stored together
/// @param bytes how many bytes that many take
record TensorType(int block, int bytes) {
    private static final Map<Integer, TensorType> KNOWN =
            Map.ofEntries(
                    Map.entry(0, new TensorType(1, 4)),
                    Map.entry(1, new TensorType(1, 2)),
                    Map.entry(2, new TensorType(32, 18)),
                    Map.entry(3, new TensorType(32, 20)),
                    Map.entry(6, new TensorType(32, 22)),
                    Map.entry(7, new TensorType(32, 24)),
                    Map.entry(8, new TensorType(32, 34)),
                    Map.entry(9, new TensorType(32, 36)),
                    Map.entry(10, new TensorType(256, 84)),
                    Map.entry(11, new TensorType(256, 110)),
                    Map.entry(12, new TensorType(256, 144)),
                    Map.entry(13, new TensorType(256, 176)),
                    Map.entry(14, new TensorType(256, 210)),
                    Map.entry(15, new TensorType(256, 292)),
                    Map.entry(16, new TensorType(256, 66)),
                    Map.entry(17, new TensorType(256, 74)),
                    Map.entry(18, new TensorType(256, 98)),
                    Map.entry(19, new TensorType(256, 50)),
                    Map.entry(20, new TensorType(32, 18)),
                    Map.entry(21, new TensorType(256, 110)),
                    Map.entry(22, new TensorType(256, 82)),
                    Map.entry(23, new TensorType(256, 136)),
                    Map.entry(24, new TensorType(1, 1)),
                    Map.entry(25, new TensorType(1, 2)),
                    Map.entry(26, new TensorType(1, 4)),
                    Map.entry(27, new TensorType(1, 8)),
                    Map.entry(28, new TensorType(1, 8)),
                    Map.entry(29, new TensorType(256, 56)),
                    Map.entry(30, new TensorType(1, 2)),
                    Map.entry(34, new TensorType(256, 54)),
                    Map.entry(35, new TensorType(256, 66)),
                    Map.entry(39, new TensorType(32, 17)),
                    Map.entry(40, new TensorType(64, 36)),
                    Map.entry(41, new TensorType(128, 18)),
                    Map.entry(42, new TensorType(64, 18)));

    static TensorType of(int number) throws DamagedModelException {
        TensorType type = KNOWN.get(number);
        if (type == null) {
            throw new DamagedModelException(
                    "has a tensor of the unknown type %d".formatted(number));
        }
        return type;
    }

    /// @param row how many numbers a row has
    /// @param all how many numbers there are in all
    long size(long row, long all) throws DamagedModelException {
        if (row % block != 0) {
            throw new DamagedModelException(
                    "has a tensor with rows of %d, which are no whole blocks".formatted(row));
        }
        try {
            return Math.multiplyExact(all / block, (long) bytes);
        } catch (ArithmeticException e) {
            throw new DamagedModelException("has a tensor of impossible size", e);
        }
    }
}
