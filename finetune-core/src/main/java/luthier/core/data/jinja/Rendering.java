package luthier.core.data.jinja;

import java.util.List;

/// A rendered template.
///
/// @param spans where its `generation` blocks lie in the text
/// @param spansComplete false when a block's place is unknown, because it lies in a macro or in captured text
public record Rendering(String text, List<Span> spans, boolean spansComplete) {
    public Rendering {
        spans = List.copyOf(spans);
    }

    /// Offsets in `char`s; `end` is exclusive.
    public record Span(int begin, int end) {}
}
