package luthier.core.run;

/// The settings of one tuning or optimiser: a record with its defaults, validated in its constructor.
public interface Settings {}
