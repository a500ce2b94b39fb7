package luthier.core.data.jinja;

import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoField;
import java.time.temporal.IsoFields;
import java.util.Locale;

/// C's `strftime` in the C locale, as Python passes it on; a zone prints as nothing, as Python's local time has none.
final class Strftime {
    private Strftime() {}

    static String format(ZonedDateTime time, String format) {
        StringBuilder out = new StringBuilder();
        for (int at = 0; at < format.length(); at++) {
            char character = format.charAt(at);
            if (character != '%' || at + 1 == format.length()) {
                out.append(character);
                continue;
            }
            char code = format.charAt(++at);
            if (code == '-' && at + 1 < format.length()) {
                out.append(unpadded(field(time, format.charAt(++at))));
            } else {
                out.append(field(time, code));
            }
        }
        return out.toString();
    }

    private static String unpadded(String field) {
        return field.length() > 1 ? field.replaceFirst("^[0 ]+(?=.)", "") : field;
    }

    private static String field(ZonedDateTime time, char code) {
        return switch (code) {
            case 'a' -> named(time, "EEE");
            case 'A' -> named(time, "EEEE");
            case 'b', 'h' -> named(time, "MMM");
            case 'B' -> named(time, "MMMM");
            case 'c' -> format(time, "%a %b %e %H:%M:%S %Y");
            case 'C' -> "%02d".formatted(time.getYear() / 100);
            case 'd' -> "%02d".formatted(time.getDayOfMonth());
            case 'D', 'x' -> format(time, "%m/%d/%y");
            case 'e' -> "%2d".formatted(time.getDayOfMonth());
            case 'f' -> "%06d".formatted(time.getNano() / 1000);
            case 'F' -> format(time, "%Y-%m-%d");
            case 'G' -> "%d".formatted(time.get(IsoFields.WEEK_BASED_YEAR));
            case 'H' -> "%02d".formatted(time.getHour());
            case 'I' -> "%02d".formatted(time.get(ChronoField.CLOCK_HOUR_OF_AMPM));
            case 'j' -> "%03d".formatted(time.getDayOfYear());
            case 'm' -> "%02d".formatted(time.getMonthValue());
            case 'M' -> "%02d".formatted(time.getMinute());
            case 'n' -> "\n";
            case 'p' -> time.getHour() < 12 ? "AM" : "PM";
            case 'r' -> format(time, "%I:%M:%S %p");
            case 'R' -> format(time, "%H:%M");
            case 's' -> Long.toString(time.toEpochSecond());
            case 'S' -> "%02d".formatted(time.getSecond());
            case 't' -> "\t";
            case 'T', 'X' -> format(time, "%H:%M:%S");
            case 'u' -> Integer.toString(time.getDayOfWeek().getValue());
            case 'U' -> week(time, time.getDayOfWeek().getValue() % 7);
            case 'V' -> "%02d".formatted(time.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
            case 'w' -> Integer.toString(time.getDayOfWeek().getValue() % 7);
            case 'W' -> week(time, time.getDayOfWeek().getValue() - 1);
            case 'y' -> "%02d".formatted(time.getYear() % 100);
            case 'Y' -> "%d".formatted(time.getYear());
            case 'z', 'Z' -> "";
            case '%' -> "%";
            default -> "%" + code;
        };
    }

    private static String named(ZonedDateTime time, String pattern) {
        return time.format(DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH));
    }

    /// The week of the year, where a week begins on the day whose `dayOfWeek` is 0.
    private static String week(ZonedDateTime time, int dayOfWeek) {
        return "%02d".formatted((time.getDayOfYear() + 6 - dayOfWeek) / 7);
    }
}
