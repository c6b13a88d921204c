package org.omnihall.hall.ordering.cashier;

import java.net.URI;
import org.omnihall.hall.ordering.CashierKind;

/**
 * A cashier as it is set up, with our secrets opened.
 *
 * @param merchant who we are to it
 * @param app which of our applications asks; empty for the sandbox
 * @param address where it answers
 * @param serial the number of our certificate, for WeChat Pay; else empty
 * @param peerSerial the number of its key, for WeChat Pay; else empty
 * @param peerKey its public key, in PEM; empty for the sandbox
 * @param ownKey our private key in PEM, or for the sandbox the secret that both sides hold
 * @param messageKey what opens its encrypted messages, for WeChat Pay; else empty
 */
public record Till(
        String code,
        CashierKind kind,
        boolean open,
        String merchant,
        String app,
        String address,
        String serial,
        String peerSerial,
        String peerKey,
        String ownKey,
        String messageKey) {

    /** An open cashier of our own kind: it needs nothing but a secret that both sides hold. */
    public static Till sandbox(String code, String merchant, String address, String secret) {
        return new Till(code, CashierKind.SANDBOX, true, merchant, "", address, "", "", "", secret, "");
    }

    /** The address of one of its resources. */
    URI at(String path) {
        return URI.create(address + path);
    }

    /** Without secrets: this stands in the audit trail. */
    @Override
    public String toString() {
        return kind + (open ? " open" : " closed") + ", merchant " + merchant + (app.isEmpty() ? "" : ", app " + app)
                + ", " + address;
    }
}
