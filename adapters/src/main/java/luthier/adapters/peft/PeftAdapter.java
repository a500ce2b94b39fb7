package luthier.adapters.peft;

import java.util.Collections;
import java.util.List;
import java.util.SequencedMap;
import java.util.TreeMap;

/// An adapter as read from its folder and checked against a model.
///
/// @param modules pairs by module path
/// @param notices what was odd but could be read, one sentence each
public record PeftAdapter(PeftConfig config, SequencedMap<String, LowRank> modules, List<String> notices) {
    public PeftAdapter {
        modules = Collections.unmodifiableSequencedMap(new TreeMap<>(modules));
        notices = List.copyOf(notices);
    }
}
