package luthier.app.history;

import java.nio.charset.StandardCharsets;

/// Reads along a line of text in an array. A reading that does not find what it expects says so by `failed` and reads
/// nothing more.
final class Bytes {
    private static final int MOST_EXACT_DIGITS = 15;
    private static final double[] POWERS = {
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19,
        1e20, 1e21, 1e22
    };

    private final byte[] text;
    private int at;
    private int end;
    private boolean failed;

    Bytes(byte[] text) {
        this.text = text;
    }

    void begin(int from, int to) {
        at = from;
        end = to;
        failed = false;
    }

    /// Whether everything so far was as expected.
    boolean fine() {
        return !failed;
    }

    boolean atEnd() {
        return at == end;
    }

    /// Goes past these bytes, which must come next.
    void skip(byte[] expected) {
        if (!accept(expected)) {
            failed = true;
        }
    }

    /// Goes past these bytes if they come next.
    boolean accept(byte[] expected) {
        if (failed || end - at < expected.length) {
            return false;
        }
        for (int i = 0; i < expected.length; i++) {
            if (text[at + i] != expected[i]) {
                return false;
            }
        }
        at += expected.length;
        return true;
    }

    boolean peek(char expected) {
        return at < end && text[at] == expected;
    }

    /// A whole number of up to 18 digits.
    long whole() {
        boolean negative = at < end && text[at] == '-';
        int begin = negative ? at + 1 : at;
        int i = begin;
        long value = 0;
        while (i < end && digit(text[i])) {
            value = 10 * value + (text[i] - '0');
            i++;
        }
        failed |= i == begin || i - begin > 18;
        at = i;
        return negative ? -value : value;
    }

    /// Exactly so many digits.
    int digits(int count) {
        int value = 0;
        for (int i = 0; i < count; i++) {
            if (at == end || !digit(text[at])) {
                failed = true;
                return 0;
            }
            value = 10 * value + (text[at++] - '0');
        }
        return value;
    }

    /// A number as JSON writes it, exactly as [Double#parseDouble] reads it.
    double decimal() {
        int begin = at;
        boolean negative = at < end && text[at] == '-';
        int firstDigit = negative ? at + 1 : at;
        int i = firstDigit;
        long mantissa = 0;
        int digits = 0;
        int behindPoint = 0;
        boolean point = false;
        for (; i < end && (digit(text[i]) || text[i] == '.' && !point); i++) {
            if (text[i] == '.') {
                point = true;
            } else {
                mantissa = digits < 18 ? 10 * mantissa + (text[i] - '0') : mantissa;
                digits += mantissa == 0 ? 0 : 1;
                behindPoint += point ? 1 : 0;
            }
        }
        boolean exponent = i < end && (text[i] == 'e' || text[i] == 'E');
        // two exact doubles and one division give the correctly rounded result
        if (!exponent && digits <= MOST_EXACT_DIGITS && behindPoint < POWERS.length && i > firstDigit) {
            at = i;
            double value = mantissa / POWERS[behindPoint];
            return negative ? -value : value;
        }
        while (i < end && text[i] != ',' && text[i] != '}') {
            i++;
        }
        at = i;
        return parsed(begin, i);
    }

    private double parsed(int from, int to) {
        try {
            return Double.parseDouble(new String(text, from, to - from, StandardCharsets.US_ASCII));
        } catch (NumberFormatException _) {
            failed = true;
            return Double.NaN;
        }
    }

    private static boolean digit(byte value) {
        return value >= '0' && value <= '9';
    }
}
