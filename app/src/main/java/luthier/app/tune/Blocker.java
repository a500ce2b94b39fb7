package luthier.app.tune;

/// Something to put right before a run can start.
///
/// @param key of the field to go to; empty when it is no field's fault
public record Blocker(String key, String text) {}
