package org.omnihall.hall.party;

import java.util.Arrays;
import java.util.Optional;

/** The four network operators of mainland China; a virtual operator's number counts to the network that carries it. */
public enum Operator {
    CHINA_MOBILE("China Mobile", "移动|CMCC"),
    CHINA_UNICOM("China Unicom", "联通|CUCC"),
    CHINA_TELECOM("China Telecom", "电信|CTCC"),
    CHINA_BROADNET("China Broadnet", "广电|CBN|CBCC");

    private final String english;
    private final String otherNames;

    Operator(String english, String otherNames) {
        this.english = english;
        this.otherNames = otherNames;
    }

    public String english() {
        return english;
    }

    /** Reads what tables write: the English name, the Chinese one with or without 中国 and with 虚拟, or the short form. */
    public static Optional<Operator> named(String text) {
        String name = text.strip();
        return Arrays.stream(values())
                .filter(operator -> operator.isCalled(name))
                .findFirst();
    }

    private boolean isCalled(String name) {
        String bare = name.replace("中国", "").replaceFirst("虚拟(运营商)?$", "").strip();
        return english.equalsIgnoreCase(name) || name().equalsIgnoreCase(name) || bare.matches(otherNames);
    }
}
