package luthier.core.engine.kernel;

/// Something that holds memory outside the heap until it is closed; closing never fails.
public interface Held extends AutoCloseable {
    @Override
    void close();
}
