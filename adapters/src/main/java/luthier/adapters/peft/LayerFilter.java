package luthier.adapters.peft;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// PEFT's `layers_to_transform`: of the modules found by name only those in some layers. The layer is the
/// first number between dots that follows a name, or follows one of the names in `layers_pattern`.
///
/// @param layers empty for all
record LayerFilter(List<Integer> layers, List<Pattern> places) {
    static LayerFilter of(List<Integer> layers, List<String> names) {
        List<Pattern> places = names.isEmpty()
                ? List.of(Pattern.compile(".*?\\.[^.]*\\.(\\d+)\\..*"))
                : names.stream()
                        .map(name -> Pattern.compile(".*?\\." + name + "\\.(\\d+)\\..*"))
                        .toList();
        return new LayerFilter(List.copyOf(layers), places);
    }

    boolean isOff() {
        return layers.isEmpty();
    }

    boolean keeps(String module) {
        if (isOff()) {
            return true;
        }
        for (Pattern place : places) {
            Matcher found = place.matcher(module);
            if (found.matches()) {
                return layers.contains(Integer.parseInt(found.group(1)));
            }
        }
        return false;
    }
}
