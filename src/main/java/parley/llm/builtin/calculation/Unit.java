package parley.llm.builtin.calculation;

/// A unit of measure.
///
/// @param dimension what it measures: `length`
/// @param one its name for one of it
/// @param many its name for several
/// @param size how many of the dimension's first unit it is
/// @param offset what is added before; only temperatures have one
record Unit(String dimension, String one, String many, Rational size, Rational offset) {
    /// A value of this unit in the dimension's first unit.
    Rational toBase(Rational value) {
        return value.plus(offset).times(size);
    }

    Rational fromBase(Rational base) {
        return base.dividedBy(size).minus(offset);
    }

    String name(boolean single) {
        return single ? one : many;
    }

    boolean isTemperature() {
        return dimension.equals("temperature");
    }
}
