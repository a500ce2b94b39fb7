package luthier.app.quickstart;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// An answer to a support ticket in the form the demo teaches: one line `Name: value` for each field, in order and
/// nothing else. An answer that breaks the form anywhere has no field at all: it is prose.
public record TicketAnswer(Map<Field, String> fields) {
    public TicketAnswer {
        fields = Map.copyOf(fields);
    }

    /// A line of the form, in order.
    public enum Field {
        CATEGORY("Category"),
        URGENCY("Urgency"),
        REPLY("Reply");

        private final String label;

        Field(String label) {
            this.label = label;
        }

        /// As it stands at the beginning of its line.
        public String label() {
            return label;
        }
    }

    /// Reads what a model wrote; blanks around the whole do not count.
    public static TicketAnswer parse(String text) {
        List<String> lines = text.strip().lines().toList();
        Field[] expected = Field.values();
        Map<Field, String> fields = new EnumMap<>(Field.class);
        if (lines.size() == expected.length) {
            for (Field field : expected) {
                String begin = field.label + ": ";
                String line = lines.get(field.ordinal());
                if (line.startsWith(begin) && line.length() > begin.length()) {
                    fields.put(field, line.substring(begin.length()));
                }
            }
        }
        return new TicketAnswer(fields.size() == expected.length ? fields : Map.of());
    }

    /// Whether the text had the form at all.
    public boolean hasForm() {
        return !fields.isEmpty();
    }

    /// The fields that say the same as in `expected`.
    public Set<Field> right(TicketAnswer expected) {
        Set<Field> right = EnumSet.noneOf(Field.class);
        fields.forEach((field, value) -> {
            if (value.equals(expected.fields.get(field))) {
                right.add(field);
            }
        });
        return right;
    }

    public boolean isExactly(TicketAnswer expected) {
        return right(expected).size() == Field.values().length;
    }

    /// Share of the answers that are exactly right, 0 to 1.
    ///
    /// @param written what the model wrote, in the order of `expected`
    public static double exactShare(List<String> written, List<String> expected) {
        if (written.size() != expected.size() || written.isEmpty()) {
            throw new IllegalArgumentException(written.size() + " answers cannot be compared with " + expected.size());
        }
        int exact = 0;
        for (int i = 0; i < written.size(); i++) {
            if (parse(written.get(i)).isExactly(parse(expected.get(i)))) {
                exact++;
            }
        }
        return (double) exact / written.size();
    }
}
