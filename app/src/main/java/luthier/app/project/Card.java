package luthier.app.project;

import java.util.List;

/// A model or a data set as the project page shows it.
///
/// @param detail one line below the title
/// @param missing whether its files are gone
public record Card(String title, String detail, boolean missing, List<Fact> facts) {
    public Card {
        facts = List.copyOf(facts);
    }
}
