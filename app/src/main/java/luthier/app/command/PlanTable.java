package luthier.app.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import luthier.app.i18n.Figures;
import luthier.app.i18n.Messages;
import luthier.app.plan.ExampleLengths;
import luthier.app.plan.Plan;
import luthier.core.run.MemoryCause;
import luthier.core.run.RunSpec;
import org.jspecify.annotations.Nullable;

/// A plan as lines: bytes by cause, the peak against what the machine has, the verdict.
final class PlanTable {
    private static final int LABEL_WIDTH = 22;
    private static final int FIGURE_WIDTH = 12;

    private PlanTable() {}

    static List<String> of(RunSpec spec, Plan plan) {
        Plan measured = plan.measured();
        List<String> lines = new ArrayList<>();
        lines.add(Messages.of(
                "plan.title", spec.name(), spec.tuning().id(), spec.precision().id(), spec.model()));
        lines.add(Messages.of(
                "plan.work",
                Figures.count(plan.steps()),
                Figures.count(plan.trainableParameters()),
                Figures.count(plan.totalParameters()),
                Figures.count(plan.rows()),
                Figures.count(plan.length()),
                Messages.of("plan.activations." + plan.activations())));
        ExampleLengths lengths = plan.lengths();
        if (lengths != null) {
            lines.add(lengths.line());
        }
        lines.addAll(plan.notices());
        lines.add(row("", Messages.of("plan.predicted"), measured == null ? null : Messages.of("plan.measured")));
        for (MemoryCause cause : MemoryCause.values()) {
            lines.add(row(
                    Messages.of("memory.cause." + cause.name().toLowerCase(Locale.ROOT)),
                    figure(plan, cause),
                    measured == null ? null : figure(measured, cause)));
        }
        lines.add(row(
                Messages.of("plan.peak"),
                Figures.bytes(plan.peakBytes()),
                measured == null ? null : Figures.bytes(measured.peakBytes())));
        lines.add(row(Messages.of("plan.available"), Figures.bytes(plan.availableBytes()), null));
        lines.add(
                plan.fits()
                        ? Messages.of("plan.fits")
                        : Messages.of("plan.tooLarge", Figures.bytes(plan.peakBytes() - plan.availableBytes())));
        return lines;
    }

    private static String figure(Plan plan, MemoryCause cause) {
        return Figures.bytes(plan.bytes().getOrDefault(cause, 0L));
    }

    private static String row(String label, String figure, @Nullable String second) {
        String line = ("  %-" + LABEL_WIDTH + "s%" + FIGURE_WIDTH + "s").formatted(label, figure);
        return second == null ? line : line + ("%" + FIGURE_WIDTH + "s").formatted(second);
    }
}
