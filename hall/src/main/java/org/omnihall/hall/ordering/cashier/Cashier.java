package org.omnihall.hall.ordering.cashier;

import java.net.URI;
import org.omnihall.hall.ordering.CashierKind;

/** The port to a cashier: opens a page to pay on, says how a payment stands, and reads what the cashier tells by itself. */
interface Cashier {

    CashierKind kind();

    /**
     * Where the payer goes on: a page of the cashier, or what a phone scans.
     *
     * @throws CashierSilent where it does not answer, or not as agreed
     */
    URI open(Till till, Charge charge);

    /**
     * How the payment of this number of ours stands.
     *
     * @throws CashierSilent where it does not answer, or not as agreed
     */
    Standing ask(Till till, String number);

    /**
     * What a callback says, once it is proved to be this cashier's word about this merchant.
     *
     * @throws BadCallback where it is not to be believed
     */
    Notice read(Till till, Callback callback);

    /** What the cashier wants to hear when the callback is durable. */
    Reply taken();

    /** What it is told when its callback is not believed. */
    Reply refused(BadCallback.Fault fault);
}
