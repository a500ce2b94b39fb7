package luthier.datasets.quickstart;

import java.util.Locale;

/// What a support ticket is about, and the shop's answer to it.
enum Category {
    DELIVERY("product", "We are sorry that your order is late. We will look for the parcel."),
    DAMAGE("product", "We are sorry that your order arrived damaged. We will send a new one."),
    DEFECT("device", "We are sorry that it does not work. We will repair it."),
    EXCHANGE("product", "We will gladly exchange it. Please send it back to us."),
    REFUND("product", "We will pay back the price within five days."),
    BILLING("product", "We will check the bill and correct the mistake."),
    CANCEL("product", "We have cancelled your order. You pay nothing."),
    QUESTION("product", "Thank you for asking. We will call you with the answer.");

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

    String reply() {
        return reply;
    }

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
