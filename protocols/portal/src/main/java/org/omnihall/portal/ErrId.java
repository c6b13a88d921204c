package org.omnihall.portal;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The five characters by which a China Mobile device says why in attribute 5, with the text to show for each. */
public enum ErrId {
    ALREADY_ONLINE("AC101", "This address is already online.", "该地址已在线。"),
    ADDRESS_NOT_OURS("AC102", "This address does not belong to the access controller.", "该地址不属于此接入控制器。"),
    ADDRESS_NOT_LEASED("AC103", "This address was not leased to anyone.", "该地址尚未分配。"),
    RADIUS_TIMEOUT("AC201", "The access controller got no answer from the authentication server.", "接入控制器未收到认证服务器的应答。"),
    OTHER("AC999", "The access controller failed.", "接入控制器出错。"),
    /** RC and three characters taken from the Access-Reject. */
    RADIUS_REJECT("RC", "The authentication server refused.", "认证服务器拒绝了请求。");

    private final String code;
    private final String english;
    private final String chinese;

    ErrId(String code, String english, String chinese) {
        this.code = code;
        this.english = english;
        this.chinese = chinese;
    }

    /** Reads attribute 5; other texts, as Huawei and H3C send, are none. */
    public static Optional<ErrId> of(String text) {
        return text.length() != 5
                ? Optional.empty()
                : Arrays.stream(values()).filter(id -> text.startsWith(id.code)).findFirst();
    }

    public String code() {
        return code;
    }

    public String text(Locale locale) {
        return Locale.CHINESE.getLanguage().equals(locale.getLanguage()) ? chinese : english;
    }
}
