package luthier.app.chart;

/// Where numbers lie on the screen.
///
/// @param values shown
/// @param first pixel of the lowest value; may be above `last`, as on a vertical axis
/// @param last pixel of the highest value
/// @param logarithmic only for values above 0
public record Axis(Range values, double first, double last, boolean logarithmic) {
    public double pixel(double value) {
        double length = place(values.to()) - place(values.from());
        return first + (length == 0 ? 0 : (place(value) - place(values.from())) / length * (last - first));
    }

    public double value(double pixel) {
        double share = last == first ? 0 : (pixel - first) / (last - first);
        double place = place(values.from()) + share * (place(values.to()) - place(values.from()));
        return logarithmic ? Math.pow(10, place) : place;
    }

    /// Whether the value has a place on this axis at all.
    public boolean shows(double value) {
        return Double.isFinite(value) && (!logarithmic || value > 0);
    }

    private double place(double value) {
        return logarithmic ? Math.log10(value) : value;
    }
}
