package luthier.core.data.jinja;

/// A function, method or macro.
@FunctionalInterface
interface Callable {
    Object call(Arguments arguments);
}
