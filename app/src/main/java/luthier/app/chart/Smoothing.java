package luthier.app.chart;

/// A curve's exponential moving average, grown with the curve. The first values weigh fully, so that no starting value
/// shows through; a value that is not finite is a gap and does not stay in the average.
public final class Smoothing {
    private final Column input;
    private final Column output = new Column();
    private double kept;
    private double sum;
    private double weight;

    /// @param kept share of the average that each new value leaves, 0 for none to just below 1
    public Smoothing(Column input, double kept) {
        this.input = input;
        this.kept = kept;
    }

    /// The averages of all values so far; the same column each time.
    public Column output() {
        if (output.size() > input.size()) {
            restart(kept);
        }
        for (int i = output.size(); i < input.size(); i++) {
            double value = input.at(i);
            if (Double.isFinite(value)) {
                sum = kept * sum + (1 - kept) * value;
                weight = kept * weight + (1 - kept);
                output.add(sum / weight);
            } else {
                output.add(Double.NaN);
            }
        }
        return output;
    }

    /// Begins anew with another strength.
    public void restart(double newKept) {
        kept = newKept;
        sum = 0;
        weight = 0;
        output.cutTo(0);
    }
}
