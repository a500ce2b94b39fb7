package luthier.app.run;

import javafx.scene.control.ListCell;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import org.jspecify.annotations.Nullable;

/// A line of the list: the head of a group, a run, or one that waits, which can be dragged to another place.
final class RunCell extends ListCell<ListEntry> {
    private final RunsViewModel model;
    private final RunRow row = new RunRow();

    RunCell(RunsViewModel model) {
        this.model = model;
        setOnDragDetected(_ -> {
            if (getItem() instanceof ListEntry.Waiting waiting) {
                ClipboardContent content = new ClipboardContent();
                content.putString(Integer.toString(waiting.index()));
                startDragAndDrop(TransferMode.MOVE).setContent(content);
            }
        });
        setOnDragOver(this::dragOver);
        setOnDragDropped(this::dropped);
    }

    @Override
    protected void updateItem(@Nullable ListEntry entry, boolean none) {
        super.updateItem(entry, none);
        row.release();
        setText(null);
        setGraphic(null);
        setContextMenu(null);
        getStyleClass().removeAll("group-cell", "run-cell");
        setDisable(false);
        setAccessibleText(null);
        if (none || entry == null) {
            return;
        }
        switch (entry) {
            case ListEntry.Group group -> {
                getStyleClass().add("group-cell");
                setGraphic(RunRow.group(group));
                // no more than a heading: the arrow keys pass over it
                setDisable(true);
            }
            case ListEntry.Run run -> {
                getStyleClass().add("run-cell");
                setGraphic(row.show(run.run()));
                setAccessibleText(run.run().name());
            }
            case ListEntry.Waiting waiting -> {
                getStyleClass().add("run-cell");
                setGraphic(RunRow.waiting(waiting, model.queue()));
                setAccessibleText(waiting.spec().name());
            }
        }
    }

    private void dragOver(DragEvent event) {
        if (getItem() instanceof ListEntry.Waiting && event.getDragboard().hasString()) {
            event.acceptTransferModes(TransferMode.MOVE);
            event.consume();
        }
    }

    private void dropped(DragEvent event) {
        if (getItem() instanceof ListEntry.Waiting target
                && event.getDragboard().getString().matches("\\d+")) {
            model.queue().move(Integer.parseInt(event.getDragboard().getString()), target.index());
            event.setDropCompleted(true);
        }
        event.consume();
    }
}
