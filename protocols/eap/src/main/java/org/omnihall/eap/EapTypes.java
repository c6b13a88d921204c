package org.omnihall.eap;

/** The numbers of types that code names (RFC 3748 section 5 and IANA's registry of EAP method types). */
public final class EapTypes {

    public static final int IDENTITY = 1;
    public static final int NOTIFICATION = 2;
    public static final int NAK = 3;
    public static final int TLS = 13;
    public static final int TTLS = 21;
    public static final int PEAP = 25;
    public static final int MS_CHAP_V2 = 26;

    /** The Extensions of PEAPv0, which carry its result. */
    public static final int EXTENSIONS = 33;

    private EapTypes() {}
}
