package luthier.app.project;

/// A line of a card: what, and the figure.
public record Fact(String label, String value) {}
