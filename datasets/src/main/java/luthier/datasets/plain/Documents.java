package luthier.datasets.plain;

import java.io.IOException;
import luthier.core.data.DatasetFormat.Located;
import luthier.core.data.Example;
import luthier.datasets.source.Characters;
import luthier.datasets.source.Lines;
import luthier.datasets.source.Pull;
import luthier.datasets.source.RecordLimit;
import luthier.datasets.source.Report;
import org.jspecify.annotations.Nullable;

/// The documents of a plain file; white space alone is none.
final class Documents implements Pull<Located> {
    private final Lines lines;
    private final Split split;
    private final Report report;

    Documents(Lines lines, Split split, Report report) {
        this.lines = lines;
        this.split = split;
        this.report = report;
    }

    @Override
    public @Nullable Located next() throws IOException {
        while (true) {
            StringBuilder text = new StringBuilder();
            long length = 0;
            long begin = 0;
            Lines.Line line = lines.next();
            while (line != null && !(begin > 0 && ends(line))) {
                if (begin > 0 || !line.text().isBlank()) {
                    begin = begin > 0 ? begin : line.number();
                    length += line.text().length() + 1;
                    if (length <= RecordLimit.CHARACTERS) {
                        text.append(text.isEmpty() ? "" : "\n").append(line.text());
                    }
                }
                if (begin > 0 && split == Split.LINE) {
                    break;
                }
                line = lines.next();
            }
            if (begin == 0) {
                return null;
            }
            if (length <= RecordLimit.CHARACTERS) {
                String cleaned = Characters.clean(text.toString().stripTrailing(), begin, null, report);
                return new Located(new Example.Text(cleaned), begin);
            }
            RecordLimit.report(report, begin, length);
        }
    }

    private boolean ends(Lines.Line line) {
        return split == Split.BLANK_LINE && line.text().isBlank();
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
