package org.omnihall.portal;

import java.util.Optional;

/** The packet types whose value is known, with the names of the China Mobile text; docs/protocols/portal.md says who sends which. */
public enum Type {
    REQ_CHALLENGE(0x01),
    ACK_CHALLENGE(0x02),
    REQ_AUTH(0x03),
    ACK_AUTH(0x04),
    REQ_LOGOUT(0x05),
    ACK_LOGOUT(0x06),
    AFF_ACK_AUTH(0x07),
    NTF_LOGOUT(0x08),
    REQ_INFO(0x09),
    ACK_INFO(0x0a),
    NTF_USERDISCOVER(0x0b),
    NTF_USERIPCHANGE(0x0c),
    AFF_NTF_USERIPCHANGE(0x0d),
    /** Answers NTF_LOGOUT at Huawei and H3C; a China Mobile device wants {@link #ACK_LOGOUT} instead. */
    ACK_NTF_LOGOUT(0x0e),
    /** The server's heartbeat at H3C, never answered. */
    NTF_HEARTBEAT(0x0f),
    NTF_USER_HEARTBEAT(0x10),
    ACK_NTF_USER_HEARTBEAT(0x11),
    NTF_CHALLENGE(0x12),
    NTF_USER_NOTIFY(0x13),
    AFF_NTF_USER_NOTIFY(0x14),
    REQ_MACBINDING_INFO(0x30),
    ACK_MACBINDING_INFO(0x31),
    NTF_USER_LOGON(0x32),
    NTF_USER_LOGOUT(0x34),
    REQ_USER_OFFLINE(0x36),
    /** The server's heartbeat at Huawei, answered by {@link #WEB_ACK_STATUS_NOTIFY}. */
    WEB_STATUS_NOTIFY(0x81),
    WEB_ACK_STATUS_NOTIFY(0x82);

    private static final Type[] BY_VALUE = new Type[0x100];

    static {
        for (Type type : values()) {
            BY_VALUE[type.value] = type;
        }
    }

    private final int value;

    Type(int value) {
        this.value = value;
    }

    public int value() {
        return value;
    }

    /** The type with a value of 0 to 255. */
    public static Optional<Type> of(int value) {
        return Optional.ofNullable(BY_VALUE[value]);
    }

    /** True for what travels between an access device and a MAC binding server (0x30 to 0x36). */
    public boolean aboutMacBinding() {
        return value >= 0x30 && value <= 0x36;
    }
}
