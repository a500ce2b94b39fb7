package luthier.datasets.quickstart;

import java.util.Locale;

/// What a support ticket is about, and the shop's answer to it.
enum Category {
    DELIVERY("product", "We are sorry that your %s is late. We will look for the parcel."),
    DAMAGE("product", "We are sorry that your %s arrived damaged. We will send a new one."),
    DEFECT("device", "We are sorry that your %s does not work. We will repair it."),
    EXCHANGE("product", "We will gladly exchange your %s. Please send it back to us."),
    REFUND("product", "We will pay back the price of your %s within five days."),
    BILLING("product", "We will check the bill for your %s and correct the mistake."),
    CANCEL("product", "We have cancelled the order of your %s. You pay nothing."),
    QUESTION("product", "Thank you for asking about the %s. We will call you with the answer.");

    private final String productKind;
    private final String reply;

    Category(String productKind, String reply) {
        this.productKind = productKind;
        this.reply = reply;
    }

    /// The list of words the product of such a ticket is taken from: a scarf cannot stop working.
    String productKind() {
        return productKind;
    }

    String reply(String product) {
        return reply.formatted(product);
    }

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
