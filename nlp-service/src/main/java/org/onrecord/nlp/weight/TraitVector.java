package org.onrecord.nlp.weight;

/**
 * What can be seen of a candidate, as numbers in the order of its traits. Not thread-safe.
 *
 * @param <T> the traits
 */
public final class TraitVector<T extends Enum<T>> {

    private final double[] values;

    public TraitVector(Class<T> traits) {
        this(new double[traits.getEnumConstants().length]);
    }

    private TraitVector(double[] values) {
        this.values = values;
    }

    public void set(T trait, boolean value) {
        values[trait.ordinal()] = value ? 1 : 0;
    }

    public void set(T trait, double value) {
        values[trait.ordinal()] = value;
    }

    public boolean has(T trait) {
        return values[trait.ordinal()] > 0;
    }

    public TraitVector<T> copy() {
        return new TraitVector<>(values.clone());
    }

    /** The numbers themselves, not a copy. */
    public double[] values() {
        return values;
    }
}
