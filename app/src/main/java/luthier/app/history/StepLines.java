package luthier.app.history;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import luthier.core.run.MemoryCause;
import luthier.core.run.MemorySample;
import luthier.core.run.RunEvent;
import org.jspecify.annotations.Nullable;

/// Reads the one kind of line of which a run has a million, in the exact form in which workers write it. Any
/// other form
/// of the same line is left to the general reader, which is ten times slower.
final class StepLines {
    private static final byte[] BEGIN = bytes("{\"event\":\"stepped\",\"at\":\"");
    private static final byte[] STEP = bytes("\",\"step\":");
    private static final byte[] EPOCH = bytes(",\"epoch\":");
    private static final byte[] LOSS = bytes(",\"loss\":");
    private static final byte[] RATE = bytes(",\"learningRate\":");
    private static final byte[] NORM = bytes(",\"gradientNorm\":");
    private static final byte[] TOKENS = bytes(",\"tokens\":");
    private static final byte[] SUPERVISED = bytes(",\"supervisedTokens\":");
    private static final byte[] MILLIS = bytes(",\"stepMillis\":");
    private static final byte[] MEMORY = bytes(",\"memory\":{\"bytes\":{");
    private static final byte[] RESIDENT = bytes("},\"residentBytes\":");
    private static final byte[] PEAK = bytes(",\"peakResidentBytes\":");
    private static final byte[] DEVICE = bytes(",\"deviceBytes\":");
    private static final byte[] END = bytes("}}");
    private static final byte[] COMMA = bytes(",");
    private static final byte[] DASH = bytes("-");
    private static final byte[] COLON = bytes(":");
    private static final byte[] DAY_END = bytes("T");
    private static final byte[] POINT = bytes(".");
    private static final byte[] ZONE = bytes("Z");
    private static final byte[] NEVER = bytes("\n");
    private static final Map<MemoryCause, byte[]> CAUSES = causes();

    private final Bytes line;
    private int lastDay;
    private long lastEpochDay;

    /// @param text the array that holds the lines
    StepLines(byte[] text) {
        line = new Bytes(text);
    }

    /// The event in these bytes, null when they hold another kind or form of line.
    RunEvent.@Nullable Stepped read(int from, int to) {
        line.begin(from, to);
        if (!line.accept(BEGIN)) {
            return null;
        }
        Instant at = instant();
        line.skip(STEP);
        long step = line.whole();
        double epoch = decimal(EPOCH);
        double loss = decimal(LOSS);
        double learningRate = decimal(RATE);
        double gradientNorm = decimal(NORM);
        long tokens = whole(TOKENS);
        long supervised = whole(SUPERVISED);
        double millis = decimal(MILLIS);
        MemorySample memory = memory();
        if (!line.fine() || !line.atEnd()) {
            return null;
        }
        return new RunEvent.Stepped(
                at, step, epoch, loss, learningRate, gradientNorm, tokens, supervised, millis, memory);
    }

    private MemorySample memory() {
        Map<MemoryCause, Long> bytes = new EnumMap<>(MemoryCause.class);
        line.skip(MEMORY);
        if (!line.accept(RESIDENT)) {
            do {
                cause(bytes);
            } while (line.accept(COMMA));
            line.skip(RESIDENT);
        }
        long resident = line.whole();
        long peak = whole(PEAK);
        long device = whole(DEVICE);
        line.skip(END);
        return new MemorySample(bytes, resident, peak, device);
    }

    private void cause(Map<MemoryCause, Long> bytes) {
        for (Map.Entry<MemoryCause, byte[]> cause : CAUSES.entrySet()) {
            if (line.accept(cause.getValue())) {
                bytes.put(cause.getKey(), line.whole());
                return;
            }
        }
        line.skip(NEVER);
    }

    // 2026-11-23T20:30:22.799655220Z; the seconds' fraction may be missing
    private Instant instant() {
        int year = line.digits(4);
        line.skip(DASH);
        int month = line.digits(2);
        line.skip(DASH);
        int day = line.digits(2);
        line.skip(DAY_END);
        int hour = line.digits(2);
        line.skip(COLON);
        int minute = line.digits(2);
        line.skip(COLON);
        int second = line.digits(2);
        long nanos = line.accept(POINT) ? fraction() : 0;
        line.skip(ZONE);
        long days = line.fine() ? epochDay(year, month, day) : 0;
        return Instant.ofEpochSecond(days * 86_400 + hour * 3600L + minute * 60L + second, nanos);
    }

    private long fraction() {
        long value = 0;
        int digits = 0;
        while (digits < 9 && !line.peek('Z') && line.fine()) {
            value = 10 * value + line.digits(1);
            digits++;
        }
        for (; digits < 9; digits++) {
            value *= 10;
        }
        return value;
    }

    // the calendar is asked once a day
    private long epochDay(int year, int month, int day) {
        int key = (year * 100 + month) * 100 + day;
        if (key != lastDay) {
            try {
                lastEpochDay = LocalDate.of(year, month, day).toEpochDay();
                lastDay = key;
            } catch (DateTimeException _) {
                line.skip(NEVER);
            }
        }
        return lastEpochDay;
    }

    private double decimal(byte[] key) {
        line.skip(key);
        return line.decimal();
    }

    private long whole(byte[] key) {
        line.skip(key);
        return line.whole();
    }

    private static Map<MemoryCause, byte[]> causes() {
        Map<MemoryCause, byte[]> causes = new EnumMap<>(MemoryCause.class);
        for (MemoryCause cause : MemoryCause.values()) {
            causes.put(cause, bytes("\"" + cause.name() + "\":"));
        }
        return causes;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
