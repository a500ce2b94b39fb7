package luthier.datasets.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class TicketsTest {
    private static final List<Ticket> TICKETS = new Tickets(11).write(320);

    @Test
    void theSameSeedGivesTheSameTickets() {
        assertThat(new Tickets(11).write(320)).isEqualTo(TICKETS);
        assertThat(new Tickets(12).write(320)).isNotEqualTo(TICKETS);
    }

    @Test
    void noTicketIsWrittenTwiceNotEvenWithAnotherNumber() {
        assertThat(TICKETS.stream().map(ticket -> ticket.text().replaceAll("\\d+", "#")))
                .doesNotHaveDuplicates();
    }

    @Test
    void everyCategoryIsEquallyOftenAndEveryUrgencyOccurs() {
        for (Category category : Category.values()) {
            assertThat(TICKETS)
                    .filteredOn(ticket -> ticket.category() == category)
                    .hasSize(40);
        }
        assertThat(TICKETS.stream().map(Ticket::urgency).collect(Collectors.toSet()))
                .isEqualTo(EnumSet.allOf(Urgency.class));
    }

    @Test
    void theTextNamesOneProduct() {
        List<String> products = Grammar.of("words.txt").words("product").stream()
                .map(Word::base)
                .toList();
        assertThat(TICKETS)
                .allSatisfy(ticket -> assertThat(Pattern.compile("\\W+")
                                .splitAsStream(ticket.text().toLowerCase(Locale.ROOT))
                                .filter(products::contains)
                                .distinct())
                        .containsExactly(ticket.product()));
    }

    @Test
    void theAnswerHasTheFixedForm() {
        Ticket ticket = new Ticket("My lamp …", Category.DELIVERY, "lamp", Urgency.HIGH);
        assertThat(ticket.answer())
                .isEqualTo("Category: delivery\nUrgency: high\n"
                        + "Reply: We are sorry that your order is late. We will look for the parcel.");
    }
}
