package luthier.core.data;

/// Characters of a text, the end exclusive.
public record Span(int start, int end) {}
