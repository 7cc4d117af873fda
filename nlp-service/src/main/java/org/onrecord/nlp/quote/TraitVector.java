package org.onrecord.nlp.quote;

/**
 * What can be seen of a candidate, as numbers in the order of its traits.
 *
 * @param <T> the traits
 */
final class TraitVector<T extends Enum<T>> {

    private final double[] values;

    TraitVector(Class<T> traits) {
        this(new double[traits.getEnumConstants().length]);
    }

    private TraitVector(double[] values) {
        this.values = values;
    }

    void set(T trait, boolean value) {
        values[trait.ordinal()] = value ? 1 : 0;
    }

    void set(T trait, double value) {
        values[trait.ordinal()] = value;
    }

    boolean has(T trait) {
        return values[trait.ordinal()] > 0;
    }

    TraitVector<T> copy() {
        return new TraitVector<>(values.clone());
    }

    /** The numbers themselves, not a copy. */
    double[] values() {
        return values;
    }
}
