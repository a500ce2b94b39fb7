package luthier.core.model;

import java.util.ArrayList;
import java.util.List;

/// A model as data: its stages from the embedding to the head, what their kernels need to know, and the modules
/// that a tuning can address. No tensor is loaded; the planner, the tunings, the loader and the exporter all
/// read this.
///
/// @param family id of the family that made it
/// @param width size of the hidden state
/// @param feedForward width of the mlp
/// @param epsilon of the norms
/// @param rotaryFrequencies inverse frequencies of the rotary positions, `headSize / 2` of them, scaling
///     applied
/// @param tied whether the head's matrix is the embedding's
public record Blueprint(
        String family,
        int vocabulary,
        int width,
        int feedForward,
        AttentionShape attention,
        double epsilon,
        List<Float> rotaryFrequencies,
        int maxPositions,
        boolean tied,
        List<StageSpec> stages,
        List<Site> sites) {
    public Blueprint {
        rotaryFrequencies = List.copyOf(rotaryFrequencies);
        stages = List.copyOf(stages);
        sites = List.copyOf(sites);
    }

    public int blocks() {
        return stages.size() - 2;
    }

    public StageSpec head() {
        return stages.getLast();
    }

    /// All parameters, a tied tensor once.
    public long parameters() {
        return distinctSlots().stream().mapToLong(Slot::elements).sum();
    }

    /// Every slot once; a tied head is the embedding's slot again and left out.
    public List<Slot> distinctSlots() {
        List<Slot> slots = new ArrayList<>();
        for (StageSpec stage : stages) {
            for (Slot slot : stage.slots()) {
                if (!isTiedHead(stage, slot)) {
                    slots.add(slot);
                }
            }
        }
        return slots;
    }

    /// Whether the slot is the head's alias of the embedding.
    public boolean isTiedHead(StageSpec stage, Slot slot) {
        return tied && stage.equals(head()) && slot.key().equals("head.w");
    }
}
