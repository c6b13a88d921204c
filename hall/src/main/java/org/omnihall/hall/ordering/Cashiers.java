package org.omnihall.hall.ordering;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/** The door of paying on the page of a cashier (requirement D1): which cashiers are open, and how a payment through one of them goes. */
public interface Cashiers {

    /**
     * A cashier that takes payments now.
     *
     * @param code its code, which {@link #begin} takes
     */
    record OpenCashier(String code, CashierKind kind) {}

    /** What became of the wish to pay. */
    sealed interface Beginning {

        /** The payer's browser goes on to this page; a simple redirect, on ours or on the cashier's side. */
        record Begun(URI page) implements Beginning {}

        /** Nothing was begun, and nothing can be paid. */
        record Refused(Refusal reason) implements Beginning {}
    }

    /** In the order of their codes. */
    List<OpenCashier> open();

    /**
     * Begins to pay what an order owes, by a login that holds the role for money. Who begins again while his page is open is given the same
     * one. It takes as long as the cashier takes to answer: never call it inside a transaction.
     *
     * @param comeBack where the browser is sent when the payer is done; that he comes back says nothing about the money
     */
    Beginning begin(long order, String cashier, URI comeBack, By by);

    /** The attempt that says most about an order: the one that paid it, else the newest; nothing where none was begun. */
    Optional<PaymentAttempt> attempt(long order);

    /** All attempts to pay an order, the newest first. */
    List<PaymentAttempt> attempts(long order);
}
