package luthier.app.tune;

import luthier.app.i18n.Messages;

/// The words for a setting. A method of someone else may bring settings that nobody translated; they show their names.
record FieldTexts(String label, String help) {
    static FieldTexts of(String axis, String id, String name) {
        String key = axis + "." + id + "." + name;
        return new FieldTexts(
                Messages.has(key + ".label") ? Messages.of(key + ".label") : name,
                Messages.has(key + ".help") ? Messages.of(key + ".help") : "");
    }

    static FieldTexts of(String key) {
        return new FieldTexts(Messages.of(key + ".label"), Messages.of(key + ".help"));
    }

    /// The name of a method itself.
    static String method(String axis, String id) {
        String key = axis + "." + id + ".name";
        return Messages.has(key) ? Messages.of(key) : id;
    }
}
