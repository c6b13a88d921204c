package org.omnihall.portal;

import java.util.Optional;

/** What the ErrCode octet means, which depends on the packet's type; a constant's ordinal is its value. */
public sealed interface ErrCode {

    int ordinal();

    default int value() {
        return ordinal();
    }

    /** The meaning of a code in packets of a type, if it has one. */
    static Optional<ErrCode> of(Type type, int code) {
        ErrCode[] codes = codesOf(type);
        return code < codes.length ? Optional.of(codes[code]) : Optional.empty();
    }

    private static ErrCode[] codesOf(Type type) {
        return switch (type) {
            case ACK_CHALLENGE -> Challenge.values();
            case ACK_AUTH -> Auth.values();
            case REQ_LOGOUT -> Logout.values();
            case ACK_LOGOUT -> LogoutAnswer.values();
            case NTF_LOGOUT -> ForcedLogout.values();
            case ACK_INFO -> InfoAnswer.values();
            case ACK_MACBINDING_INFO -> MacBinding.values();
            case REQ_CHALLENGE, REQ_AUTH, AFF_ACK_AUTH, REQ_INFO, NTF_USERDISCOVER, NTF_USERIPCHANGE -> new ErrCode[0];
            case AFF_NTF_USERIPCHANGE, ACK_NTF_LOGOUT, NTF_HEARTBEAT, NTF_USER_HEARTBEAT -> new ErrCode[0];
            case ACK_NTF_USER_HEARTBEAT, NTF_CHALLENGE, NTF_USER_NOTIFY, AFF_NTF_USER_NOTIFY -> new ErrCode[0];
            case REQ_MACBINDING_INFO, NTF_USER_LOGON, NTF_USER_LOGOUT, REQ_USER_OFFLINE -> new ErrCode[0];
            case WEB_STATUS_NOTIFY, WEB_ACK_STATUS_NOTIFY -> new ErrCode[0];
        };
    }

    /** In ACK_CHALLENGE. */
    enum Challenge implements ErrCode {
        OK,
        REFUSED,
        ALREADY_ONLINE,
        IN_PROGRESS,
        FAILED
    }

    /** In ACK_AUTH. */
    enum Auth implements ErrCode {
        OK,
        REFUSED,
        ALREADY_ONLINE,
        IN_PROGRESS,
        FAILED
    }

    /** In REQ_LOGOUT. */
    enum Logout implements ErrCode {
        LOG_OUT,
        /** The server gave up waiting for an answer; the device forgets the half-open login and answers nothing. */
        GAVE_UP
    }

    /** In ACK_LOGOUT. */
    enum LogoutAnswer implements ErrCode {
        OK,
        REFUSED,
        FAILED,
        ALREADY_OFFLINE
    }

    /** In NTF_LOGOUT. */
    enum ForcedLogout implements ErrCode {
        NORMAL,
        TIMEOUT,
        USER_DELETED
    }

    /** In ACK_INFO. */
    enum InfoAnswer implements ErrCode {
        OK,
        NOT_SUPPORTED,
        FAILED
    }

    /** In ACK_MACBINDING_INFO. */
    enum MacBinding implements ErrCode {
        BOUND,
        NOT_BOUND
    }
}
