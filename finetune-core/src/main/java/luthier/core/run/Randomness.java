package luthier.core.run;

import java.util.random.RandomGenerator;

/// The numbers of one random decision, derived from where in the run it is made. Nothing carries over from
/// one decision
/// to the next, so a resumed run draws what the uninterrupted one would have drawn.
///
/// SplitMix64; every method used here is written out, because the JDK may change its defaults between versions.
public final class Randomness implements RandomGenerator {
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;
    private static final long FNV_OFFSET = 0xCBF29CE484222325L;
    private static final long FNV_PRIME = 0x100000001B3L;

    private long state;

    private Randomness(long state) {
        this.state = state;
    }

    /// @param purpose what is drawn, such as `batches` or `dropout`; different purposes are independent
    public static Randomness of(long seed, String purpose, long step, long index) {
        return new Randomness(key(seed, purpose, step, index));
    }

    /// 64 well mixed bits for the same place: a seed for a generator elsewhere, or a hash to compare.
    public static long key(long seed, String purpose, long step, long index) {
        long name = FNV_OFFSET;
        for (int i = 0; i < purpose.length(); i++) {
            name = (name ^ purpose.charAt(i)) * FNV_PRIME;
        }
        long key = mix(seed + GOLDEN);
        key = mix((key ^ name) + GOLDEN);
        key = mix((key ^ step) + GOLDEN);
        return mix((key ^ index) + GOLDEN);
    }

    /// The plain SplitMix64 sequence of a seed.
    static Randomness splitMix(long seed) {
        return new Randomness(seed);
    }

    @Override
    public long nextLong() {
        state += GOLDEN;
        return mix(state);
    }

    @Override
    public int nextInt() {
        return (int) (nextLong() >>> 32);
    }

    /// Without bias: a draw beyond the last whole multiple of the bound is drawn again.
    @Override
    public int nextInt(int bound) {
        if (bound <= 0) {
            throw new IllegalArgumentException("bound must be above 0: " + bound);
        }
        long limit = (1L << 32) - (1L << 32) % bound;
        long draw = nextLong() >>> 32;
        while (draw >= limit) {
            draw = nextLong() >>> 32;
        }
        return (int) (draw % bound);
    }

    /// 53 bits in [0, 1).
    @Override
    public double nextDouble() {
        return (nextLong() >>> 11) * 0x1.0p-53;
    }

    /// 24 bits in [0, 1).
    @Override
    public float nextFloat() {
        return (nextLong() >>> 40) * 0x1.0p-24f;
    }

    @Override
    public boolean nextBoolean() {
        return nextLong() < 0;
    }

    /// Box-Muller with `StrictMath`, so that every machine gets the same bits.
    @Override
    public double nextGaussian() {
        double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - nextDouble()));
        return radius * StrictMath.cos(2 * StrictMath.PI * nextDouble());
    }

    /// Fisher-Yates, in place.
    public void shuffle(int[] values) {
        for (int i = values.length - 1; i > 0; i--) {
            int j = nextInt(i + 1);
            int swapped = values[i];
            values[i] = values[j];
            values[j] = swapped;
        }
    }

    private static long mix(long value) {
        long z = value;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
