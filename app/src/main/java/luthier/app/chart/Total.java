package luthier.app.chart;

import java.util.List;

/// The sums of several columns, grown with them.
public final class Total {
    private final List<Column> parts;
    private final Column output = new Column();

    public Total(List<Column> parts) {
        this.parts = List.copyOf(parts);
    }

    /// The sum of all parts at each index so far; the same column each time.
    public Column output() {
        int size = parts.stream().mapToInt(Column::size).min().orElse(0);
        output.cutTo(size);
        for (int i = output.size(); i < size; i++) {
            double sum = 0;
            for (Column part : parts) {
                sum += part.at(i);
            }
            output.add(sum);
        }
        return output;
    }

    /// Takes back what was summed; for columns that were cut and filled again.
    public void restart() {
        output.cutTo(0);
    }
}
