package luthier.core.data.mask;

/// Characters of a text, the end exclusive.
public record Span(int start, int end) {}
