package luthier.core.data.jinja;

/// The value of a name, attribute or key that is not there: empty, false, and an error as soon as it is worked with.
///
/// @param problem what to say then
record Undefined(String problem) {
    static Undefined name(String name) {
        return new Undefined("'" + name + "' is undefined");
    }

    static Undefined member(Object owner, Object key) {
        String type = owner == None.NONE ? "None" : PythonType.of(owner) + " object";
        return new Undefined(
                key instanceof String name
                        ? "'" + type + "' has no attribute '" + name + "'"
                        : type + " has no element " + PythonText.repr(key));
    }

    static Undefined unsafe(Object owner, String attribute) {
        return new Undefined(
                "access to attribute '" + attribute + "' of '" + PythonType.of(owner) + "' object is unsafe.");
    }

    TemplateException failure() {
        return new TemplateException(problem);
    }
}
