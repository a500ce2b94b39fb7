package luthier.datasets.text;

import java.util.List;
import java.util.Map;
import luthier.core.data.Example;
import luthier.datasets.source.BadRecord;
import luthier.datasets.source.Fields;
import luthier.datasets.source.Head;
import luthier.datasets.source.Role;
import luthier.datasets.source.RowFormat;
import org.jspecify.annotations.Nullable;

/// Records with one text each, all of it trained.
public final class TextFormat extends RowFormat {
    public TextFormat() {
        super("text", List.of(Role.required("text", "text", "content")));
    }

    @Override
    protected boolean holds(Head head, Map<String, String> columns) {
        return head.sample(columns.get("text")) instanceof String;
    }

    /// `text` beside a label is a classification set, not one of texts.
    @Override
    protected boolean yields() {
        return true;
    }

    @Override
    protected @Nullable String lastGuess(Head head) {
        return head.onlyText();
    }

    @Override
    protected Example example(Fields fields) throws BadRecord {
        return new Example.Text(fields.filled("text"));
    }
}
