package luthier.app.tune;

import java.util.Locale;
import java.util.Map;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import luthier.app.fx.Look;
import luthier.app.fx.Views;
import luthier.app.i18n.Figures;
import luthier.app.i18n.Messages;
import luthier.app.plan.Plan;
import luthier.app.shell.Hardware;
import luthier.core.run.MemoryCause;
import org.jspecify.annotations.Nullable;

/// What the run will need, what stands in its way, and its start.
public final class FitView {
    private final TuneViewModel model;
    private final Parent node;
    private final Look look;
    private final long machineBytes;

    @FXML
    private Label source;

    @FXML
    private Label total;

    @FXML
    private Label free;

    @FXML
    private Label verdict;

    @FXML
    private MemoryBar bar;

    @FXML
    private GridPane legend;

    @FXML
    private Label work;

    @FXML
    private Label trained;

    @FXML
    private VBox blockers;

    @FXML
    private Button measure;

    @FXML
    private Button start;

    public FitView(TuneViewModel model, Look look, Hardware hardware) {
        this.model = model;
        this.look = look;
        this.machineBytes = hardware.memoryBytes();
        this.node = Views.load(this);
        bar.palette().bind(look.palette());
        look.palette().subscribe(_ -> show(model.plan().get()));
        model.plan().subscribe(this::show);
        model.planning().subscribe(_ -> showSource());
        start.disableProperty().bind(model.ready().not());
        measure.disableProperty().bind(model.planning());
        model.blockers().subscribe(this::showBlockers);
        showBlockers();
    }

    public Parent node() {
        return node;
    }

    @FXML
    private void onMeasure() {
        model.measure();
    }

    @FXML
    private void onStart() {
        model.start();
    }

    private void showSource() {
        Plan plan = model.plan().get();
        String key = model.planning().get()
                ? "tune.planning"
                : plan == null ? "" : plan.measured() == null ? "tune.estimated" : "tune.measured";
        source.setText(key.isEmpty() ? "" : Messages.of(key));
    }

    private void show(@Nullable Plan plan) {
        legend.getChildren().clear();
        showSource();
        if (plan == null) {
            bar.shown().set(MemoryBar.Shown.NOTHING);
            total.setText("–");
            free.setText("");
            verdict.setVisible(false);
            work.setText("");
            trained.setText("");
            return;
        }
        Plan measured = plan.measured();
        Plan best = measured == null ? plan : measured;
        bar.shown()
                .set(new MemoryBar.Shown(
                        best.bytes(),
                        Math.max(0, machineBytes - best.availableBytes()),
                        machineBytes,
                        measured != null));
        total.setText(Figures.bytes(best.peakBytes()));
        free.setText(Messages.of("tune.ofFree", Figures.bytes(best.availableBytes())));
        verdict.setVisible(true);
        verdict.setText(Messages.of(best.fits() ? "tune.fits" : "tune.tooLarge"));
        verdict.getStyleClass().setAll("label", "chip", best.fits() ? "chip-good" : "chip-bad");
        work.setText(Messages.of(
                "tune.work", Figures.count(plan.steps()), Figures.count(plan.rows()), Figures.count(plan.length())));
        trained.setText(Messages.of(
                "tune.trained",
                Figures.count(plan.trainableParameters()),
                Figures.count(plan.totalParameters()),
                Figures.percent((double) plan.trainableParameters() / plan.totalParameters())));
        int row = 0;
        for (MemoryCause cause : MemoryCause.values()) {
            addLine(row++, cause, plan.bytes(), measured == null ? null : measured.bytes());
        }
    }

    private void addLine(
            int row, MemoryCause cause, Map<MemoryCause, Long> predicted, @Nullable Map<MemoryCause, Long> measured) {
        Region key = new Region();
        key.getStyleClass().add("legend-key");
        key.setStyle("-fx-background-color: "
                + String.valueOf(look.palette().get().memory().get(cause)).replace("0x", "#") + ";");
        Label name = new Label(Messages.of("memory.cause." + cause.name().toLowerCase(Locale.ROOT)));
        name.getStyleClass().add("legend-name");
        Label first = figure(predicted, cause);
        legend.addRow(row, key, name, first);
        if (measured != null) {
            first.getStyleClass().add("muted");
            legend.add(figure(measured, cause), 3, row);
        }
    }

    private static Label figure(Map<MemoryCause, Long> bytes, MemoryCause cause) {
        Label figure = new Label(Figures.bytes(bytes.getOrDefault(cause, 0L)));
        figure.getStyleClass().addAll("tn", "legend-figure");
        figure.setMaxWidth(Double.MAX_VALUE);
        return figure;
    }

    private void showBlockers() {
        blockers.getChildren()
                .setAll(model.blockers().stream().map(this::blocker).toList());
        blockers.setVisible(!model.blockers().isEmpty());
        blockers.setManaged(blockers.isVisible());
    }

    private Node blocker(Blocker blocker) {
        if (blocker.key().isEmpty()) {
            Label text = new Label(blocker.text());
            text.setWrapText(true);
            text.getStyleClass().add("blocker");
            return text;
        }
        Button link = new Button(Messages.of("tune.blocker", blocker.key(), blocker.text()));
        link.getStyleClass().addAll("link", "blocker");
        link.setWrapText(true);
        // the field the blocker speaks of
        link.setOnAction(_ -> {
            for (Node field : node.getScene().getRoot().lookupAll(".text-field")) {
                if (blocker.key().equals(field.getId())) {
                    field.requestFocus();
                }
            }
        });
        return link;
    }
}
