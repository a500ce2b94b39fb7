package luthier.core.data.jinja;

import java.util.ArrayDeque;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/// The variable `loop`. Items are read when they are needed, as a filter of the loop may depend on what its body did.
final class Loop {
    private final Iterator<Object> source;
    private final ArrayDeque<Object> ahead = new ArrayDeque<>();
    private int index0 = -1;
    private int knownLength;
    private @Nullable Object previous;
    private @Nullable Object current;
    private @Nullable Object lastChanged;

    /// @param knownLength -1 when only reading tells
    Loop(Iterator<Object> source, int knownLength) {
        this.source = source;
        this.knownLength = knownLength;
    }

    boolean hasNext() {
        return !ahead.isEmpty() || source.hasNext();
    }

    Object next() {
        Object item = ahead.isEmpty() ? source.next() : ahead.removeFirst();
        index0++;
        previous = current;
        current = item;
        return item;
    }

    int length() {
        if (knownLength < 0) {
            source.forEachRemaining(ahead::addLast);
            knownLength = index0 + 1 + ahead.size();
        }
        return knownLength;
    }

    private Object peek() {
        if (ahead.isEmpty() && source.hasNext()) {
            ahead.addLast(source.next());
        }
        Object next = ahead.peekFirst();
        return next == null ? new Undefined("there is no next item") : next;
    }

    @Nullable
    Object attribute(String name) {
        return switch (name) {
            case "index" -> index0 + 1L;
            case "index0" -> (long) index0;
            case "revindex" -> (long) length() - index0;
            case "revindex0" -> (long) length() - index0 - 1;
            case "first" -> index0 == 0;
            case "last" -> !hasNext();
            case "length" -> (long) length();
            case "previtem" -> previous == null ? new Undefined("there is no previous item") : previous;
            case "nextitem" -> peek();
            // only a recursive loop, which is refused, would be deeper
            case "depth" -> 1L;
            case "depth0" -> 0L;
            case "cycle" -> (Callable) this::cycle;
            case "changed" -> (Callable) this::changed;
            default -> null;
        };
    }

    private Object cycle(Arguments arguments) {
        if (arguments.positional().isEmpty()) {
            throw new TemplateException("no items for cycling given");
        }
        return arguments.positional().get(index0 % arguments.positional().size());
    }

    private Object changed(Arguments arguments) {
        Tuple value = new Tuple(arguments.positional());
        if (lastChanged != null && Comparison.equal(lastChanged, value)) {
            return false;
        }
        lastChanged = value;
        return true;
    }

    String described() {
        return "<LoopContext " + (index0 + 1) + "/" + length() + ">";
    }
}
