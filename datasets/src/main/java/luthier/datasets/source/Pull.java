package luthier.datasets.source;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/// Gives one thing after another out of a file; after the last it has reported whatever was wrong.
public interface Pull<T> extends Closeable {
    /// The next one, or null after the last.
    @Nullable
    T next() throws IOException;

    /// The same as a stream; closing it closes the file.
    static <T> Stream<T> stream(Pull<T> pull) {
        Spliterator<T> pulled = new Spliterators.AbstractSpliterator<>(Long.MAX_VALUE, Spliterator.ORDERED) {
            @Override
            public boolean tryAdvance(Consumer<? super T> action) {
                try {
                    T next = pull.next();
                    if (next != null) {
                        action.accept(next);
                    }
                    return next != null;
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        };
        return StreamSupport.stream(pulled, false).onClose(() -> {
            try {
                pull.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}
