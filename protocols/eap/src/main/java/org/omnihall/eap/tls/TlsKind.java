package org.omnihall.eap.tls;

import org.omnihall.eap.EapTypes;

/** A method on TLS, and the label of its keys in TLS 1.2. */
enum TlsKind {
    /** RFC 5216, RFC 9190. */
    TLS(EapTypes.TLS, "client EAP encryption"),
    /** PEAP version 0 with EAP-MSCHAPv2 (Microsoft's MS-PEAP). */
    PEAP(EapTypes.PEAP, "client EAP encryption"),
    /** EAP-TTLS version 0 with PAP and MS-CHAPv2 (RFC 5281). */
    TTLS(EapTypes.TTLS, "ttls keying material");

    private final int type;
    private final String label;

    TlsKind(int type, String label) {
        this.type = type;
        this.label = label;
    }

    int type() {
        return type;
    }

    String label() {
        return label;
    }
}
