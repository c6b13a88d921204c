package org.omnihall.portal;

import java.util.Optional;

/** The attributes that a text or a device explains; others travel too and are kept as numbers. */
public enum AttributeType {
    USER_NAME(0x01),
    PASSWORD(0x02),
    CHALLENGE(0x03),
    CHAP_PASSWORD(0x04),
    /** Free text at Huawei and H3C, a five-character {@link ErrId} at China Mobile. */
    TEXT_INFO(0x05),
    /** 8-octet unsigned kilobytes; empty in a question. */
    UPLINK_FLUX(0x06),
    DOWNLINK_FLUX(0x07),
    PORT(0x08),
    /** An IPv4 address; FF FF FF FF in ACK_AUTH says that the client gets a new address. */
    IP_CONFIG(0x09),
    BAS_IP(0x0a),
    /** The client's MAC address, 6 octets. */
    SESSION_ID(0x0b),
    DELAY_TIME(0x0c),
    /** Up to 63 IPv4 addresses without separators. */
    USER_LIST(0x0d),
    EAP_MESSAGE(0x0e),
    USER_NOTIFY(0x0f),
    NAS_ID(0x30),
    /** Unix time, 4 octets, as is {@link #SESSION_STOP}. */
    SESSION_START(0x31),
    SESSION_STOP(0x32),
    /** Seconds, 4 octets. */
    SESSION_TIME(0x33),
    USER_AGENT(0x34),
    /** What came from the user, 4 octets, as are the next five. */
    INPUT_OCTETS(0x35),
    OUTPUT_OCTETS(0x36),
    INPUT_PACKETS(0x37),
    OUTPUT_PACKETS(0x38),
    INPUT_GIGAWORDS(0x39),
    OUTPUT_GIGAWORDS(0x3a),
    SESSION_TEXT(0x41),
    AUDIT_IP(0x42),
    BAS_IPV6(0x64),
    /** Up to 15 IPv6 addresses without separators. */
    USER_IPV6_LIST(0x65),
    CLIENT_MAC_E0(0xe0),
    USER_IPV6(0xf1),
    CLIENT_MAC_FF(0xff);

    private static final AttributeType[] BY_VALUE = new AttributeType[0x100];

    static {
        for (AttributeType type : values()) {
            BY_VALUE[type.value] = type;
        }
    }

    private final int value;

    AttributeType(int value) {
        this.value = value;
    }

    public int value() {
        return value;
    }

    /** The attribute with a value of 0 to 255. */
    public static Optional<AttributeType> of(int value) {
        return Optional.ofNullable(BY_VALUE[value]);
    }
}
