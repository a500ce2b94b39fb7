package luthier.app.tune;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import luthier.app.fx.Look;
import luthier.app.fx.Views;
import luthier.app.i18n.Messages;
import luthier.app.plan.Plan;
import luthier.core.catalog.Field;
import luthier.core.run.RunSpec;
import luthier.core.run.Schedule;
import org.jspecify.annotations.Nullable;

/// Third axis: the optimiser, its rate and how long it goes on.
public final class MovesView {
    private final TuneViewModel model;
    private final Parent node;
    private final MethodList optimizers;
    private boolean following;

    @FXML
    private VBox methods;

    @FXML
    private VBox rate;

    @FXML
    private VBox length;

    @FXML
    private VBox more;

    @FXML
    private ComboBox<Schedule> schedule;

    @FXML
    private ScheduleCurve curve;

    public MovesView(TuneViewModel model, Look look) {
        this.model = model;
        this.node = Views.load(this);
        Map<String, List<Field>> known = new LinkedHashMap<>();
        model.optimizers().forEach(info -> known.put(info.id(), info.fields()));
        optimizers = new MethodList("optimizer", known, model::field, id -> model.choose("optimizer", id));
        methods.getChildren().add(optimizers);
        add(rate, "training.learningRate");
        add(length, "training.epochs", "training.warmupRatio");
        add(
                more,
                "training.maxSteps",
                "training.maxGradientNorm",
                "training.evaluateEvery",
                "training.checkpointEvery",
                "training.keepCheckpoints");
        schedule.getItems().setAll(Schedule.values());
        schedule.setConverter(new Words());
        schedule.valueProperty().subscribe(chosen -> {
            if (!following && chosen != null) {
                model.set("training.schedule", chosen.id());
            }
        });
        curve.palette().bind(look.palette());
        model.spec().subscribe(this::follow);
        model.plan().subscribe(_ -> follow(model.spec().get()));
    }

    public Parent node() {
        return node;
    }

    void setAdvanced(boolean advanced) {
        optimizers.setAdvanced(advanced);
        more.setVisible(advanced);
        more.setManaged(advanced);
        curve.setVisible(!advanced);
        curve.setManaged(!advanced);
    }

    private void add(VBox place, String... keys) {
        Stream.of(keys)
                .map(key -> new FieldRow(model.field(key, null), FieldTexts.of(key), null))
                .forEach(place.getChildren()::add);
    }

    private void follow(@Nullable RunSpec spec) {
        if (spec == null) {
            return;
        }
        following = true;
        optimizers.setChosen(spec.optimizer().id());
        schedule.setValue(spec.training().schedule());
        Plan plan = model.plan().get();
        // before the first plan the curve's form alone is known
        curve.shape().set(new ScheduleCurve.Shape(spec.training(), plan == null ? 1000 : plan.steps()));
        following = false;
    }

    private static final class Words extends StringConverter<Schedule> {
        @Override
        public String toString(@Nullable Schedule schedule) {
            return schedule == null ? "" : Messages.of("schedule." + schedule.id());
        }

        @Override
        public Schedule fromString(String text) {
            throw new UnsupportedOperationException("chosen, never typed");
        }
    }
}
