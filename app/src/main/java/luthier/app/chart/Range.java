package luthier.app.chart;

/// Numbers from one to another, both included. Empty when `from` is above `to`.
public record Range(double from, double to) {
    public static final Range EMPTY = new Range(Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY);

    public boolean empty() {
        return !(from <= to);
    }

    public double length() {
        return empty() ? 0 : to - from;
    }

    /// The smallest range that holds both.
    public Range with(Range other) {
        return new Range(Math.min(from, other.from), Math.max(to, other.to));
    }

    public Range with(double value) {
        return Double.isFinite(value) ? with(new Range(value, value)) : this;
    }

    /// Longer by a share at both ends, so that no mark touches an edge.
    public Range padded(double share) {
        double pad = length() == 0 ? Math.max(Math.abs(from) * share, 1e-9) : length() * share;
        return new Range(from - pad, to + pad);
    }

    /// This range moved and shortened so that it lies within `bounds`.
    public Range within(Range bounds) {
        if (length() >= bounds.length()) {
            return bounds;
        }
        double shift = Math.max(0, bounds.from - from) - Math.max(0, to - bounds.to);
        return new Range(from + shift, to + shift);
    }

    /// Zoomed around a fixed point; a factor below 1 shows less.
    public Range zoomed(double around, double factor) {
        return new Range(around - (around - from) * factor, around + (to - around) * factor);
    }

    public Range moved(double by) {
        return new Range(from + by, to + by);
    }
}
