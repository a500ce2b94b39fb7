package luthier.app.tune;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import luthier.app.fx.Look;
import luthier.app.fx.Segments;
import luthier.app.fx.Views;
import luthier.app.i18n.Messages;
import luthier.app.shell.Hardware;
import luthier.core.catalog.Field;
import luthier.core.run.RunSpec;
import org.jspecify.annotations.Nullable;

/// The page of the draft: presets, three axes, what it will need.
public final class TuneView {
    private static final KeyCombination UNDO = KeyCombination.valueOf("Shortcut+Z");
    private static final KeyCombination REDO = KeyCombination.valueOf("Shortcut+Shift+Z");
    private static final KeyCombination START = KeyCombination.valueOf("Shortcut+Enter");

    private final TuneViewModel model;
    private final Parent node;
    private final BaseView base;
    private final MovesView moves;
    private final MethodList tunings;
    private final Segments detail;

    @FXML
    private HBox head;

    @FXML
    private HBox namePlace;

    @FXML
    private HBox presets;

    @FXML
    private Label presetSource;

    @FXML
    private VBox basePlace;

    @FXML
    private VBox trainedPlace;

    @FXML
    private VBox movesPlace;

    @FXML
    private VBox fitPlace;

    @FXML
    private Label command;

    @FXML
    private Button undo;

    public TuneView(TuneViewModel model, Look look, Hardware hardware) {
        this.model = model;
        this.node = Views.load(this);
        this.base = new BaseView(model);
        this.moves = new MovesView(model, look);
        basePlace.getChildren().add(base.node());
        movesPlace.getChildren().add(moves.node());
        fitPlace.getChildren().add(new FitView(model, look, hardware).node());
        Map<String, List<Field>> known = new LinkedHashMap<>();
        model.tunings().forEach(info -> known.put(info.id(), info.fields()));
        tunings = new MethodList("tuning", known, model::field, id -> model.choose("tuning", id));
        trainedPlace.getChildren().add(tunings);
        namePlace.getChildren().add(FieldRow.text(model.field("name", null), FieldTexts.of("name"), false));
        Map<String, String> words = new LinkedHashMap<>();
        words.put("simple", Messages.of("tune.simple"));
        words.put("advanced", Messages.of("tune.advanced"));
        detail = new Segments(words, this::setDetail);
        head.getChildren().add(detail);
        setDetail("simple");
        model.presets().forEach(preset -> presets.getChildren().add(button(preset)));
        command.textProperty().bind(model.command());
        model.spec().subscribe(this::follow);
        node.addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
    }

    public Parent node() {
        return node;
    }

    @FXML
    private void onCopy() {
        Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, command.getText()));
    }

    @FXML
    private void onUndo() {
        model.undo();
    }

    // Before a text field takes the keys for itself: the draft as a whole goes back.
    private void onKey(KeyEvent event) {
        if (UNDO.match(event)) {
            model.undo();
        } else if (REDO.match(event)) {
            model.redo();
        } else if (START.match(event)) {
            model.start();
        } else {
            return;
        }
        event.consume();
    }

    private void setDetail(String id) {
        boolean advanced = id.equals("advanced");
        detail.setChosen(id);
        base.setAdvanced(advanced);
        moves.setAdvanced(advanced);
        tunings.setAdvanced(advanced);
    }

    private void follow(@Nullable RunSpec spec) {
        if (spec != null) {
            tunings.setChosen(spec.tuning().id());
        }
    }

    private ToggleButton button(Preset preset) {
        ToggleButton button = new ToggleButton(Messages.of("preset." + preset.id()));
        button.getStyleClass().add("preset");
        button.setOnAction(_ -> {
            model.choose(preset);
            presetSource.setText(Messages.of("preset." + preset.id() + ".source"));
        });
        model.spec().subscribe(spec -> button.setSelected(spec != null && preset.describes(spec)));
        return button;
    }
}
