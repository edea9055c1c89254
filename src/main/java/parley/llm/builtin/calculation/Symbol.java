package parley.llm.builtin.calculation;

/// One element of a written expression.
sealed interface Symbol {
    /// How it is written back.
    String shown();

    record Numeric(Value value, String shown) implements Symbol {}

    record Sign(Operator operator, String shown) implements Symbol {}

    record Name(Function function) implements Symbol {
        @Override
        public String shown() {
            return function.shown();
        }
    }

    record Open() implements Symbol {
        @Override
        public String shown() {
            return "(";
        }
    }

    record Close() implements Symbol {
        @Override
        public String shown() {
            return ")";
        }
    }

    record Comma() implements Symbol {
        @Override
        public String shown() {
            return ",";
        }
    }
}
