package luthier.datasets.quickstart;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;

/// Writes support tickets, all different, each category equally often.
final class Tickets {
    private static final Pattern DIGITS = Pattern.compile("\\d+");

    private final Grammar grammar = Grammar.of("words.txt", "tickets.txt");
    private final Random random;

    Tickets(long seed) {
        this.random = new Random(seed);
    }

    /// Two tickets differ in more than their order numbers, so that a held-out one was not seen with another number.
    List<Ticket> write(int count) {
        Category[] categories = Category.values();
        List<Ticket> tickets = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        while (tickets.size() < count) {
            Ticket ticket = ticket(categories[tickets.size() % categories.length]);
            if (seen.add(DIGITS.matcher(ticket.text()).replaceAll("#"))) {
                tickets.add(ticket);
            }
        }
        return tickets;
    }

    private Ticket ticket(Category category) {
        Urgency urgency = Urgency.values()[random.nextInt(Urgency.values().length)];
        Expansion expansion = new Expansion(grammar, random);
        Word product = expansion.word(category.productKind());
        expansion.set("product", product);
        expansion.set("category", new Word(category.label(), Map.of()));
        expansion.set("urgency", new Word(urgency.label(), Map.of()));
        return new Ticket(expansion.rule("ticket"), category, product.base(), urgency);
    }
}
