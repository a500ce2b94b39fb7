package luthier.app.i18n;

import java.util.Locale;

/// Sizes, durations and counts as a person reads them.
public final class Figures {
    private static final String[] BYTE_UNITS = {"KiB", "MiB", "GiB", "TiB"};
    private static final long MINUTE = 60;
    private static final long HOUR = 60 * MINUTE;

    private Figures() {}

    /// `812 B`, `3.4 KiB`, `812 MiB`, `1.53 GiB`: about three digits.
    public static String bytes(long bytes) {
        if (bytes < 1024) {
            return bytes + " B";
        }
        double value = bytes / 1024.0;
        int unit = 0;
        while (value >= 999.5 && unit < BYTE_UNITS.length - 1) {
            value /= 1024;
            unit++;
        }
        return threeDigits(value) + " " + BYTE_UNITS[unit];
    }

    /// `0.4 s`, `48 s`, `3 min 12 s`, `2 h 05 min`.
    public static String duration(double seconds) {
        long whole = Math.round(seconds);
        if (seconds < 9.95) {
            return String.format(Locale.ROOT, "%.1f s", seconds);
        }
        if (whole < MINUTE) {
            return whole + " s";
        }
        if (whole < HOUR) {
            return String.format(Locale.ROOT, "%d min %02d s", whole / MINUTE, whole % MINUTE);
        }
        return String.format(Locale.ROOT, "%d h %02d min", whole / HOUR, whole % HOUR / MINUTE);
    }

    /// `1,234,567`.
    public static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /// `3,456`, `45.6`, `7.12`.
    public static String rate(double perSecond) {
        return threeDigits(perSecond);
    }

    /// `2.3456`; `not a number` for a run gone wrong.
    public static String loss(double loss) {
        return Double.isFinite(loss) ? String.format(Locale.ROOT, "%.4f", loss) : Messages.of("figure.loss.broken");
    }

    /// `12.5 %` of a share between 0 and 1.
    public static String percent(double share) {
        return threeDigits(100 * share) + " %";
    }

    private static String threeDigits(double value) {
        if (value >= 99.95) {
            return String.format(Locale.ROOT, "%,.0f", value);
        }
        return String.format(Locale.ROOT, value >= 9.995 ? "%.1f" : "%.2f", value);
    }
}
