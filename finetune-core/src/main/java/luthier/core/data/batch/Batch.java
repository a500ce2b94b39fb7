package luthier.core.data.batch;

/// One micro-batch, rows padded at the right.
///
/// @param ids rows · length token ids, row by row
/// @param labels shifted: the id that position i shall predict, or -100
/// @param tokensWithoutPadding ids that are not padding
/// @param supervisedTokens labels that are not -100
public record Batch(int rows, int length, int[] ids, int[] labels, int tokensWithoutPadding, int supervisedTokens) {}
